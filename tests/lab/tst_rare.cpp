#include <sstream>

#include "tests/lab/config_text.h"
#include "tests/lab/engine.h"
#include "tests/lab/kernel_state.h"
#include "tests/lab/lab_test.h"
#include "tests/lab/sniffer.h"
#include "tests/lab/wire_tap.h"

using namespace twinhelm::lab;

namespace
{

constexpr auto vip = "10.0.0.3";

InstanceText fast(int priority, const std::string &more = {})
{
    return {.virtualRouterId = 51, .priority = priority, .version = 3, .advert = "0.1", .password = "", .more = more};
}

/// Groups of an interface from /proc/net/igmp, each four bytes the way they stand in memory; a name, then its lines.
std::string igmpGroups(Node &node, const std::string &interface)
{
    std::istringstream lines(node.must({"cat", "/proc/net/igmp"}));
    std::string groups;
    bool ours = false;
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string first, second;
        words >> first >> second;
        if (line.empty() || line[0] != '\t')
            ours = second == interface;
        else if (ours)
            groups += first + " ";
    }
    return groups;
}

constexpr auto vrrpGroup = "120000E0"; // 224.0.0.18
constexpr auto ownGroup = "630000E0";  // 224.0.0.99

} // namespace

/// Parts that few configurations use, each on a real kernel.
class TestRare : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { REQUIRE_LAB(); }

    /// auth_type AH over IPv6 is left out, as keepalived leaves it out, and the pair runs.
    void authenticationHeaderOverIpv6IsLeftOut_data()
    {
        QTest::addColumn<bool>("theirs");
        QTest::newRow("two of ours") << false;
        QTest::newRow("with keepalived") << true;
    }
    void authenticationHeaderOverIpv6IsLeftOut()
    {
        QFETCH(bool, theirs);
        Lab lab;
        WireTap tap(lab, {"lb01", "lb02"});
        for (auto *node : {&lab.lb1(), &lab.lb2()})
            settleAddresses(*node);
        InstanceText text{.virtualRouterId = 51,
                          .priority = 150,
                          .version = 2,
                          .password = "secret",
                          .authType = "AH",
                          .addresses = {"fe80::3/64", "fd00::3/64"}};
        Engine strong(lab.lb1(), EngineKind::Twinhelm, configText("lb01", {text}));
        VERIFY_IN_LAB(eventually([&] { return lab.lb1().holds("fd00::3"); }, Millis(8000)), lab);
        text.priority = 100;
        Engine weak(lab.lb2(), theirs ? EngineKind::Keepalived : EngineKind::Twinhelm, configText("lb02", {text}));
        QTest::qWait(5000); // longer than a router that understands nothing would wait
        QVERIFY(!lab.lb2().holds("fd00::3"));
        for (const auto &advert : tap.adverts({}))
            QVERIFY(advert.host == "lb01" && !advert.authHeader && advert.id.family == 6);
        QVERIFY(strong.log().find("[K0233]") != std::string::npos);
        QCOMPARE(strong.stop().value_or(-1), 0);
        VERIFY_IN_LAB(eventually([&] { return lab.lb2().holds("fd00::3"); }, Millis(4000)), lab);
    }

    /// Version 2, unicast, with AH: on the wire every advert is unicast and signed, and moves the VIP between engines.
    void authenticationHeaderInUnicast()
    {
        Lab lab;
        WireTap tap(lab, {"lb01", "lb02"});
        const auto text = [&](bool first) {
            InstanceText one{.priority = first ? 150 : 100, .version = 2, .password = "secret", .authType = "AH"};
            const auto &options = lab.options();
            one.more = "    unicast_src_ip " + (first ? options.lb1 : options.lb2).address +
                       "\n    unicast_peer {\n        " + (first ? options.lb2 : options.lb1).address + "\n    }\n";
            return configText(first ? "lb01" : "lb02", {one});
        };
        Engine weak(lab.lb2(), EngineKind::Keepalived, text(false));
        Engine strong(lab.lb1(), EngineKind::Twinhelm, text(true));
        VERIFY_IN_LAB(eventually([&] { return lab.lb1().holds(vip) && !lab.lb2().holds(vip); }, Millis(10000)), lab);
        const auto since = Clock::now();
        QTest::qWait(2500);
        const auto heard = tap.adverts(since);
        QVERIFY(heard.size() >= 2);
        for (const auto &advert : heard)
            QVERIFY(advert.host == "lb01" && advert.unicast && advert.authHeader);
        QCOMPARE(strong.stop().value_or(-1), 0);
        VERIFY_IN_LAB(eventually([&] { return lab.lb2().holds(vip); }, Millis(3000)), lab);
        Engine again(lab.lb1(), EngineKind::Twinhelm, text(true)); // its sequence numbers go on above those it sent
        VERIFY_IN_LAB(eventually([&] { return lab.lb1().holds(vip) && !lab.lb2().holds(vip); }, Millis(8000)), lab);
        QVERIFY(weak.log().find("sequence number") == std::string::npos);
    }

    /// Two instances with virtual MACs in one sync group: an interface fails and both addresses move with their MACs.
    void virtualMacsInASyncGroup()
    {
        Lab lab;
        for (auto *node : {&lab.lb1(), &lab.lb2()})
            settleAddresses(*node);
        const auto text = [](int priority) {
            auto one = fast(priority, "    use_vmac\n");
            auto two = one;
            two.name = "VI_2";
            two.virtualRouterId = 52;
            two.interface = "eth1";
            two.addresses = {"172.16.1.3"};
            return "vrrp_sync_group PAIR {\n    group {\n        VI_1\n        VI_2\n    }\n}\n" +
                   configText("lb", {one, two});
        };
        const auto all = [](Node &node) { return node.holds(vip) && node.holds("172.16.1.3"); };
        const auto none = [](Node &node) { return !node.holds(vip) && !node.holds("172.16.1.3"); };
        Engine strong(lab.lb1(), EngineKind::Twinhelm, text(150));
        Engine weak(lab.lb2(), EngineKind::Twinhelm, text(100));
        VERIFY_IN_LAB(eventually([&] { return all(lab.lb1()) && none(lab.lb2()); }, Millis(8000)), lab);
        lab.lb1().must({"ip", "link", "set", "eth1", "down"});
        VERIFY_IN_LAB(eventually([&] { return none(lab.lb1()) && all(lab.lb2()); }, Millis(4000)), lab);
        lab.client().run({"ping", "-c", "1", "-W", "1", vip});
        const auto neighbour = lab.client().run({"ip", "neighbour", "show", vip}).output;
        QVERIFY2(neighbour.find("00:00:5e:00:01:33") != std::string::npos, neighbour.c_str());
        lab.lb1().must({"ip", "link", "set", "eth1", "up"});
        VERIFY_IN_LAB(eventually([&] { return all(lab.lb1()) && none(lab.lb2()); }, Millis(6000)), lab);
        lab.lb1().must({"ip", "link", "delete", "vrrp.52"}); // somebody removes one: it is put back, the pair stays
        VERIFY_IN_LAB(eventually([&] { return all(lab.lb1()); }, Millis(5000)), lab);
        QCOMPARE(strong.stop().value_or(-1), 0);
        VERIFY_IN_LAB(eventually([&] { return all(lab.lb2()); }, Millis(4000)), lab);
        QVERIFY(lab.lb1().run({"ip", "-o", "link", "show", "type", "macvlan"}).output.empty());
    }

    /// The engine is a member of the group on each of its interfaces, of its own group where it has one, and of none
    /// with unicast; and leaves it again.
    void groupMembership()
    {
        Lab lab;
        Node &node = lab.lb1();
        auto own = fast(150, "    mcast_dst_ip 224.0.0.99\n");
        own.name = "VI_2";
        own.virtualRouterId = 52;
        own.interface = "eth1";
        own.addresses = {"172.16.1.3"};
        Engine engine(node, EngineKind::Twinhelm, configText("lb01", {fast(150), own}));
        const auto member = [&](const char *interface, const char *group) {
            return igmpGroups(node, interface).find(group) != std::string::npos;
        };
        VERIFY_IN_LAB(eventually([&] { return member("eth0", vrrpGroup) && member("eth1", ownGroup); }, Millis(5000)),
                      lab);
        QVERIFY(!member("eth0", ownGroup) && !member("eth1", vrrpGroup));
        auto peers = fast(150, "    unicast_peer {\n        10.0.0.6\n    }\n");
        engine.writeConfig(configText("lb01", {peers, own}));
        engine.reload();
        VERIFY_IN_LAB(eventually([&] { return !member("eth0", vrrpGroup); }, Millis(5000)), lab);
        QVERIFY(member("eth1", ownGroup));
        QCOMPARE(engine.stop().value_or(-1), 0);
        QVERIFY(!member("eth1", ownGroup));
    }

    /// The first address of a network goes while the engine runs: with promote_secondaries the VIP in the same network
    /// stays; without, the kernel takes it along and it is put back.
    void promoteSecondariesWhileRunning_data()
    {
        QTest::addColumn<bool>("promote");
        QTest::newRow("promote_secondaries") << true;
        QTest::newRow("not") << false;
    }
    void promoteSecondariesWhileRunning()
    {
        QFETCH(bool, promote);
        Lab lab;
        Node &node = lab.lb1();
        auto text = fast(150, promote ? "    promote_secondaries\n" : "");
        text.addresses = {"10.0.0.3/24"};
        text.more += "    mcast_src_ip 10.0.0.5\n";
        const auto setting = [&] {
            return node.must({"cat", "/proc/sys/net/ipv4/conf/eth0/promote_secondaries"}).substr(0, 1);
        };
        node.must({"sh", "-c", "echo 0 > /proc/sys/net/ipv4/conf/eth0/promote_secondaries"});
        node.must({"ip", "address", "add", "10.99.0.1/24", "dev", "eth0"});
        Engine engine(node, EngineKind::Twinhelm, configText("lb01", {text}));
        VERIFY_IN_LAB(eventually([&] { return node.holds(vip); }, Millis(5000)), lab);
        QCOMPARE(setting(), std::string(promote ? "1" : "0"));
        node.must({"ip", "address", "del", "10.0.0.5/24", "dev", "eth0"});
        if (promote) {
            QVERIFY(node.holds(vip));
            QTest::qWait(300);
            QVERIFY2(engine.log().find("was removed") == std::string::npos, engine.log().c_str());
        } else {
            VERIFY_IN_LAB(eventually([&] { return engine.log().find("10.0.0.3/24 was removed") != std::string::npos; },
                                     Millis(2000)),
                          lab);
        }
        VERIFY_IN_LAB(eventually([&] { return node.holds(vip); }, Millis(2000)), lab);
        QCOMPARE(engine.stop().value_or(-1), 0);
        QCOMPARE(setting(), std::string("0"));
    }

    /// What the kernel has not is the fault of that instance alone, and its name is said.
    void aMissingIpvlanIsOneInstancesFault()
    {
        Lab lab;
        Node &node = lab.lb1();
        const bool has = node.run({"ip", "link", "add", "try0", "link", "eth1", "type", "ipvlan"}).exitCode == 0;
        if (has)
            QSKIP("this kernel has ipvlan: what happens without it cannot be seen here");
        auto other = fast(150, "    use_ipvlan\n");
        other.name = "VI_2";
        other.virtualRouterId = 52;
        other.interface = "eth1";
        other.addresses = {"172.16.1.3"};
        Engine engine(node, EngineKind::Twinhelm, configText("lb01", {fast(150), other}));
        VERIFY_IN_LAB(eventually([&] { return node.holds(vip); }, Millis(5000)), lab);
        VERIFY_IN_LAB(eventually([&] { return engine.log().find("this kernel has no ipvlan") != std::string::npos; },
                                 Millis(3000)),
                      lab);
        QVERIFY(!node.holds("172.16.1.3"));
        engine.writeConfig(configText("lb01", {fast(150)}));
        engine.reload();
        QTest::qWait(500);
        QVERIFY(node.holds(vip));
    }

    /// The owner of the address accepts packets to it whatever no_accept says elsewhere; strict mode drops for others.
    void strictModeDropsForAllButTheOwner_data()
    {
        QTest::addColumn<bool>("owner");
        QTest::newRow("owner") << true;
        QTest::newRow("another") << false;
    }
    void strictModeDropsForAllButTheOwner()
    {
        QFETCH(bool, owner);
        Lab lab;
        auto text = fast(owner ? 255 : 150);
        text.state = owner ? "MASTER" : "BACKUP";
        Engine engine(lab.lb1(), EngineKind::Twinhelm,
                      "global_defs {\n    vrrp_strict\n}\n" + configText("lb01", {text}));
        VERIFY_IN_LAB(eventually([&] { return lab.lb1().holds(vip); }, Millis(5000)), lab);
        QTest::qWait(200);
        const bool answers = lab.client().run({"ping", "-c", "1", "-W", "1", vip}).exitCode == 0;
        QCOMPARE(answers, owner);
    }
};

QTEST_GUILESS_MAIN(TestRare)
#include "tst_rare.moc"
