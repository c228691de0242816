#include "common/config/validate/check_target_version.h"

#include <QtTest>

#include "tests/unit/common/config/validate/example.h"

using namespace twinhelm;
using namespace twinhelm::test;

class TestCheckTargetVersion : public QObject
{
    Q_OBJECT

private slots:
    void newerKeywordsAreFound()
    {
        const std::string text = "include conf.d/*.conf\n"
                                 "vrrp_instance VI_1 {\n"
                                 "    interface eth0\n"
                                 "    virtual_router_id 51\n"
                                 "    no_virtual_ipaddress\n"
                                 "}\n";
        const auto node = loadExample(text);
        QCOMPARE(placesOf(config::checkTargetVersion(node, "2.2.7"), node.sources), QStringList{"5:5-25 K0114"});
        QCOMPARE(placesOf(config::checkTargetVersion(node, "2.2.8"), node.sources), QStringList());
        QCOMPARE(config::checkTargetVersion(node, "1.0.3").size(), std::size_t{1});
    }

    void severalConditionsAreNew()
    {
        const auto node = loadExample("@^lb02 @^lb03 vrrp_instance VI_1 {\n");
        QCOMPARE(placesOf(config::checkTargetVersion(node, "2.2.7"), node.sources), QStringList{"1:8-14 K0114"});
        QCOMPARE(placesOf(config::checkTargetVersion(node, "2.4.3"), node.sources), QStringList());
    }

    void nonsenseFindsNothing()
    {
        const auto node = loadExample("vrrp_script a {\n    script \"/bin/true\"\n}\n");
        QVERIFY(config::checkTargetVersion(node, "").empty());
        QVERIFY(config::checkTargetVersion(node, "latest").empty());
    }

    void versionsCompareByNumber()
    {
        QVERIFY(config::compareVersions("2.0.9", "2.0.20") < 0);
        QVERIFY(config::compareVersions("2.3", "2.3.0") == 0);
        QVERIFY(config::compareVersions("2.4.0", "2.3.9") > 0);
        QVERIFY(config::compareVersions("2.2.7 (01/16,2022)", "2.2.7") == 0);
    }
};

QTEST_APPLESS_MAIN(TestCheckTargetVersion)
#include "tst_check_target_version.moc"
