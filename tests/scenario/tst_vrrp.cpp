#include <QtTest>

#include "tests/support/vrrp/scenario.h"

/// Every file of tests/scenario/vrrp is a story with its complete transcript: one advert too many fails the test.
/// TH_UPDATE_EXPECTED=1 rewrites the transcripts; read the diff and explain it in the commit.
class TestVrrpScenarios : public QObject
{
    Q_OBJECT

private slots:
    void holds_data()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(TWINHELM_SOURCE_DIR "/tests/scenario/vrrp"));
        const auto names = folder.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name);
        QVERIFY2(!names.isEmpty(), qPrintable("no scenarios in " + folder.path()));
        for (const auto &name : names)
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }

    void holds()
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
        const QByteArray expected = file.readAll();
        file.close();
        const auto actual = QByteArray::fromStdString(twinhelm::test::runScenario(expected.toStdString()));
        if (actual == expected)
            return;
        if (qEnvironmentVariableIntValue("TH_UPDATE_EXPECTED") == 1) {
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            QCOMPARE(file.write(actual), actual.size());
            qWarning("%s rewritten", qPrintable(path));
            return;
        }
        const auto want = expected.split('\n');
        const auto have = actual.split('\n');
        qsizetype line = 0;
        while (line < want.size() && line < have.size() && want[line] == have[line])
            ++line;
        QFAIL(qPrintable(QStringLiteral("%1:%2\n  expected: %3\n  happened: %4")
                             .arg(path)
                             .arg(line + 1)
                             .arg(QString::fromUtf8(want.value(line)), QString::fromUtf8(have.value(line)))));
    }
};

QTEST_GUILESS_MAIN(TestVrrpScenarios)
#include "tst_vrrp.moc"
