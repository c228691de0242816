#include <QtTest>

#include "gui/core/deploy/review.h"

namespace twinhelm::desk
{

class TestReview : public QObject
{
    Q_OBJECT

private slots:
    void sameBytesGiveNothing();
    void lineBreaksOfAnotherKindAreNoChange();
    void aChangedValueIsOneLineOutAndOneIn();
    void farLinesBecomeOneGap();
    void everyLineOfANewFileIsAdded();
    void secretsAreMasked_data();
    void secretsAreMasked();
};

void TestReview::sameBytesGiveNothing()
{
    QVERIFY(reviewChanges("a\nb\n", "a\nb\n").isEmpty());
}

void TestReview::lineBreaksOfAnotherKindAreNoChange()
{
    QVERIFY(reviewChanges("a\r\nb\r\n", "a\nb\n").isEmpty());
}

void TestReview::aChangedValueIsOneLineOutAndOneIn()
{
    const auto lines = reviewChanges("a\nb 1\nc\n", "a\nb 2\nc\n");
    using Kind = ReviewLine::Kind;
    const QList<ReviewLine> expected{{Kind::Same, QStringLiteral("a")},
                                     {Kind::Removed, QStringLiteral("b 1")},
                                     {Kind::Added, QStringLiteral("b 2")},
                                     {Kind::Same, QStringLiteral("c")}};
    QCOMPARE(lines, expected);
}

void TestReview::farLinesBecomeOneGap()
{
    const auto lines = reviewChanges("1\n2\n3\n4\n5\n6\nx\n", "1\n2\n3\n4\n5\n6\ny\n", 2);
    QCOMPARE(lines.size(), 5);
    QCOMPARE(lines.first().kind, ReviewLine::Kind::Gap);
    QCOMPARE(lines[1].text, QStringLiteral("5"));
}

void TestReview::everyLineOfANewFileIsAdded()
{
    const auto lines = reviewChanges({}, "a\nb\n");
    QCOMPARE(lines.size(), 2);
    for (const ReviewLine &line : lines)
        QCOMPARE(line.kind, ReviewLine::Kind::Added);
}

void TestReview::secretsAreMasked_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("masked");
    QTest::newRow("password") << QByteArray("    auth_pass 1111") << true;
    QTest::newRow("quoted") << QByteArray("    auth_pass \"1111\" # old") << true;
    QTest::newRow("for one node") << QByteArray("@lb01 auth_pass 1111") << true;
    QTest::newRow("no secret") << QByteArray("    priority 1111") << false;
    QTest::newRow("not utf-8") << QByteArray("    \xff 1111") << false;
}

void TestReview::secretsAreMasked()
{
    QFETCH(QByteArray, line);
    QFETCH(bool, masked);
    QCOMPARE(!withoutSecrets(line).contains(QStringLiteral("1111")), masked);
}

} // namespace twinhelm::desk

QTEST_GUILESS_MAIN(twinhelm::desk::TestReview)
#include "tst_review.moc"
