#include "common/simulate/setup.h"

#include <QtTest>

#include "common/config/load.h"
#include "tests/support/vrrp/values.h"

using namespace twinhelm;
using namespace twinhelm::simulate;

namespace
{

NodeInput node(const std::string &id, const std::string &interface, const std::string &more = {},
               const std::string &vip = "10.0.0.3")
{
    const auto text = "vrrp_instance VI_1 {\n interface " + interface + "\n virtual_router_id 51\n" + more +
                      "\n virtual_ipaddress {\n " + vip + "\n }\n}\n";
    return {id, config::loadText(text, id).settings, {}};
}

QString addressesOf(const HostSetup &host)
{
    QStringList out;
    for (const auto &facts : host.interfaces) {
        for (const auto &one : facts.addresses)
            out << QString::fromStdString(facts.name + ' ' + one.toString());
    }
    return out.join(", ");
}

} // namespace

class TestSetup : public QObject
{
    Q_OBJECT

private slots:
    void whatIsNotKnownIsMadeUpAndSaid()
    {
        const std::vector<NodeInput> nodes{node("lb1", "eth0"), node("lb2", "eth0")};
        const auto setup = setUp(nodes);
        QCOMPARE(addressesOf(setup.hosts[0]), QString("eth0 198.18.0.1"));
        QCOMPARE(addressesOf(setup.hosts[1]), QString("eth0 198.18.0.2"));
        QCOMPARE(setup.assumptions,
                 (std::vector<std::string>{"lb1 has 198.18.0.1 on eth0", "lb2 has 198.18.0.2 on eth0"}));
    }

    void ipv6NeedsLinkLocalAddresses()
    {
        const std::vector<NodeInput> nodes{node("lb1", "eth0", {}, "2001:db8::3/64")};
        const auto setup = setUp(nodes);
        QCOMPARE(addressesOf(setup.hosts[0]), QString("eth0 fe80::1"));
        QVERIFY(setup.hosts[0].interfaces[0].addresses[0].isLinkLocal());
    }

    void knownAndConfiguredAddressesComeFirst()
    {
        std::vector<NodeInput> nodes{node("lb1", "eth0"), node("lb2", "eth0", " mcast_src_ip 10.0.0.6")};
        nodes[0].addresses["eth0"] = {test::address("10.0.0.5")};
        const auto setup = setUp(nodes);
        QCOMPARE(addressesOf(setup.hosts[0]), QString("eth0 10.0.0.5"));
        QCOMPARE(addressesOf(setup.hosts[1]), QString("eth0 10.0.0.6"));
        QVERIFY(setup.assumptions.empty());
    }

    void peerListsTellWhoIsWho()
    {
        const auto peers = [](const std::string &a, const std::string &b) {
            return " unicast_peer {\n " + a + "\n " + b + "\n }";
        };
        const std::vector<NodeInput> nodes{node("a", "eth0", peers("10.0.0.2", "10.0.0.3")),
                                           node("b", "eth0", peers("10.0.0.1", "10.0.0.3")),
                                           node("c", "eth0", peers("10.0.0.1", "10.0.0.2"))};
        const auto setup = setUp(nodes);
        QCOMPARE(addressesOf(setup.hosts[0]), QString("eth0 10.0.0.1"));
        QCOMPARE(addressesOf(setup.hosts[1]), QString("eth0 10.0.0.2"));
        QCOMPARE(addressesOf(setup.hosts[2]), QString("eth0 10.0.0.3"));
        QVERIFY(setup.assumptions.empty());
    }

    void routersAreOnOneSegmentWhateverTheirInterfacesAreCalled()
    {
        const std::vector<NodeInput> nodes{node("lb1", "eth0"), node("lb2", "ens33")};
        const auto setup = setUp(nodes);
        QCOMPARE(setup.hosts[1].segments.at("ens33"), std::string("eth0"));
        QVERIFY(setup.hosts[0].segments.empty());
    }

    void trackedInterfacesAreThereToo()
    {
        const auto settings = node("lb1", "eth0", " track_interface {\n eth1\n }").settings;
        QCOMPARE(interfacesOf(settings), (std::set<std::string>{"eth0", "eth1"}));
    }
};

QTEST_APPLESS_MAIN(TestSetup)
#include "tst_setup.moc"
