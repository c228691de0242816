#include "common/config/edit/path.h"

#include <QtTest>

using twinhelm::config::edit::Path;

class TestPath : public QObject
{
    Q_OBJECT

private slots:
    void saysItselfAgain_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const auto *one :
             {"global_defs/router_id", "vrrp_instance[VI_1]/priority", "vrrp_instance[#2]/virtual_ipaddress",
              "virtual_server[10.0.0.1 80]/real_server[10.0.0.7 80]/weight",
              "vrrp_instance[VI_1]/virtual_ipaddress[10.0.0.3/24]/dev", "virtual_server_group[G1][10.0.0.1 80]",
              "vrrp_instance[VI_1][#2]", "$PRIORITY", "vrrp_script[\"a[1]\"]/script", "vrrp_script[\"#2\"]"})
            QTest::newRow(one) << QByteArray(one);
    }
    void saysItselfAgain()
    {
        QFETCH(QByteArray, text);
        const auto path = Path::parse(text.toStdString());
        QVERIFY2(path.has_value(), path ? "" : path.error().what.c_str());
        QCOMPARE(QByteArray::fromStdString(path->text()), text);
    }

    void namesLoseQuotesAndBlanks()
    {
        const auto path = Path::parse("virtual_server[ 10.0.0.1   80 ]/x[\"a b\"]");
        QVERIFY(path.has_value());
        QCOMPARE(path->steps[0].selectors[0].name, std::string("10.0.0.1 80"));
        QCOMPARE(path->steps[1].selectors[0].name, std::string("a b"));
        QCOMPARE(path->steps[1].selectors[0].number, 0U);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *text, const char *says) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(says);
        };
        row("", "a keyword is missing here (character 1)");
        row("a//b", "a keyword is missing here (character 3)");
        row("a/", "a keyword is missing here (character 3)");
        row("a[b", "this bracket is never closed (character 2)");
        row("a[]", "these brackets are empty");
        row("a[#0]", "a number from 1 on");
        row("a[#x]", "a number from 1 on");
        row("a[#99999999999]", "a number from 1 on");
        row("a]b", "a / or the end was expected here (character 2)");
        row("a[b]c", "a / or the end was expected here (character 5)");
        row("vrrp_instance VI_1", "names stand in brackets");
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, says);
        const auto path = Path::parse(text.toStdString());
        QVERIFY(!path);
        QCOMPARE(path.error().code, std::string("E0008"));
        QVERIFY2(path.error().what.find(says.toStdString()) != std::string::npos, path.error().what.c_str());
        QVERIFY(!path.error().mend.empty());
    }
};

QTEST_APPLESS_MAIN(TestPath)
#include "tst_path.moc"
