#include "common/config/write/minimal.h"

#include <QtTest>

#include "common/config/load.h"
#include "common/config/write/normalised.h"

using namespace twinhelm;

class TestMinimal : public QObject
{
    Q_OBJECT

private slots:
    void commentsGo_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("whole lines") << QByteArray("! a\n# b\n\nuse_pid_dir\n") << QByteArray("use_pid_dir\n");
        QTest::newRow("ends of lines") << QByteArray("  priority 5   # why\n") << QByteArray("  priority 5\n");
        QTest::newRow("in quotes they are none")
            << QByteArray("router_id \"a # b\"\n") << QByteArray("router_id \"a # b\"\n");
        QTest::newRow("escaped they are none") << QByteArray("router_id a\\#b\n") << QByteArray("router_id a\\#b\n");
        QTest::newRow("line ends stay") << QByteArray("use_pid_dir # x\r\n\r\n") << QByteArray("use_pid_dir\r\n");
        QTest::newRow("no line end at the end") << QByteArray("use_pid_dir") << QByteArray("use_pid_dir\n");
        QTest::newRow("conditions stay") << QByteArray("@lb01 use_pid_dir\n") << QByteArray("@lb01 use_pid_dir\n");
    }
    void commentsGo()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        QCOMPARE(QByteArray::fromStdString(config::minimalText(text.toStdString())), expected);
    }

    void itMeansTheSame()
    {
        const std::string text = "$BODY=\\\n  interface eth0 \\\n  virtual_router_id 51 # the pair's\n"
                                 "vrrp_instance A { # first\n  $BODY\n  priority 150 ! more\n}\n";
        const auto meaning = [](const std::string &one) {
            return config::normalisedText(config::loadText(one, "lb01").model);
        };
        QCOMPARE(meaning(config::minimalText(text)), meaning(text));
        QVERIFY(meaning(text).find("virtual_router_id 51") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestMinimal)
#include "tst_minimal.moc"
