#include <csignal>
#include <functional>

#include "tests/lab/config_text.h"
#include "tests/lab/engine.h"
#include "tests/lab/kernel_state.h"
#include "tests/lab/lab_test.h"

using namespace twinhelm::lab;

namespace
{

constexpr auto vip = "10.0.0.3";

/// A master with one of everything.
std::string config()
{
    return "static_ipaddress {\n    10.77.0.1/24 dev eth2\n}\n"
           "static_routes {\n    10.78.0.0/16 dev eth2\n    fd78::/64 dev eth2\n}\n"
           "static_rules {\n    from 10.79.0.0/16 table 79 preference 79\n}\n"
           "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    priority 200\n    version 3\n"
           "    advert_int 0.1\n    use_vmac\n"
           "    virtual_ipaddress {\n        10.0.0.3\n        10.0.0.4/24 dev eth2\n        10.0.1.5 dev eth2 peer "
           "10.0.1.6/24\n    }\n"
           "    virtual_ipaddress_excluded {\n        fd00::3/64\n    }\n"
           "    virtual_routes {\n        10.40.0.0/16 dev eth2 metric 12\n        fd40::/64 dev eth2\n"
           "        default via 10.9.0.1 table 50 no_track\n    }\n"
           "    virtual_rules {\n        from 10.50.0.0/16 table 50 preference 50\n    }\n}\n";
}

struct Master {
    Lab lab;
    Node &node = lab.lb1();
    std::optional<Engine> engine;
    KernelState whole;

    Master()
    {
        addInterface(node, "eth2", "10.9.0.5/24");
        settleAddresses(node);
        engine.emplace(node, EngineKind::Twinhelm, config());
    }
    [[nodiscard]] bool comes()
    {
        const bool there = eventually(
            [&] {
                return node.holds(vip) && node.must({"ip", "rule"}).find("10.50.0.0") != std::string::npos;
            },
            Millis(8000));
        QTest::qWait(100);
        whole = kernelState(node);
        return there;
    }
    [[nodiscard]] bool isWholeWithin(Millis time)
    {
        return eventually([&] { return difference(whole, kernelState(node)).empty(); }, time);
    }
    [[nodiscard]] pid_t role(const std::string &name)
    {
        for (const auto pid : engine->process().tree()) {
            if (processName(pid) == ("twinhelmd-" + name).substr(0, 15))
                return pid;
        }
        return -1;
    }
    [[nodiscard]] bool told(const std::string &text, Millis within = Millis(2000)) const
    {
        return eventually([&] { return engine->log().find(text) != std::string::npos; }, within);
    }
};

} // namespace

/// Others remove what is ours: networkd, NetworkManager, an administrator.
class TestReassert : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { REQUIRE_LAB(); }

    void whatIsRemovedComesBackAndIsTold_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("told");
        const auto row = [](const char *name, const char *command, const char *told) {
            QTest::newRow(name) << command << told;
        };
        row("address", "ip address del 10.0.0.3/32 dev vrrp.51", "10.0.0.3/32 was removed");
        row("address on another device", "ip address del 10.0.0.4/24 dev eth2", "10.0.0.4/24 was removed");
        row("address with a peer", "ip address del 10.0.1.5 peer 10.0.1.6/24 dev eth2", "was removed");
        row("IPv6 address", "ip address del fd00::3/64 dev eth0", "fd00::3/64 was removed");
        row("all addresses", "ip address flush dev vrrp.51", "10.0.0.3/32 was removed");
        row("route", "ip route del 10.40.0.0/16 metric 12", "route 10.40.0.0/16 dev eth2 metric 12 was removed");
        row("IPv6 route", "ip -6 route del fd40::/64 dev eth2", "route fd40::/64");
        row("all our routes", "ip route flush proto keepalived", "route 10.40.0.0/16");
        row("rule", "ip rule del preference 50", "rule 50: from 10.50.0.0/16 lookup 50 was removed");
        row("virtual link", "ip link del vrrp.51", "virtual link vrrp.51");
        row("static address", "ip address del 10.77.0.1/24 dev eth2", "10.77.0.1/24 was removed");
        row("static route", "ip route del 10.78.0.0/16", "route 10.78.0.0/16");
        row("static rule", "ip rule del preference 79", "rule 79");
        row("an interface goes down and up", "ip link set eth2 down; sleep 0.1; ip link set eth2 up", "");
    }
    void whatIsRemovedComesBackAndIsTold()
    {
        QFETCH(QString, command);
        QFETCH(QString, told);
        Master master;
        VERIFY_IN_LAB(master.comes(), master.lab);
        const auto start = std::chrono::steady_clock::now();
        master.node.must({"sh", "-c", command.toStdString()});
        const bool whole = master.isWholeWithin(Millis(6000));
        const auto took = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
        if (!whole)
            showLong(difference(master.whole, kernelState(master.node)));
        VERIFY_IN_LAB(whole, master.lab);
        qInfo("whole again after %.0f ms", took);
        VERIFY_IN_LAB(told.isEmpty() || master.told(told.toStdString()), master.lab);
        if (!told.isEmpty() && !told.startsWith(QLatin1String("fd00")))
            VERIFY_IN_LAB(master.told("netlink port") || master.told("RTM_DEL"), master.lab);
    }

    /// Removed all the time: put back all the time, but no more than about once a second after the first few.
    void aQuarrelIsRateLimited()
    {
        Master master;
        VERIFY_IN_LAB(master.comes(), master.lab);
        const auto count = [&] {
            const auto log = master.engine->log();
            int found = 0;
            for (std::size_t at = log.find("10.0.0.3/32 was removed"); at != std::string::npos;
                 at = log.find("10.0.0.3/32 was removed", at + 1))
                ++found;
            return found;
        };
        master.node.must({"sh", "-c",
                          "for i in $(seq 100); do ip address del 10.0.0.3/32 dev vrrp.51 2>/dev/null; "
                          "sleep 0.03; done; true"});
        VERIFY_IN_LAB(eventually([&] { return master.node.holds(vip); }, Millis(2500)), master.lab);
        QVERIFY2(count() >= 5 && count() <= 12, std::to_string(count()).c_str());
    }

    /// While the process stands still more happens than the kernel keeps news of: everything is listed anew.
    void lostNewsAreMadeUpFor()
    {
        Master master;
        VERIFY_IN_LAB(master.comes(), master.lab);
        const auto vrrp = master.role("vrrp");
        QVERIFY(vrrp > 0);
        kill(vrrp, SIGSTOP);
        std::string batch = "address del 10.0.0.3/32 dev vrrp.51\nroute del 10.40.0.0/16 metric 12\n"
                            "rule del preference 50\nlink del vrrp.51\n";
        for (int i = 0; i < 9000; ++i)
            batch += "address add 10.200." + std::to_string(i % 9000 / 250) + '.' + std::to_string(i % 250 + 1) +
                     "/32 dev lo\n";
        batch += "address flush dev lo to 10.200.0.0/16\n";
        master.node.writeFile("/run/flood", batch);
        const auto flooded = master.node.run({"ip", "-force", "-batch", "/run/flood"}, {}, Millis(60000));
        kill(vrrp, SIGCONT);
        VERIFY_IN_LAB(master.told("the kernel dropped news", Millis(5000)), master.lab);
        const bool whole = master.isWholeWithin(Millis(8000));
        if (!whole)
            showLong(difference(master.whole, kernelState(master.node)) + flooded.output.substr(0, 500));
        VERIFY_IN_LAB(whole, master.lab);
    }

    /// kill -9 of the vrrp process: the successor finds everything and changes nothing.
    void aKilledProcessIsSucceededWithoutAChange()
    {
        Master master;
        VERIFY_IN_LAB(master.comes(), master.lab);
        const auto killed = master.role("vrrp");
        const auto watch = master.node.start({"ip", "monitor", "address", "route", "rule", "link"}, "monitor");
        QTest::qWait(200);
        kill(killed, SIGKILL);
        VERIFY_IN_LAB(
            eventually([&] { return master.role("vrrp") > 0 && master.role("vrrp") != killed; }, Millis(3000)),
            master.lab);
        QTest::qWait(700);
        VERIFY_IN_LAB(master.isWholeWithin(Millis(100)), master.lab);
        QVERIFY2(watch.output().find("Deleted") == std::string::npos, watch.output().c_str());
        // And it looks after them.
        master.node.must({"ip", "route", "del", "10.40.0.0/16", "metric", "12"});
        VERIFY_IN_LAB(master.isWholeWithin(Millis(2000)), master.lab);
        QCOMPARE(master.engine->stop().value_or(-1), 0);
        QVERIFY(master.node.must({"ip", "rule"}).find("10.50.0.0") == std::string::npos);
        QVERIFY(master.node.run({"ip", "link", "show", "vrrp.51"}).exitCode != 0);
    }
};

QTEST_GUILESS_MAIN(TestReassert)
#include "tst_reassert.moc"
