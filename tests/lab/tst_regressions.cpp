#include <algorithm>
#include <filesystem>

#include "tests/lab/config_text.h"
#include "tests/lab/engine.h"
#include "tests/lab/kernel_state.h"
#include "tests/lab/lab_test.h"
#include "tests/lab/sniffer.h"
#include "tests/lab/wire_tap.h"

using namespace twinhelm::lab;

namespace
{

constexpr auto twin = EngineKind::Twinhelm;

InstanceText fast(const std::string &name, int id, int priority, const std::string &address)
{
    return {.name = name,
            .virtualRouterId = id,
            .priority = priority,
            .version = 3,
            .advert = "0.1",
            .password = "",
            .addresses = {address}};
}

bool says(const Engine &engine, const std::string &text, Millis within = Millis(4000))
{
    return eventually([&] { return engine.log().find(text) != std::string::npos; }, within);
}

std::size_t count(const std::string &text, const std::string &part)
{
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++found;
    return found;
}

} // namespace

/// What once went wrong in keepalived, by the number of its issue: https://github.com/acassen/keepalived/issues/N
class TestRegressions : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { REQUIRE_LAB(); }

    /// A reload that removes, changes and adds instances moves the addresses of the others.
    void issue2159_aReloadLeavesTheOtherInstancesAlone()
    {
        Lab lab;
        WireTap tap(lab, {"lb01", "lb02"});
        const auto file = [](int priority, const std::vector<InstanceText> &changing) {
            auto all = changing;
            for (int id = 60; id < 70; ++id)
                all.push_back(fast("K" + std::to_string(id), id, priority, "10.0.1." + std::to_string(id)));
            return configText("lb", all);
        };
        const auto one = fast("VI_1", 51, 150, "10.0.0.3");
        const auto two = fast("VI_2", 52, 150, "10.0.0.4");
        Engine master(lab.lb1(), twin, file(150, {one, two}));
        VERIFY_IN_LAB(
            eventually([&] { return lab.lb1().holds("10.0.0.4") && lab.lb1().holds("10.0.1.69"); }, Millis(5000)), lab);
        Engine backup(lab.lb2(), twin, file(100, {}));
        VERIFY_IN_LAB(says(backup, "is master"), lab);
        const auto since = Clock::now();
        auto changed = two;
        changed.addresses = {"10.0.0.4", "10.0.0.5/32", "10.0.0.44"};
        const auto three = fast("VI_3", 53, 150, "10.0.0.33");
        int reload = 0;
        for (const auto &next : {std::vector{two}, {changed}, {changed, three}, {one, two}}) {
            master.writeConfig(file(150, next));
            master.reload();
            ++reload;
            VERIFY_IN_LAB(eventually([&] { return count(master.log(), "instances untouched") >= std::size_t(reload); },
                                     Millis(4000)),
                          lab);
        }
        QTest::qWait(500);
        for (int id = 60; id < 70; ++id) {
            Clock::time_point last = since;
            for (const auto &advert : tap.adverts(since)) {
                if (advert.id != WireId{4, id})
                    continue;
                QCOMPARE(advert.host, std::string("lb01"));
                QCOMPARE(advert.priority, 150);
                QVERIFY2(advert.at - last < Millis(300), "an advert is missing");
                last = advert.at;
            }
            QVERIFY(last > since);
        }
        QVERIFY(backup.log().find("taking over") == std::string::npos);
        QCOMPARE(tap.lost(), 0U);
    }

    /// Addresses that the new file does not have stay in the kernel.
    void issue2700_aReloadLeavesNoAddressBehind()
    {
        Lab lab;
        Node &node = lab.lb1();
        auto four = fast("VI_1", 51, 150, "10.0.0.3");
        four.addresses = {"10.0.0.3", "10.0.0.33/24"};
        auto six = fast("VI_6", 61, 150, "fe80::3/64");
        six.addresses = {"fe80::3/64", "fd00::3/64", "fd00::33/128"};
        Engine engine(node, twin, configText("lb01", {four, six}));
        VERIFY_IN_LAB(eventually([&] { return node.holds("10.0.0.33") && node.holds("fd00::33"); }, Millis(6000)), lab);
        four.addresses = {"10.0.0.3"};
        six.addresses = {"fe80::3/64", "fd00::3/64"};
        engine.writeConfig(configText("lb01", {four, six}));
        engine.reload();
        VERIFY_IN_LAB(node.releases("10.0.0.33", Millis(3000)) && node.releases("fd00::33", Millis(3000)), lab);
        QVERIFY(node.holds("10.0.0.3") && node.holds("fd00::3"));
        engine.writeConfig(configText("lb01", {four}));
        engine.reload();
        VERIFY_IN_LAB(node.releases("fd00::3", Millis(3000)) && node.releases("fe80::3", Millis(3000)), lab);
        QVERIFY(node.holds("10.0.0.3"));
    }

    /// Somebody deletes the address (systemd-networkd restarts): nobody holds it any more, or the pair fails over.
    void issue836_aDeletedAddressComesBackWithoutAFailover()
    {
        Lab lab;
        Engine master(lab.lb1(), twin, configText("lb01", {fast("VI_1", 51, 150, "10.0.0.3")}));
        VERIFY_IN_LAB(eventually([&] { return lab.lb1().holds("10.0.0.3"); }, Millis(5000)), lab);
        Engine backup(lab.lb2(), twin, configText("lb02", {fast("VI_1", 51, 100, "10.0.0.3")}));
        VERIFY_IN_LAB(says(backup, "is master"), lab);
        for (int i = 0; i < 3; ++i) {
            lab.lb1().must({"ip", "address", "del", "10.0.0.3/32", "dev", "eth0"});
            VERIFY_IN_LAB(eventually([&] { return lab.lb1().holds("10.0.0.3"); }, Millis(1000)), lab);
        }
        QVERIFY(!lab.lb2().holds("10.0.0.3"));
        QVERIFY(backup.log().find("taking over") == std::string::npos);
        QVERIFY(says(master, "10.0.0.3/32 was removed"));
    }

    /// About a hundred virtual MACs on one interface: when it goes down only the last ones fault in time.
    /// #2357: after interfaces have come and gone one of many stays in FAULT.
    void issue803and2357_everyVirtualMacFollowsItsInterface()
    {
        Lab lab;
        Node &node = lab.lb1();
        constexpr int many = 100;
        std::vector<InstanceText> all;
        for (int id = 1; id <= many; ++id) {
            all.push_back(fast("V" + std::to_string(id), id, 150, "10.0.2." + std::to_string(id)));
            all.back().more = "    use_vmac\n";
        }
        Engine engine(node, twin, configText("lb01", all));
        const auto held = [&] {
            const auto list = node.addresses();
            return std::ranges::count_if(list, [](const auto &one) { return one.starts_with("10.0.2."); });
        };
        VERIFY_IN_LAB(eventually([&] { return held() == many; }, Millis(15000)), lab);
        for (int round = 0; round < 2; ++round) {
            lab.unplug(node);
            const auto cut = Clock::now();
            VERIFY_IN_LAB(eventually([&] { return held() == 0; }, Millis(3000)), lab);
            qInfo("all %d in FAULT after %lld ms", many,
                  static_cast<long long>(std::chrono::duration_cast<Millis>(Clock::now() - cut).count()));
            if (round == 1) { // a reload in between
                engine.writeConfig(configText("lb01-again", all));
                engine.reload();
            }
            lab.plug(node);
            VERIFY_IN_LAB(eventually([&] { return held() == many; }, Millis(15000)), lab);
        }
    }

    /// The same link-local address on several interfaces is no duplicate: each link has its own.
    void issue2573_aLinkLocalAddressOnTwoInterfaces()
    {
        Lab lab;
        Node &node = lab.lb1();
        auto one = fast("VI_1", 51, 150, "fe80::100/64");
        auto two = fast("VI_2", 51, 150, "fe80::100/64"); // the same router id, too: another link
        two.interface = "eth1";
        Engine engine(node, twin, configText("lb01", {one, two}));
        const auto both = [&] { return count(node.must({"ip", "-o", "-6", "address", "show"}), "fe80::100/64") == 2; };
        VERIFY_IN_LAB(eventually(both, Millis(6000)), lab);
        QCOMPARE(engine.stop().value_or(-1), 0);
        VERIFY_IN_LAB(node.releases("fe80::100"), lab);
    }

    /// Who may run a notify script is asked for its own user and group, not for those of the daemon: each case is a
    /// virtual router whose script says who it was run as, or a refusal that names the path.
    void issue742_notifyScriptsRunWhereTheirUserMay()
    {
        struct Case {
            std::string name;
            std::string owner;
            std::string mode;
            std::string user;   ///< as written behind the command
            std::string runsAs; ///< empty: it is refused
            std::string folderMode = "755";
        };
        const std::vector<Case> cases{
            {"all", "root:root", "755", "nobody", "nobody:nogroup"},
            {"groupgiven", "root:root", "755", "nobody daemon", "nobody:daemon"},
            {"ownonly", "nobody:nogroup", "500", "nobody", "nobody:nogroup"},
            {"bygroup", "root:daemon", "750", "nobody daemon", "nobody:daemon"},
            {"byowngroup", "root:daemon", "750", "daemon", "daemon:daemon"},
            {"root", "root:root", "700", "root", "root:root"},
            {"notmine", "root:root", "700", "nobody", ""},
            {"othersgroup", "root:daemon", "750", "nobody", ""},
            // The owner's bits alone count for the owner, even when everybody else may.
            {"ownermaynot", "nobody:nogroup", "055", "nobody", ""},
            {"nobodymay", "root:root", "644", "root", ""},
            {"folderclosed", "root:root", "755", "nobody", "", "700"},
            {"writable", "root:daemon", "775", "root", ""},
            {"foreign", "nobody:nogroup", "755", "root", ""},
        };
        Lab lab;
        Node &node = lab.lb1();
        node.must({"sh", "-c", "mkdir -m 1777 /run/told"});
        std::string config = "global_defs {\n    router_id lb01\n    script_user root\n    enable_script_security\n}\n";
        int id = 60;
        for (const auto &one : cases) {
            const auto folder = "/etc/keepalived/" + one.name;
            const auto script = folder + "/told.sh";
            node.writeFile(script, "#!/bin/sh\necho \"$(id -un):$(id -gn)\" > /run/told/" + one.name + "\n");
            node.must({"sh", "-c",
                       "chown " + one.owner + " " + script + " && chmod " + one.mode + " " + script + " && chmod " +
                           one.folderMode + " " + folder});
            auto text = fast("V_" + one.name, id, 150, "10.0.1." + std::to_string(id));
            text.more = "    notify_master \"" + script + "\" " + one.user + "\n";
            config += text.text();
            ++id;
        }
        const Engine engine(node, twin, config);
        VERIFY_IN_LAB(eventually([&] { return node.holds("10.0.1." + std::to_string(id - 1)); }, Millis(8000)), lab);
        for (const auto &one : cases) {
            const auto told = [&] { return node.run({"cat", "/run/told/" + one.name}).output; };
            if (!one.runsAs.empty()) {
                const bool ran = eventually([&] { return told() == one.runsAs + "\n"; }, Millis(4000));
                QVERIFY2(ran, (one.name + ": " + told()).c_str());
                continue;
            }
            VERIFY_IN_LAB(says(engine, "V_" + one.name + ": not run: "), lab);
            const auto path = "/etc/keepalived/" + one.name;
            const auto log = engine.log();
            const auto at = log.find("V_" + one.name + ": not run: ");
            const auto line = log.substr(at, log.find('\n', at) - at);
            QVERIFY2(line.find(path) != std::string::npos, line.c_str());
            QVERIFY2(told().find("No such file") != std::string::npos, (one.name + " was run: " + told()).c_str());
        }
    }

    /// A script that hangs is ended after its timeout, counts as failed, and is run again.
    void issue535_aHangingScriptFailsAndIsRunAgain()
    {
        Lab lab;
        Node &node = lab.lb1();
        node.writeFile("/etc/keepalived/hang.sh",
                       "#!/bin/sh\necho run >>/run/runs\ntest -e /run/hang || exit 0\nsleep 600 & sleep 600\n", 0755);
        auto text = fast("VI_1", 51, 150, "10.0.0.3");
        text.more = "    track_script {\n        hang\n    }\n";
        Engine engine(node, twin,
                      "global_defs {\n    router_id lb01\n    script_user root\n}\nvrrp_script hang {\n"
                      "    script /etc/keepalived/hang.sh\n    interval 1\n    timeout 1\n    fall 1\n    rise 1\n}\n" +
                          text.text());
        VERIFY_IN_LAB(eventually([&] { return node.holds("10.0.0.3"); }, Millis(6000)), lab);
        node.writeFile("/run/hang", "");
        VERIFY_IN_LAB(node.releases("10.0.0.3", Millis(6000)), lab);
        const auto runs = [&] { return count(node.readFile("/run/runs"), "run"); };
        const auto before = runs();
        VERIFY_IN_LAB(eventually([&] { return runs() >= before + 2; }, Millis(10000)), lab);
        std::filesystem::remove(node.outside("/run/hang"));
        VERIFY_IN_LAB(eventually([&] { return node.holds("10.0.0.3"); }, Millis(8000)), lab);
        QCOMPARE(engine.stop().value_or(-1), 0);
        // The sleepers it started are gone with it: the whole process group was ended.
        const auto sleepers = [&] { return node.run({"sh", "-c", "pgrep -c -x sleep"}).output; };
        VERIFY_IN_LAB((eventually([&] { return sleepers() == "0\n"; }, Millis(4000))), lab);
    }
};

QTEST_GUILESS_MAIN(TestRegressions)
#include "tst_regressions.moc"
