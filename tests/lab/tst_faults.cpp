#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "tests/lab/config_text.h"
#include "tests/lab/engine.h"
#include "tests/lab/lab_test.h"
#include "tests/lab/sniffer.h"

using namespace twinhelm::lab;

namespace
{

constexpr auto vip = "10.0.0.3";
constexpr auto backVip = "172.16.1.3";

/// One virtual router on each side, so that the other one shows that "the rest goes on".
std::string twoSides(int priority = 150)
{
    InstanceText front;
    front.priority = priority;
    front.version = 3;
    front.advert = "0.1";
    front.password.clear();
    InstanceText back = front;
    back.name = "VI_2";
    back.interface = "eth1";
    back.virtualRouterId = 60;
    back.addresses = {backVip};
    return configText("lb01", {front, back});
}

struct Single {
    Lab lab;
    Node &node = lab.lb1();
    std::optional<Engine> engine;

    void start(const EngineOptions &options = {}) { engine.emplace(node, EngineKind::Twinhelm, twoSides(), options); }
    bool holdsBoth(Millis within = Millis(8000))
    {
        return eventually([&] { return node.holds(vip) && node.holds(backVip); }, within);
    }
    bool told(const std::string &words, Millis within = Millis(4000)) const
    {
        return eventually([&] { return engine->log().find(words) != std::string::npos; }, within);
    }
    [[nodiscard]] QJsonObject state() const
    {
        return QJsonDocument::fromJson(QByteArray::fromStdString(engine->ctl({"status", "--json"}).output)).object();
    }
    [[nodiscard]] QJsonObject instance(const QString &name) const
    {
        const auto all = state()["instances"].toArray();
        for (const auto &one : all) {
            if (one.toObject()["name"] == name)
                return one.toObject();
        }
        return {};
    }
    /// Events of a kind, as the API streams them.
    [[nodiscard]] qsizetype events(const char *kind) const
    {
        return QString::fromStdString(engine->ctl({"events", "--json", "--last", "1000"}).output).count(kind);
    }
};

} // namespace

/// What can break under a running engine: it is told, counted, and everything else goes on.
class TestFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { REQUIRE_LAB(); }

    /// Neither journal nor runtime folder takes another byte: addresses move all the same.
    void aFullDisk()
    {
        Single one;
        one.node.must({"sh", "-c",
                       "mkdir -p /var/lib/twinhelm /run/twinhelm; mount -t tmpfs -o size=128k tmpfs /var/lib/twinhelm; "
                       "mount -t tmpfs -o size=64k tmpfs /run/twinhelm"});
        one.start();
        VERIFY_IN_LAB(one.holdsBoth(), one.lab);
        one.node.run({"sh", "-c", "cat /dev/zero > /var/lib/twinhelm/fill; cat /dev/zero > /run/twinhelm/fill"});
        one.lab.unplug(one.node);
        VERIFY_IN_LAB(eventually([&] { return !one.node.holds(vip); }, Millis(3000)), one.lab);
        QVERIFY(one.node.holds(backVip));
        // More than the last page of the journal has room for.
        for (int i = 0; i < 25; ++i) {
            one.lab.plug(one.node);
            std::this_thread::sleep_for(Millis(30));
            one.lab.unplug(one.node);
            std::this_thread::sleep_for(Millis(30));
        }
        one.lab.plug(one.node);
        VERIFY_IN_LAB(one.holdsBoth(), one.lab);
        VERIFY_IN_LAB(one.told("No space left on device"), one.lab);
        const auto lost = one.state()["counters"].toObject()["events_not_stored"].toDouble();
        QVERIFY2(lost >= 10, qPrintable(QString::number(lost)));
        QCOMPARE(QString::fromStdString(one.engine->log()).count("could not be written to the journal"), 1);
        one.node.must({"rm", "/var/lib/twinhelm/fill", "/run/twinhelm/fill"});
        one.lab.unplug(one.node);
        VERIFY_IN_LAB(eventually([&] { return !one.node.holds(vip); }, Millis(3000)), one.lab);
        VERIFY_IN_LAB(eventually([&] { return one.events("link_down") > 0; }, Millis(3000)), one.lab);
        QCOMPARE(one.state()["counters"].toObject()["events_not_stored"].toDouble(), lost);
        QCOMPARE(one.engine->stop().value_or(-1), 0);
        QVERIFY(!one.node.holds(backVip));
    }

    /// A rule of the machine's own firewall drops our adverts: sendmsg says EPERM.
    void aFirewallRule()
    {
        Single one;
        one.start();
        VERIFY_IN_LAB(one.holdsBoth(), one.lab);
        const Sniffer sniffer(one.lab.lb2(), "eth1");
        one.node.must({"nft", "-f", "-"}, "table ip lost { chain out { type filter hook output priority 0; "
                                          "oifname eth0 ip protocol 112 drop; }; }\n");
        VERIFY_IN_LAB(one.told("no advertisement leaves on eth0: Operation not permitted"), one.lab);
        const auto start = Clock::now();
        std::this_thread::sleep_for(Millis(1000));
        VERIFY_IN_LAB(sniffer.longestGap("172.16.1.5", start) < 150, one.lab);
        const auto failed = one.instance("VI_1")["counters"].toObject()["send_failed"].toDouble();
        QVERIFY2(failed >= 9, qPrintable(QString::number(failed)));
        QCOMPARE(one.instance("VI_2")["counters"].toObject()["send_failed"].toDouble(), 0.0);
        one.node.must({"nft", "delete", "table", "ip", "lost"});
        VERIFY_IN_LAB(one.told("advertisements leave again on eth0"), one.lab);
        VERIFY_IN_LAB(eventually([&] { return one.events("vrrp.send") == 2; }, Millis(2000)), one.lab);
    }

    void anInterfaceThatIsRenamed()
    {
        Single one;
        one.start();
        VERIFY_IN_LAB(one.holdsBoth(), one.lab);
        const Sniffer sniffer(one.lab.lb2(), "eth1");
        const auto start = Clock::now();
        one.node.must({"sh", "-c", "ip link set eth0 down; ip link set eth0 name wan0; ip link set wan0 up"});
        VERIFY_IN_LAB(one.told("interface eth0 does not exist"), one.lab);
        VERIFY_IN_LAB(eventually([&] { return one.instance("VI_1")["state"] == "FAULT"; }, Millis(2000)), one.lab);
        VERIFY_IN_LAB(eventually([&] { return !one.node.holds(vip); }, Millis(2000)), one.lab);
        QVERIFY(one.node.holds(backVip));
        one.node.must({"sh", "-c", "ip link set wan0 down; ip link set wan0 name eth0; ip link set eth0 up"});
        VERIFY_IN_LAB(one.holdsBoth(), one.lab);
        VERIFY_IN_LAB(sniffer.longestGap("172.16.1.5", start) < 150, one.lab);
    }

    /// Without the right to open raw sockets nothing can be kept alive: said with the way to mend it, and tried again
    /// ever more slowly, while the API answers.
    void aMissingCapability()
    {
        Single one;
        one.node.writeFile("/run/limited",
                           "#!/bin/sh\nexec setpriv --bounding-set=-net_raw --inh-caps=-net_raw " +
                               ownProgram("twinhelmd") + " \"$@\"\n",
                           0755);
        one.node.writeFile("/etc/keepalived/keepalived.conf", twoSides());
        auto limited = one.node.start({"/run/limited", "--foreground", "--no-listen"}, "limited");
        VERIFY_IN_LAB(
            eventually([&] { return limited.output().find("CAP_NET_RAW") != std::string::npos; }, Millis(5000)),
            one.lab);
        std::this_thread::sleep_for(Millis(2500));
        const auto log = QString::fromStdString(limited.output());
        QVERIFY(limited.running());
        QVERIFY2(log.count("needs CAP_NET_RAW") < 6, qPrintable(QString::number(log.count("CAP_NET_RAW"))));
        const auto state = one.node.run({ownProgram("twinhelmctl"), "--socket", "/run/twinhelm/api.sock", "status"});
        QCOMPARE(state.exitCode, 0);
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
