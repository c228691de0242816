#include <QtTest>

#include "common/config/load.h"
#include "common/config/lower/lower_balancer.h"
#include "common/ipvs/realserver.h"

using namespace twinhelm;
using namespace twinhelm::ipvs;

namespace
{

IpAddress address(const char *text)
{
    return IpAddress::parse(text).value();
}

RealServerPart part(const std::string &config, std::initializer_list<const char *> own)
{
    std::vector<IpAddress> addresses;
    for (const auto *one : own)
        addresses.push_back(address(one));
    return realServerPart(config::lowerBalancer(config::loadText(config, "lb1").model).ipvs, addresses);
}

std::string service(const char *what, const char *kind, const char *server)
{
    return "virtual_server " + std::string(what) + " {\nprotocol TCP\nlb_algo rr\nlb_kind " + kind + "\nreal_server " +
           server + " 80 {\n}\n}\n";
}

ServedAddress served(const char *text, Method method = Method::Direct, TunnelType tunnel = TunnelType::Ipip)
{
    ServedAddress out;
    out.address = address(text);
    out.outer = out.address.family();
    out.forwarding.method = method;
    out.forwarding.tunnel = tunnel;
    return out;
}

QString unit(std::vector<ServedAddress> addresses, const char *device = "lo")
{
    return QString::fromStdString(realServerUnitText({std::move(addresses), device}));
}

QStringList commands(const QString &unit)
{
    QStringList out;
    for (const auto &line : unit.split('\n')) {
        if (line.startsWith("Exec"))
            out << line;
    }
    return out;
}

constexpr auto loadSysctls = "ExecStart=sysctl -q -p /etc/sysctl.d/90-twinhelm-realserver.conf";

} // namespace

class TestRealserver : public QObject
{
    Q_OBJECT

private slots:
    void takesWhatReachesIt()
    {
        const auto found = part(service("10.0.0.3 80", "DR", "10.0.0.7") + service("10.0.0.3 443", "DR", "10.0.0.7") +
                                    service("10.0.0.4 80", "DR", "10.0.0.8") + service("fd00::3 80", "DR", "fd00::7") +
                                    service("10.0.0.5 80", "TUN", "10.0.0.7"),
                                {"127.0.0.1", "10.0.0.7", "fd00::7"});
        const std::vector expected{served("10.0.0.3"), served("fd00::3"), served("10.0.0.5", Method::Tunnel)};
        QVERIFY(found.settings.addresses == expected);
        QVERIFY(found.notes.empty());
    }

    void takesEveryAddressOfAGroupAndTheSorryServer()
    {
        const auto found = part("virtual_server_group G {\n10.0.0.3-5 80\n}\nvirtual_server group G {\nprotocol TCP\n"
                                "lb_kind DR\nlb_algo rr\nreal_server 10.0.0.8 80 {\n}\nsorry_server 10.0.0.7 80\n}\n",
                                {"10.0.0.7"});
        const std::vector expected{served("10.0.0.3"), served("10.0.0.4"), served("10.0.0.5")};
        QVERIFY(found.settings.addresses == expected);
    }

    void saysWhatItCannotKnow()
    {
        const auto found =
            part(service("10.0.0.3 80", "NAT", "10.0.0.7") + service("fwmark 5", "DR", "10.0.0.7"), {"10.0.0.7"});
        QVERIFY(found.settings.addresses.empty());
        QCOMPARE(found.notes.size(), std::size_t{2});
        QVERIFY(QString::fromStdString(found.notes[0]).contains("default route"));
        QVERIFY(QString::fromStdString(found.notes[1]).contains("--vip"));
    }

    void silenceComesBeforeTheAddress()
    {
        QCOMPARE(commands(unit({served("10.0.0.3")})), QStringList({loadSysctls, "ExecStart=ip link set lo up",
                                                                    "ExecStart=ip address replace 10.0.0.3/32 dev lo",
                                                                    "ExecStop=-ip address del 10.0.0.3/32 dev lo"}));
        QCOMPARE(QString::fromStdString(realServerSysctls({{served("10.0.0.3")}, "lo"})).count("arp_"), 2);
    }

    void ipv6NeedsNoSettings()
    {
        QCOMPARE(realServerSysctls({{served("fd00::3")}, "lo"}), std::string());
        QCOMPARE(commands(unit({served("fd00::3")})),
                 QStringList({"ExecStart=ip link set lo up",
                              "ExecStart=ip address replace fd00::3/128 dev lo nodad preferred_lft 0",
                              "ExecStop=-ip address del fd00::3/128 dev lo"}));
        QVERIFY(!QString::fromStdString(realServerScript({{served("fd00::3")}, "lo"})).contains("arp_"));
    }

    void otherDevicesAreMade()
    {
        const auto all = commands(unit({served("10.0.0.3"), served("10.0.0.4")}, "dummy7"));
        QCOMPARE(all.filter("ip link add").size(), 1);
        QVERIFY(all.contains("ExecStart=-ip link add dummy7 type dummy"));
        QVERIFY(all.indexOf("ExecStart=ip link set dummy7 up") <
                all.indexOf("ExecStart=ip address replace 10.0.0.3/32 dev dummy7"));
    }

    void tunnels()
    {
        QCOMPARE(commands(unit({served("10.0.0.3", Method::Tunnel)})),
                 QStringList({loadSysctls, "ExecStart=modprobe ipip",
                              "ExecStart=sysctl -q -w net.ipv4.conf.tunl0.rp_filter=2",
                              "ExecStart=ip link set tunl0 up", "ExecStart=ip address replace 10.0.0.3/32 dev tunl0",
                              "ExecStop=-ip address del 10.0.0.3/32 dev tunl0"}));
        auto gue = served("10.0.0.3", Method::Tunnel, TunnelType::Gue);
        gue.forwarding.port = 6080;
        const auto all = commands(unit({gue}));
        QVERIFY(all.indexOf("ExecStart=modprobe fou") < all.indexOf("ExecStart=-ip fou add port 6080 gue"));
        QVERIFY(all.contains("ExecStart=modprobe ipip"));
    }

    void tunnelDevices()
    {
        const auto device = [](ServedAddress one, Family outer) {
            one.outer = outer;
            return QString::fromStdString(tunnelDevice(one).name);
        };
        const auto v4 = served("10.0.0.3", Method::Tunnel);
        const auto v6 = served("fd00::3", Method::Tunnel);
        QCOMPARE(device(v4, Family::IPv4), QString("tunl0"));
        QCOMPARE(device(v6, Family::IPv4), QString("sit0"));
        QCOMPARE(device(v4, Family::IPv6), QString("ip6tnl0"));
        QCOMPARE(device(v6, Family::IPv6), QString("ip6tnl0"));
        QCOMPARE(device(served("10.0.0.3", Method::Tunnel, TunnelType::Gre), Family::IPv4), QString("gre0"));
        QCOMPARE(device(served("fd00::3", Method::Tunnel, TunnelType::Gre), Family::IPv6), QString("ip6gre0"));
    }

    void scriptHoldsBothFilesAndPutsThemIntoForce()
    {
        const RealServerSettings settings{{served("10.0.0.3")}, "lo"};
        const auto script = QString::fromStdString(realServerScript(settings));
        QVERIFY(script.startsWith("#!/bin/sh\n"));
        QVERIFY(script.contains(QString::fromStdString(realServerSysctls(settings))));
        QVERIFY(script.contains(QString::fromStdString(realServerUnitText(settings))));
        QVERIFY(script.contains("systemctl enable twinhelm-realserver.service"));
    }
};

QTEST_APPLESS_MAIN(TestRealserver)
#include "tst_realserver.moc"
