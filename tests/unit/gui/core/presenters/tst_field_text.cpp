#include "gui/core/presenters/field_text.h"

#include <QtTest>

#include "gui/core/live/lamp.h"

using namespace twinhelm::desk;

class TestFieldText : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenComesBack_data()
    {
        QTest::addColumn<FieldKind>("kind");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("written");
        const auto row = [](const char *name, FieldKind kind, const char *typed, const char *written) {
            QTest::newRow(name) << kind << QString::fromUtf8(typed) << QString::fromUtf8(written);
        };
        row("number", FieldKind::Integer, "150", "150");
        row("plain password", FieldKind::Secret, "1111", "1111");
        row("password with a comment sign", FieldKind::Secret, "a#b", "\"a#b\"");
        row("password with a blank", FieldKind::Secret, "a b", "\"a b\"");
        row("password with a brace", FieldKind::Secret, "a{b", "\"a{b\"");
        row("parameter", FieldKind::Secret, "$PASS", "$PASS");
        row("command keeps its quotes", FieldKind::Text, "\"/etc/x y\" root", "\"/etc/x y\" root");
        row("flag", FieldKind::Flag, "1", "");
        row("false", FieldKind::Bool, "false", "false");
    }
    void whatIsWrittenComesBack()
    {
        QFETCH(FieldKind, kind);
        QFETCH(QString, typed);
        QFETCH(QString, written);
        FormRow row;
        row.kind = kind;
        row.choices = {QStringLiteral("true"), QStringLiteral("false")};
        QVERIFY(fieldProblem(row, typed).isEmpty());
        QCOMPARE(toFile(row, typed), written);
        QCOMPARE(fromFile(row, written), typed);
    }

    void allSpellingsOfABoolAreOne()
    {
        FormRow row;
        row.kind = FieldKind::Bool;
        for (const auto &word : {"", "on", "yes", "true"})
            QCOMPARE(fromFile(row, QString::fromLatin1(word)), QStringLiteral("true"));
        for (const auto &word : {"off", "no", "false"})
            QCOMPARE(fromFile(row, QString::fromLatin1(word)), QStringLiteral("false"));
    }

    void agesReadLikeAClock_data()
    {
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("now") << qint64{0} << QStringLiteral("0 s");
        QTest::newRow("before now") << qint64{-5} << QStringLiteral("0 s");
        QTest::newRow("seconds") << qint64{119'999} << QStringLiteral("119 s");
        QTest::newRow("minutes") << qint64{120'000} << QStringLiteral("2 min");
        QTest::newRow("hours") << qint64{7'200'000} << QStringLiteral("2 h");
        QTest::newRow("days") << qint64{172'800'000} << QStringLiteral("2 d");
    }
    void agesReadLikeAClock()
    {
        QFETCH(qint64, milliseconds);
        QFETCH(QString, text);
        QCOMPARE(ageText(milliseconds), text);
    }
};

QTEST_GUILESS_MAIN(TestFieldText)
#include "tst_field_text.moc"
