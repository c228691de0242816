#include "common/config/write/normalised.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <QtTest>

#include "common/config/load.h"

using namespace twinhelm;

namespace
{

std::string normalised(std::string_view text, std::string_view node = "lb01")
{
    return config::normalisedText(config::loadText(text, node).model);
}

} // namespace

class TestNormalised : public QObject
{
    Q_OBJECT

private slots:
    void twoWaysToSayTheSame()
    {
        const auto plain = normalised("vrrp_instance VI_1 {\n    state MASTER\n    interface eth0\n"
                                      "    virtual_router_id 51\n    priority 150\n    virtual_ipaddress {\n"
                                      "        10.0.0.3/24 dev eth0\n    }\n    track_script {\n        chk weight 2\n"
                                      "    }\n}\n"
                                      "vrrp_script chk {\n    script \"/bin/true a\"\n    fall 2\n}\n");
        const auto other =
            normalised("# a comment\n$IF=eth0\n$BODY=\\\ninterface $IF\\\nvirtual_router_id 51\n"
                       "vrrp_script chk {\n  fall 2\n  interval 1\n  script \"/bin/true a\"\n}\n"
                       "vrrp_instance VI_1\n{\n @lb01 priority 150\n @lb02 priority 100\n track_script\n {\n"
                       "chk weight 2\n}\n $BODY\n priority 150\n state MASTER\n"
                       "virtual_ipaddress { 10.0.0.3/24 dev $IF }\n advert_int 1\n}\n");
        QCOMPARE(other, plain);
        QVERIFY(plain.find("advert_int") == std::string::npos); // repeats a default
    }

    void itIsItsOwnNormalForm()
    {
        const auto once =
            normalised("virtual_server 10.0.0.3 80 {\nprotocol TCP\nreal_server 10.0.0.7 80 {\nHTTP_GET {\nurl {\n"
                       "path /\nregex \"a \\\"b\\\" \\\\d\"\n}\n}\nTCP_CHECK {\n}\nnotify_up \"/bin/x 'a b'\"\n}\n}\n"
                       "static_routes {\n10.0.0.0/8 dev eth0 mtu lock 1400 nexthop via 10.1.1.1 weight 2\n}\n"
                       "static_rules {\nfrom 10.0.0.0/8 table 7 preference 9\n}\n");
        QCOMPARE(normalised(once), once);
        QVERIFY(once.find("lock 1400") != std::string::npos);
    }

    void whatKeepalivedIgnoresIsGone()
    {
        const auto text = normalised("vrrp_instance A {\ninterface eth0\nunknown_word 1\npriority 999\n}\n"
                                     "vrrp_instance A {\ninterface eth1\n}\n");
        QCOMPARE(text, std::string("vrrp_instance A {\n    interface eth0\n}\n"));
    }

    void defaultsAreNotWritten()
    {
        const std::string expected =
            "vrrp_instance A {\n    interface eth0\n    virtual_ipaddress {\n        10.0.0.3/32\n    }\n}\n";
        QCOMPARE(
            normalised(
                "vrrp_instance A {\ninterface eth0\nstate BACKUP\npriority 100\nvirtual_ipaddress {\n10.0.0.3\n}\n}\n"),
            expected);
        QCOMPARE(normalised("vrrp_instance A {\nstate SLAVE\ninterface eth0\nvirtual_ipaddress {\n10.0.0.3/32\n}\n}\n"),
                 expected);
        // MASTER alone is priority 255: with it, 100 must be said.
        QVERIFY(normalised("vrrp_instance A {\nstate MASTER\npriority 100\n}\n").find("priority 100") !=
                std::string::npos);
        // What is no number counts as 100 for keepalived.
        QVERIFY(normalised("vrrp_instance A {\nstate MASTER\npriority PRIORITY\n}\n").find("priority 100") !=
                std::string::npos);
    }

    /// keepalived counts all of them in its advertisements and sends to each peer as often as it is listed.
    void entriesThatStandTwiceStayTwice()
    {
        const std::string text =
            "vrrp_instance A {\n    interface eth0\n    unicast_peer {\n        10.0.0.9\n"
            "        10.0.0.9\n    }\n    virtual_ipaddress {\n        10.0.0.3/32\n"
            "        10.0.0.3/24\n        10.0.0.3/32 label eth0:1\n        10.0.0.3/32\n    }\n}\n";
        QCOMPARE(normalised(text), text);
    }

    /// keepalived 2.2.7 leaves a peer with a length out.
    void aPeerStandsWithoutItsLength()
    {
        const std::string text = "static_ipaddress {\n    10.0.0.4/32 dev eth0 peer 10.0.0.9 -nodad\n"
                                 "    10.0.0.5/32 dev eth0 peer 10.0.1.0/24\n    fe80::4/64 dev eth0 peer fe80::9\n}\n";
        QCOMPARE(normalised(text), text);
    }

    void wordsThatNeedQuotesHaveThem()
    {
        const auto text = normalised("global_defs {\nrouter_id \"a # b\"\n}\n");
        QCOMPARE(text, std::string("global_defs {\n    router_id \"a # b\"\n}\n"));
        // At the beginning of a line it would be a condition.
        const auto name = normalised("vrrp_instance A {\ntrack_script {\n\"@lb02\"\n}\n}\n");
        QVERIFY(name.find("\"@lb02\"") != std::string::npos);
        QCOMPARE(normalised(name), name);
    }

    void everyFileOfTheCorpusIsStable()
    {
        const auto folder = std::filesystem::path(TWINHELM_SOURCE_DIR) / "../shared/corpus/conf";
        if (!std::filesystem::exists(folder))
            QSKIP("../shared/corpus is not here: nothing was compared");
        int files = 0;
        for (const auto &entry : std::filesystem::directory_iterator(folder)) {
            std::ifstream in(entry.path(), std::ios::binary);
            const std::string text{std::istreambuf_iterator<char>(in), {}};
            const auto once = config::normalisedText(config::loadText(text, "node", folder.string()).model);
            QVERIFY2(normalised(once, "node") == once, entry.path().c_str());
            ++files;
        }
        QVERIFY(files > 100);
    }
};

QTEST_APPLESS_MAIN(TestNormalised)
#include "tst_normalised.moc"
