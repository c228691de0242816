#include "common/config/schema/keyword_page.h"

#include <QDir>
#include <QRegularExpression>
#include <QtTest>

#include "common/config/schema/schema.h"
#include "common/config/source/file_access.h"

using namespace twinhelm;
using namespace twinhelm::config;

class TestKeywordPage : public QObject
{
    Q_OBJECT

private slots:
    void findsPlaces_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("count");
        QTest::addColumn<QByteArray>("block");
        QTest::newRow("full") << QByteArray("vrrp_instance/advert_int") << 1 << QByteArray("vrrp_instance");
        QTest::newRow("bare") << QByteArray("advert_int") << 1 << QByteArray("vrrp_instance");
        QTest::newRow("top level") << QByteArray("global_defs") << 1 << QByteArray("");
        QTest::newRow("end of a path") << QByteArray("real_server/weight") << 1
                                       << QByteArray("virtual_server/real_server");
        QTest::newRow("inside a block") << QByteArray("auth_type") << 1 << QByteArray("vrrp_instance/authentication");
        QTest::newRow("directive") << QByteArray("~SEQ(") << 1 << QByteArray("(preprocessor)");
        QTest::newRow("not half a word") << QByteArray("int") << 0 << QByteArray();
        QTest::newRow("nothing") << QByteArray("") << 0 << QByteArray();
    }
    void findsPlaces()
    {
        QFETCH(QByteArray, name);
        QFETCH(int, count);
        QFETCH(QByteArray, block);
        const auto found = schema::places(name.toStdString());
        QCOMPARE(static_cast<int>(found.size()), count);
        if (count)
            QCOMPARE(QByteArray::fromStdString(std::string(found.front().block->path)), block);
        QVERIFY(schema::places("weight").size() > 4);
    }

    void tellsAllItKnows()
    {
        const auto place = schema::places("vrrp_instance/advert_int").front();
        const auto page =
            QString::fromStdString(schema::keywordPage(*place.block, *place.keyword, schema::PageFormat::Plain));
        for (const char *part : {"vrrp_instance/advert_int", "advert_int SECS", "v3 0.01..40.95", "seconds",
                                 "a virtual address may move", "missed three announcements"})
            QVERIFY2(page.simplified().contains(QLatin1String(part)), part);
        for (const auto &line : page.split(u'\n'))
            QVERIFY2(line.size() <= 100, qPrintable(line));
    }

    void saysWhatReplacesAnOldWord()
    {
        const auto place = schema::places("global_defs/lvs_id").front();
        const auto page =
            QString::fromStdString(schema::keywordPage(*place.block, *place.keyword, schema::PageFormat::Markdown));
        QVERIFY(page.contains(QLatin1String("| Write instead | router\\_id |")));
        QVERIFY(page.contains(QLatin1String("last in 1.1.7")));
    }

    void referenceIsFresh()
    {
        const QDir folder(QStringLiteral(TWINHELM_SOURCE_DIR "/docs/keywords"));
        const QString mend = QStringLiteral(". Run: cmake --build --preset dev --target refresh_keyword_docs");
        QStringList expected;
        for (const auto &[name, text] : schema::keywordDocs()) {
            expected << QString::fromStdString(name);
            const auto stored = readDiskFile((folder.path() + u'/' + expected.last()).toStdString());
            QVERIFY2(stored, qPrintable(expected.last() + QStringLiteral(" is missing") + mend));
            QVERIFY2(*stored == text, qPrintable(expected.last() + QStringLiteral(" is stale") + mend));
        }
        for (const auto &name : folder.entryList(QDir::Files))
            QVERIFY2(expected.contains(name), qPrintable(name + QStringLiteral(" belongs to no block: remove it")));
        QVERIFY(expected.size() > 30);
        static const QRegularExpression link(QStringLiteral("\\]\\(([^)]+)\\)"));
        const auto index = QString::fromStdString(schema::keywordDocs().front().text);
        for (auto found = link.globalMatch(index); found.hasNext();) {
            const auto target = found.next().captured(1);
            QVERIFY2(expected.contains(target), qPrintable(QStringLiteral("the index leads to no ") + target));
        }
    }
};

QTEST_APPLESS_MAIN(TestKeywordPage)
#include "tst_keyword_page.moc"
