#include <QtTest>

#include "common/ipvs/realserver_check.h"

using namespace twinhelm;
using namespace twinhelm::ipvs;

namespace
{

RealServerSettings settings(Method method = Method::Direct)
{
    ServedAddress one;
    one.address = IpAddress::v4({10, 0, 0, 3});
    one.forwarding.method = method;
    return {{one}, "lo"};
}

RealServerState::Interface interface(const char *name, const char *address)
{
    RealServerState::Interface out;
    out.name = name;
    out.up = true;
    if (address != nullptr)
        out.addresses.push_back(Prefix::parse(address).value());
    out.arpIgnore = out.arpAnnounce = out.rpFilter = 0;
    return out;
}

/// A real server as it should be.
RealServerState good(const RealServerSettings &settings)
{
    RealServerState out;
    const bool tunnel = settings.addresses[0].forwarding.method == Method::Tunnel;
    out.interfaces = {interface("lo", tunnel ? "127.0.0.1/8" : "10.0.0.3/32"), interface("eth0", "10.0.0.7/24")};
    if (tunnel)
        out.interfaces.push_back(interface("tunl0", "10.0.0.3/32"));
    out.arpIgnore = 1;
    out.arpAnnounce = 2;
    out.sysctlFile = realServerSysctls(settings);
    out.unitFile = realServerUnitText(settings);
    return out;
}

QStringList problems(const RealServerState &state, Method method = Method::Direct)
{
    QStringList out;
    for (const auto &one : realServerProblems(settings(method), state))
        out << QString::fromStdString(one.what + (one.mend.empty() ? "" : " | " + one.mend));
    return out;
}

} // namespace

class TestRealserverCheck : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsWrong()
    {
        QCOMPARE(problems(good(settings())), QStringList());
        QCOMPARE(problems(good(settings(Method::Tunnel)), Method::Tunnel), QStringList());
    }

    void missingAddress()
    {
        auto state = good(settings());
        state.interfaces[0].addresses.clear();
        QCOMPARE(problems(state),
                 QStringList{"10.0.0.3 is not on lo: packets that the director sends here are dropped"});
    }

    void addressOnTheWire()
    {
        auto state = good(settings());
        state.interfaces[1].addresses.push_back(Prefix::parse("10.0.0.3/32").value());
        QCOMPARE(problems(state), QStringList{"10.0.0.3 stands on eth0, where it answers the clients' ARP in the "
                                              "director's place | ip address del 10.0.0.3/32 dev eth0"});
    }

    void addressWithAWholeNetwork()
    {
        auto state = good(settings());
        state.interfaces[0].addresses = {Prefix::parse("10.0.0.3/24").value()};
        QCOMPARE(problems(state), QStringList{"10.0.0.3 stands on lo as /24: the whole network is taken for this "
                                              "host's own | ip address del 10.0.0.3/24 dev lo"});
    }

    void arp()
    {
        auto state = good(settings());
        state.arpIgnore = state.arpAnnounce = 0;
        const auto both = problems(state);
        QCOMPARE(both.size(), 2);
        QVERIFY(both[0].startsWith("arp_ignore is 0 on eth0") && both[0].endsWith("net.ipv4.conf.all.arp_ignore=1"));
        QVERIFY(both[1].startsWith("arp_announce is 0 on eth0"));
        // The interface's own settings do as well.
        state.interfaces[1].arpIgnore = 1;
        state.interfaces[1].arpAnnounce = 2;
        QCOMPARE(problems(state), QStringList());
        state.arpIgnore = 3; // hides addresses of scope host only
        QCOMPARE(problems(state).size(), 1);
        QVERIFY(problems(state)[0].endsWith("net.ipv4.conf.all.arp_ignore=1"));
        state.arpIgnore = 1;
        // What a module makes and nobody uses answers nobody.
        state.interfaces.push_back(interface("gretap0", nullptr));
        state.interfaces.back().up = false;
        state.interfaces.back().arpIgnore = 3;
        QCOMPARE(problems(state), QStringList());
        state.interfaces[1].arpIgnore = 3;
        QVERIFY(problems(state)[0].endsWith("net.ipv4.conf.eth0.arp_ignore=1"));
    }

    void tunnels()
    {
        auto state = good(settings(Method::Tunnel));
        state.rpFilter = 1;
        QCOMPARE(problems(state, Method::Tunnel),
                 QStringList{"rp_filter is 1 on tunl0: packets of clients are dropped, who are not behind the tunnel | "
                             "sysctl -w net.ipv4.conf.tunl0.rp_filter=2"});
        state.interfaces[2].rpFilter = 2; // the higher of both counts
        QCOMPARE(problems(state, Method::Tunnel), QStringList());
        state.interfaces[2].up = false;
        QCOMPARE(problems(state, Method::Tunnel), QStringList{"tunl0 is down: packets for 10.0.0.3 are dropped"});
        state.interfaces.pop_back();
        QCOMPARE(problems(state, Method::Tunnel),
                 QStringList({"there is no interface tunl0: the module ipip is not loaded",
                              "10.0.0.3 is not on tunl0: packets that the director sends here are dropped"}));
    }

    void nextBoot()
    {
        auto state = good(settings());
        state.sysctlFile.reset();
        *state.unitFile += "ExecStart=false\n";
        const auto both = problems(state);
        QCOMPARE(both.size(), 2);
        QVERIFY(both[0].contains("90-twinhelm-realserver.conf is missing"));
        QVERIFY(both[1].contains("twinhelm-realserver.service says something else"));
    }
};

QTEST_APPLESS_MAIN(TestRealserverCheck)
#include "tst_realserver_check.moc"
