#include <csignal>
#include <filesystem>

#include "tests/lab/config_text.h"
#include "tests/lab/engine.h"
#include "tests/lab/kernel_state.h"
#include "tests/lab/lab_test.h"

using namespace twinhelm::lab;

namespace
{

constexpr auto vip = "10.0.0.3";

/// One host with the interfaces of keepalived's samples, and an engine to put on it.
struct Host {
    Lab lab;
    Node &node = lab.lb1();

    Host()
    {
        node.must({"ip", "address", "add", "192.168.200.5/24", "dev", "eth0"});
        node.must({"ip", "address", "add", "fd00::5/64", "dev", "eth0", "nodad"});
        node.must({"ip", "address", "add", "192.168.100.1/24", "dev", "eth1"});
        addInterface(node, "eth2", "10.9.0.5/24");
        addInterface(node, "eth3");
        settleAddresses(node);
    }
    [[nodiscard]] bool comesTo(const std::string &address) const
    {
        return eventually([&] { return node.holds(address); }, Millis(8000));
    }
};

std::string instance(const std::string &more, const std::string &addresses = std::string("        ") + vip + "\n")
{
    return "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    priority 200\n    version 3\n"
           "    advert_int 0.1\n    virtual_ipaddress {\n" +
           addresses + "    }\n" + more + "}\n";
}

std::string block(const std::string &name, const std::string &lines)
{
    return "    " + name + " {\n" + lines + "    }\n";
}

/// What the engine leaves in the kernel when it is master; and that nothing of it stays.
KernelState holdings(Host &host, EngineKind kind, const std::string &config, const std::string &address,
                     const std::string &configId = {})
{
    const auto before = kernelState(host.node);
    EngineOptions options;
    options.configId = configId;
    Engine engine(host.node, kind, config, options);
    if (!host.comesTo(address))
        qWarning("%s did not become master:\n%s", engineName(kind).c_str(), engine.log().c_str());
    QTest::qWait(300); // routes and rules follow the addresses
    auto out = kernelState(host.node);
    engine.stop();
    const auto left = difference(before, kernelState(host.node));
    if (!left.empty())
        qWarning("%s left behind or took away:\n%s", engineName(kind).c_str(), left.c_str());
    return out;
}

std::string everyOption()
{
    return "static_ipaddress {\n    10.77.0.1/24 dev eth2 scope link\n}\n"
           "static_routes {\n"
           "    10.20.0.0/16 dev eth1\n"
           "    10.22.0.0/16 dev eth2 scope link metric 7 mtu 1400 advmss lock 1300 rtt 300ms rttvar 250ms rto_min 1s "
           "initcwnd 20 quickack 1 features ecn congctl reno\n"
           "    fd01::/64 dev eth0\n"
           "    fd02::/64 via fd00::9 metric 3\n"
           "    unreachable 10.23.0.0/16\n"
           "    10.24.0.0/16 nexthop via 192.168.200.9 dev eth0 weight 2 nexthop via 192.168.100.9 dev eth1 weight 3\n"
           "    throw 10.26.0.0/16 table 55\n"
           "    default via 192.168.200.254 table 77\n"
           "    10.27.0.0/16 via 192.168.200.9 tos 8 realms 3/4\n"
           "    append 10.29.0.0/16 dev eth0\n"
           "    fd03::/64 dev eth0 pref high\n"
           "    10.30.0.0/16 via 192.168.200.9 dev eth0 onlink src 192.168.100.1\n"
           "}\n"
           "static_rules {\n"
           "    from 192.168.100.0/24 table 1\n"
           "    to 192.168.100.0/24 table 1\n"
           "    from fd00::/64 table 7\n"
           "    from 10.0.0.0/8 iif eth1 blackhole\n"
           "}\n" +
           instance(block("virtual_ipaddress_excluded", "        fd00::77\n        fd00:1::78/64 dev eth2\n"
                                                        "        10.0.0.9/24 dev eth2\n") +
                        block("virtual_routes", "        10.40.0.0/16 via 192.168.200.9 metric 12\n"
                                                "        10.41.0.0/16 via 192.168.200.9 or 192.168.200.8\n"
                                                "        blackhole 10.42.0.1/32\n"
                                                "        fd05::/64 via fd00::9 dev eth0 metric 9\n") +
                        block("virtual_rules", "        from 192.168.200.0/24 table 2\n"
                                               "        to 192.168.200.0/24 table 2 preference 100\n"
                                               "        fwmark 0x10/0xf0 uidrange 100-200 ipproto tcp dport 80-90 "
                                               "preference 200 goto 32000\n"
                                               "        not from 1.2.3.4 iif eth0 oif eth1 tos 0x10 "
                                               "suppress_prefixlength 1 table main\n"
                                               "        realms 1/2 from 10.1.1.0/24 table 66\n"
                                               "        from all sport 10-20 prohibit preference 300\n"),
                    "        10.0.0.3\n        192.168.200.17/24 dev eth1 brd +\n"
                    "        10.0.0.19/24 label eth0:vip\n        10.0.0.20/32 scope link\n");
}

std::string sample(const std::string &name)
{
    for (const std::string folder : {"/usr/share/doc/keepalived/samples/", TWINHELM_SOURCE_DIR "/../shared/keepalived/"
                                                                                               "samples/"}) {
        const auto text = readWholeFile(folder + "keepalived.conf." + name);
        if (!text.empty())
            return text;
    }
    return {};
}

} // namespace

/// What the engine sets in a real kernel.
class TestAddresses : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { REQUIRE_LAB(); }

    /// The same configuration, keepalived 2.2.7 and we in turn on the same host: the kernel holds the same.
    void setsWhatKeepalivedSets_data()
    {
        QTest::addColumn<QString>("config");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("id");
        for (const char *name : {"vrrp.routes", "vrrp.rules"})
            QTest::newRow(name) << QString::fromStdString(sample(name)) << "192.168.200.18"
                                << "";
        QTest::newRow("vrrp.static_ipaddress")
            << QString::fromStdString(sample("vrrp.static_ipaddress")) << "192.168.200.20"
            << "";
        auto tracking = sample("track_interface");
        if (const auto at = tracking.find("eth0.1"); at != std::string::npos) // there is no VLAN here
            tracking.replace(at, 6, "eth0  ");
        QTest::newRow("track_interface") << QString::fromStdString(tracking) << "192.168.200.18"
                                         << "";
        auto conditional = sample("conditional_conf");
        for (const char *line :
             {"@high net_namespace high", "@low net_namespace low", "\ttrack_script {\n", "\t\tcheck_VI_0\n\t}\n"}) {
            if (const auto at = conditional.find(line); at != std::string::npos)
                conditional.erase(at, std::string(line).size());
        }
        if (const auto at = conditional.find("advert_int 12"); at != std::string::npos)
            conditional.replace(at, 13, "advert_int 0.1");
        QTest::newRow("conditional_conf") << QString::fromStdString(conditional) << "10.1.0.254"
                                          << "high";
        QTest::newRow("every option") << QString::fromStdString(everyOption()) << vip << "";
        QTest::newRow("vmac") << QString::fromStdString(instance("    use_vmac\n")) << vip << "";
        QTest::newRow("vmac and another device")
            << QString::fromStdString(instance("    use_vmac myname\n    vmac_xmit_base\n",
                                               "        10.0.0.3/24\n        10.9.0.9 dev eth2 use_vmac\n"
                                               "        10.9.0.10 dev eth2\n"))
            << vip << "";
        QTest::newRow("vmac of IPv6") << QString::fromStdString(
                                             instance("    use_vmac\n", "        fe80::77\n        fd00::99/64\n"))
                                      << "fd00::99"
                                      << "";
    }
    void setsWhatKeepalivedSets()
    {
        QFETCH(QString, config);
        QFETCH(QString, address);
        QFETCH(QString, id);
        if (config.isEmpty())
            QSKIP("keepalived's samples are not on this machine");
        Host host;
        const auto theirs =
            holdings(host, EngineKind::Keepalived, config.toStdString(), address.toStdString(), id.toStdString());
        QVERIFY2(theirs.size() > 10, "the host shows nothing");
        const auto ours =
            holdings(host, EngineKind::Twinhelm, config.toStdString(), address.toStdString(), id.toStdString());
        const auto unexpected = difference(theirs, ours);
        if (!unexpected.empty())
            showLong("- keepalived, + twinhelmd\n" + unexpected + host.lab.logs());
        QVERIFY2(unexpected.empty(), unexpected.c_str());
    }

    /// Whatever ends it: after the orderly end the host is as it was.
    void theEndLeavesTheHostAsItWas()
    {
        Host host;
        const auto settings = [&] {
            return host.node.must({"sh", "-c",
                                   "cd /proc/sys/net/ipv4/conf; grep . eth0/arp_* eth0/rp_filter all/rp_filter "
                                   "eth2/rp_filter eth0/promote_secondaries; nft list tables"});
        };
        host.node.must({"sh", "-c", "echo 1 > /proc/sys/net/ipv4/conf/all/rp_filter"});
        const auto before = kernelState(host.node);
        const auto settingsBefore = settings();
        std::optional<Engine> engine(
            std::in_place, host.node, EngineKind::Twinhelm,
            everyOption().insert(everyOption().rfind("}\n"), "    use_vmac\n    no_accept\n    promote_secondaries\n"));
        VERIFY_IN_LAB(host.comesTo(vip), host.lab);
        QVERIFY(settings() != settingsBefore);
        // A killed predecessor's work is known to its successor.
        engine->killTree();
        QVERIFY(host.node.holds(vip));
        engine.emplace(host.node, EngineKind::Twinhelm, instance(""));
        VERIFY_IN_LAB(eventually([&] { return !host.node.holds("10.0.0.19"); }, Millis(3000)), host.lab);
        VERIFY_IN_LAB(host.comesTo(vip), host.lab);
        QCOMPARE(engine->stop().value_or(-1), 0);
        const auto left = difference(before, kernelState(host.node));
        VERIFY_IN_LAB(left.empty() || (showLong(left), false), host.lab);
        QCOMPARE(settings(), settingsBefore);
    }

    void aReloadChangesOnlyTheDifference()
    {
        Host host;
        Engine engine(host.node, EngineKind::Twinhelm, everyOption());
        VERIFY_IN_LAB(host.comesTo(vip), host.lab);
        const auto before = kernelState(host.node);
        auto changed = everyOption();
        changed.replace(changed.find("metric 12"), 9, "metric 13");
        changed.replace(changed.find("preference 300"), 14, "preference 301");
        engine.writeConfig(changed);
        engine.reload();
        const auto hasNew = [&] { return host.node.must({"ip", "route"}).find("metric 13") != std::string::npos; };
        VERIFY_IN_LAB(eventually(hasNew, Millis(3000)), host.lab);
        const auto lines = QString::fromStdString(difference(before, kernelState(host.node))).count('\n');
        QCOMPARE(lines, 4); // a route and a rule: one line less, one more each
        QVERIFY(host.node.must({"ip", "route"}).find("metric 12") == std::string::npos);
    }

    /// ARP tells the virtual MAC, the same one from whichever balancer.
    void theVirtualMacAnswers()
    {
        Lab lab;
        Engine one(lab.lb1(), EngineKind::Twinhelm, instance("    use_vmac\n"));
        const auto mac = [&] {
            lab.client().run({"ping", "-c", "1", "-W", "1", vip});
            return lab.client().run({"ip", "neighbour", "show", vip}).output;
        };
        const auto virtualMac = [&] { return mac().find("00:00:5e:00:01:33") != std::string::npos; };
        VERIFY_IN_LAB(eventually(virtualMac, Millis(5000)), lab);
        auto lower = instance("    use_vmac\n");
        lower.replace(lower.find("priority 200"), 12, "priority 100");
        Engine two(lab.lb2(), EngineKind::Twinhelm, lower);
        QTest::qWait(500);
        QVERIFY(!lab.lb2().holds(vip)); // it hears the master's adverts through its own virtual link
        one.killTree();
        VERIFY_IN_LAB(eventually([&] { return lab.lb2().holds(vip); }, Millis(3000)), lab);
        lab.lb1().must({"ip", "link", "set", "eth0", "down"});
        VERIFY_IN_LAB(eventually(
                          [&] {
                              return lab.client().run({"ping", "-c", "1", "-W", "1", vip}).exitCode == 0;
                          },
                          Millis(3000)),
                      lab);
        QVERIFY(virtualMac());
    }

    /// no_accept: ARP is answered, packets to the address are not.
    void aMasterThatMayNotAcceptDropsPackets()
    {
        Lab lab;
        Engine engine(lab.lb1(), EngineKind::Twinhelm,
                      instance("    no_accept\n" + block("virtual_ipaddress_excluded", "        fd00::3/64\n")));
        VERIFY_IN_LAB(eventually([&] { return lab.lb1().holds(vip); }, Millis(5000)), lab);
        QVERIFY(lab.client().run({"ping", "-c", "1", "-W", "1", vip}).exitCode != 0);
        QVERIFY(lab.client().run({"ip", "neighbour", "show", vip}).output.find("lladdr") != std::string::npos);
        lab.client().must({"ip", "address", "add", "fd00::100/64", "dev", "eth0", "nodad"});
        QVERIFY(lab.client().run({"ping", "-c", "1", "-W", "1", "fd00::3"}).exitCode != 0);
        QVERIFY(lab.client().run({"ip", "neighbour", "show", "fd00::3"}).output.find("lladdr") != std::string::npos);
        const auto rules = lab.lb1().must({"nft", "list", "ruleset"});
        QVERIFY2(rules.find("table ip twinhelm") != std::string::npos, rules.c_str());
        QVERIFY2(rules.find("table ip6 twinhelm") != std::string::npos, rules.c_str());
        QVERIFY2(rules.find(vip) != std::string::npos && rules.find("fd00::3") != std::string::npos, rules.c_str());
        // Somebody flushed it: the next change mends it.
        QCOMPARE(lab.client().run({"ping", "-c", "1", "-W", "1", lab.options().lb1.address}).exitCode, 0);
        engine.writeConfig(instance("    accept\n"));
        engine.reload();
        VERIFY_IN_LAB(eventually(
                          [&] {
                              return lab.client().run({"ping", "-c", "1", "-W", "1", vip}).exitCode == 0;
                          },
                          Millis(5000)),
                      lab);
        QCOMPARE(engine.stop().value_or(-1), 0);
        QCOMPARE(lab.lb1().must({"nft", "list", "ruleset"}), std::string());
    }

    /// An interface that is not there is that instance's fault alone, until it comes.
    void anUnknownInterfaceIsOneInstancesFault()
    {
        Host host;
        auto other = instance("", "        10.8.0.3/24\n");
        other.replace(other.find("VI_1"), 4, "VI_2");
        other.replace(other.find("interface eth0"), 14, "interface eth7");
        Engine engine(host.node, EngineKind::Twinhelm, instance("") + other);
        VERIFY_IN_LAB(host.comesTo(vip), host.lab);
        VERIFY_IN_LAB(
            eventually([&] { return engine.log().find("interface eth7 does not exist") != std::string::npos; },
                       Millis(3000)),
            host.lab);
        addInterface(host.node, "eth7", "10.8.0.1/24");
        VERIFY_IN_LAB(host.comesTo("10.8.0.3"), host.lab);
        host.node.must({"ip", "link", "delete", "eth7"});
        QTest::qWait(200);
        QVERIFY(host.node.holds(vip));
        addInterface(host.node, "eth7", "10.8.0.1/24");
        VERIFY_IN_LAB(host.comesTo("10.8.0.3"), host.lab);
    }
};

QTEST_GUILESS_MAIN(TestAddresses)
#include "tst_addresses.moc"
