#include <QtTest>

#include "common/config/load.h"
#include "common/config/lower/lower.h"

using namespace twinhelm;

namespace
{

vrrp::NodeSettings settingsOf(const std::string &text, const config::RoutingLookup &lookup = {})
{
    return config::lower(config::loadText(text, "lb1").model, lookup);
}

std::string instance(const std::string &more, const std::string &addresses = "10.0.0.3\n", const char *name = "A")
{
    return std::string("vrrp_instance ") + name + " {\n interface eth0\n virtual_router_id 5\n" + more +
           " virtual_ipaddress {\n" + addresses + " }\n}\n";
}

const vrrp::InstanceSettings &only(const vrrp::NodeSettings &settings)
{
    if (settings.instances.size() != 1)
        qFatal("one instance was expected");
    return settings.instances.front();
}

std::vector<std::string> routesOf(const std::string &lines)
{
    std::vector<std::string> out;
    for (const auto &one : settingsOf("static_routes {\n" + lines + "\n}\n").statics.routes)
        out.push_back(toString(one));
    return out;
}

} // namespace

class tst_LowerObjects : public QObject
{
    Q_OBJECT

private slots:
    void routes_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("route");
        const auto row = [](const char *line, const char *route) { QTest::newRow(line) << line << route; };
        row("10.1.0.0/16 dev eth1", "10.1.0.0/16 dev eth1");
        row("src 10.0.0.1 10.1.0.0/16 via 10.0.0.9 dev eth1", "10.1.0.0/16 via 10.0.0.9 dev eth1 src 10.0.0.1");
        row("default via 10.0.0.9 table 100 metric 5", "default via 10.0.0.9 table 100 metric 5");
        row("default6 via fd00::9", "default via fd00::9");
        row("blackhole 10.1.0.1/32", "blackhole 10.1.0.1/32");
        row("10.1.0.0/16 via 10.0.0.8 or 10.0.0.9", "10.1.0.0/16 nexthop via 10.0.0.8 nexthop via 10.0.0.9");
        row("10.1.0.0/16 nexthop via 10.0.0.8 dev eth0 weight 2 nexthop dev eth1",
            "10.1.0.0/16 nexthop via 10.0.0.8 dev eth0 nexthop dev eth1");
        row("fd01::/64 dev eth0 priority 3", "fd01::/64 dev eth0 metric 3");
    }
    void routes()
    {
        QFETCH(QString, line);
        QFETCH(QString, route);
        const auto routes = routesOf(line.toStdString());
        QCOMPARE(routes.size(), std::size_t(1));
        QCOMPARE(QString::fromStdString(routes.front()), route);
    }

    void metricsHaveTheKernelsUnits()
    {
        const auto settings = settingsOf("static_routes {\n 10.1.0.0/16 dev eth0 mtu lock 1400 rtt 300ms rttvar 1s "
                                         "rto_min 250ms features ecn realms 3/4\n}\n");
        const auto &route = settings.statics.routes.front();
        const std::vector<vrrp::RouteMetric> wanted{
            {2, 1400, true}, {4, 2400, false}, {5, 4000, false}, {12, 1, false}, {13, 250, false}};
        QVERIFY(route.metrics == wanted);
        QVERIFY(route.realms == 0x30004U);
    }

    void rulesWithoutAPreferenceCountDownward()
    {
        const auto settings = settingsOf("static_rules {\n from 10.0.0.0/8 table 1\n from fd00::/64 table 1\n"
                                         " from 11.0.0.0/8 table 1 preference 9\n to 10.0.0.0/8 table 1\n"
                                         " to 10.0.0./8 table 1\n from 10.1.0.0/16 goto 5\n}\n" +
                                         instance(" virtual_rules {\n fwmark 0x10/0xf0 prohibit\n }\n"));
        std::vector<std::string> texts;
        for (const auto &rule : settings.statics.rules)
            texts.push_back(toString(rule));
        const std::vector<std::string> wanted{"16384: from 10.0.0.0/8 lookup 1", "16384: from fd00::/64 lookup 1",
                                              "9: from 11.0.0.0/8 lookup 1", "16383: from all to 10.0.0.0/8 lookup 1"};
        QCOMPARE(texts, wanted); // neither the broken address nor the jump without a preference
        QCOMPARE(toString(only(settings).rules.front()), std::string("16382: from all fwmark 16 prohibit"));
        QVERIFY(only(settings).rules.front().markMask == 0xf0U);
    }

    void namesOfTheNodeAreLookedUp()
    {
        const std::string text = "static_routes {\n 10.1.0.0/16 dev eth0 table uplink\n 10.2.0.0/16 dev eth0\n}\n";
        const auto unknown = settingsOf(text);
        QCOMPARE(unknown.statics.routes.size(), std::size_t(1));
        QCOMPARE(unknown.leftOut.size(), std::size_t(1));
        QVERIFY(unknown.leftOut.front().find("uplink") != std::string::npos);
        const auto known = settingsOf(text, [](config::RoutingNames file, const std::string &name) {
            return file == config::RoutingNames::Tables && name == "uplink" ? std::optional(77U) : std::nullopt;
        });
        QCOMPARE(known.statics.routes.size(), std::size_t(2));
        QCOMPARE(known.statics.routes.front().table, 77U);
        QVERIFY(known.leftOut.empty());
    }

    void virtualMac()
    {
        const auto settings =
            settingsOf(instance(" use_vmac\n", "10.0.0.3\n10.9.0.3 dev eth2 use_vmac\n10.8.0.3 dev eth3\n"));
        const auto &one = only(settings);
        QCOMPARE(one.virtualLinks.size(), std::size_t(2));
        QCOMPARE(one.virtualLinks[0].name, std::string("vrrp.5"));
        QCOMPARE(one.virtualLinks[0].base, std::string("eth0"));
        QVERIFY((one.virtualLinks[0].mac == vrrp::Mac{0, 0, 0x5e, 0, 1, 5}));
        QCOMPARE(one.virtualLinks[1].name, std::string("vrrp1.5"));
        QCOMPARE(one.wire(), std::string("vrrp.5"));
        QCOMPARE(one.addressDevice(), std::string("vrrp.5"));
        QCOMPARE(one.addresses[0].device, std::string());
        QCOMPARE(one.addresses[1].device, std::string("vrrp1.5"));
        QCOMPARE(one.addresses[2].device, std::string("eth3"));
        auto simulated = settings;
        vrrp::useBaseInterfaces(simulated);
        QCOMPARE(only(simulated).wire(), std::string("eth0"));
        QCOMPARE(only(simulated).addresses[1].device, std::string("eth2"));
        QVERIFY(only(simulated).virtualLinks.empty());
    }

    void virtualMacOfIPv6AndOfUnicast()
    {
        const auto both = settingsOf(instance(" use_vmac\n") + instance(" use_vmac\n", "fd00::3\n", "B"));
        QCOMPARE(both.instances.size(), std::size_t(2));
        QCOMPARE(both.instances[1].virtualLinks.front().name, std::string("vrrp6.5"));
        QVERIFY((both.instances[1].virtualLinks.front().mac == vrrp::Mac{0, 0, 0x5e, 0, 2, 5}));
        for (const char *base : {" vmac_xmit_base\n", " unicast_peer {\n 10.0.0.6\n }\n"}) {
            const auto settings = settingsOf(instance(std::string(" use_vmac mine\n") + base));
            QCOMPARE(only(settings).wire(), std::string("eth0"));
            QCOMPARE(only(settings).addressDevice(), std::string("mine"));
        }
        const auto excluded = settingsOf(instance(" use_vmac\n virtual_ipaddress_excluded {\n fd00::7\n }\n"));
        QCOMPARE(only(excluded).excludedAddresses.front().device, std::string("eth0"));
    }

    void acceptIsOffInStrictMode()
    {
        QVERIFY(only(settingsOf(instance(""))).accept);
        QVERIFY(!only(settingsOf(instance(" no_accept\n"))).accept);
        QVERIFY(!only(settingsOf(instance(" strict_mode\n"))).accept);
        QVERIFY(only(settingsOf(instance(" strict_mode\n accept\n version 3\n"))).accept);
        QVERIFY(only(settingsOf(instance(" strict_mode\n priority 255\n"))).accept);
    }

    /// What it needs is what it fails without.
    void devicesAreTracked()
    {
        const auto settings =
            settingsOf("track_group G {\n group {\n A\n }\n}\nstatic_routes {\n 10.5.0.0/16 dev eth5 track_group G\n"
                       " 10.6.0.0/16 dev eth6\n}\n" +
                       instance(" track_interface {\n eth2 weight 5\n }\n virtual_routes {\n 10.3.0.0/16 dev eth3\n"
                                " 10.4.0.0/16 dev eth4 no_track\n }\n",
                                "10.0.0.3 dev eth0\n10.0.0.4 dev eth2\n10.0.0.7 dev eth7 no_track\n"));
        std::vector<std::string> names;
        for (const auto &one : only(settings).trackInterfaces)
            names.push_back(one.name + ' ' + std::to_string(one.weight));
        QCOMPARE(names, (std::vector<std::string>{"eth2 5", "eth3 0", "eth5 0"}));
    }

    void staticAddressesHaveADevice()
    {
        const auto settings = settingsOf("global_defs {\n default_interface eth9\n}\nstatic_ipaddress {\n 10.0.0.1/24\n"
                                         " fd00::1/64 dev eth1 home -nodad mngtmpaddr autojoin noprefixroute\n}\n");
        QCOMPARE(settings.statics.addresses.size(), std::size_t(2));
        QCOMPARE(settings.statics.addresses[0].device, std::string("eth9"));
        const auto &v6 = settings.statics.addresses[1];
        QVERIFY(v6.home && !v6.noDad && v6.manageTemporary && v6.autoJoin && v6.noPrefixRoute);
    }
};

QTEST_GUILESS_MAIN(tst_LowerObjects)
#include "tst_lower_objects.moc"
