#include "agent/ctl/edit_commands.h"

#include <filesystem>

#include <QtTest>
#include <sys/stat.h>
#include <unistd.h>

#include "agent/ctl/exit_code.h"
#include "tests/unit/agent/ctl/ctl_run.h"

using namespace twinhelm;
namespace exit_code = ctl::exit_code;
using test::runCtl;

namespace
{

const std::string pair = "vrrp_instance VI_1 {\n"
                         "    interface lo0\n"
                         "    virtual_router_id 51\n"
                         "    @lb01 priority 150\n"
                         "    @lb02 priority 100\n"
                         "    authentication {\n"
                         "        auth_type PASS\n"
                         "        auth_pass geheim\n"
                         "    }\n"
                         "    virtual_ipaddress {\n"
                         "        10.0.0.3/24\n"
                         "    }\n"
                         "}\n";

std::string with(const std::string &old, const std::string &fresh)
{
    auto out = pair;
    return out.replace(out.find(old), old.size(), fresh);
}

bool contains(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

class TestEditCommands : public QObject
{
    Q_OBJECT

    test::Folder folder_;

private slots:
    void gets_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("out");
        QTest::addColumn<int>("code");
        QTest::newRow("one node's") << QStringList{"vrrp_instance[VI_1]/priority", "--node", "lb02"} << "100\n" << 0;
        QTest::newRow("each node's") << QStringList{"vrrp_instance[VI_1]/priority"} << "lb01: 150\nlb02: 100\n" << 0;
        QTest::newRow("shared") << QStringList{"vrrp_instance/virtual_router_id"} << "51\n" << 0;
        QTest::newRow("a list") << QStringList{"vrrp_instance[VI_1]/virtual_ipaddress"} << "10.0.0.3/24\n" << 0;
        QTest::newRow("a secret, asked for") << QStringList{"vrrp_instance/authentication/auth_pass"} << "geheim\n"
                                             << 0;
        QTest::newRow("a block hides it") << QStringList{"vrrp_instance/authentication"}
                                          << "authentication {\n    auth_type PASS\n    auth_pass ********\n}\n"
                                          << 0;
        QTest::newRow("json") << QStringList{"vrrp_instance[VI_1]/priority", "--format", "json"}
                              << "{\"path\":\"vrrp_instance[VI_1]/priority\",\"shared\":false,\"nodes\":{\"lb01\":["
                                 "\"150\"],\"lb02\":[\"100\"]}}\n"
                              << 0;
        QTest::newRow("unset") << QStringList{"vrrp_instance/advert_int"} << "" << int(exit_code::refused);
        QTest::newRow("no such block") << QStringList{"vrrp_instance[VI_2]/priority"} << "" << int(exit_code::refused);
        QTest::newRow("no such keyword") << QStringList{"vrrp_instance/advert"} << "" << int(exit_code::refused);
        QTest::newRow("no path") << QStringList{"vrrp_instance["} << "" << int(exit_code::usage);
    }
    void gets()
    {
        QFETCH(QStringList, arguments);
        std::vector<std::string> all{"get", folder_.write("x.conf", pair)};
        for (const auto &one : arguments)
            all.push_back(one.toStdString());
        const auto ran = runCtl(all);
        QTEST(QString::fromStdString(ran.out), "out");
        QTEST(ran.code, "code");
        QCOMPARE(ran.err.empty(), ran.code == 0);
        QCOMPARE(contains(ran.err, "Did you mean VI_1?"), arguments.front().contains(QStringLiteral("VI_2")));
    }

    void getResolvesDefinitionsAndIncludes()
    {
        folder_.write("vips.conf", "    virtual_ipaddress {\n        10.0.0.9\n    }\n");
        const auto file = folder_.write("x.conf", "@lb01 $P=150\n@lb02 $P=100\nvrrp_instance V {\n    priority $P\n    "
                                                  "include vips.conf\n}\n");
        QCOMPARE(runCtl({"get", file, "vrrp_instance[V]/priority", "--node", "lb01"}).out, std::string("150\n"));
        QCOMPARE(runCtl({"get", file, "vrrp_instance[V]/virtual_ipaddress"}).out, std::string("10.0.0.9\n"));
        QCOMPARE(runCtl({"get", file, "$P", "--node", "lb02"}).out, std::string("100\n"));
    }

    void setWritesOnlyThatPlace()
    {
        const auto file = folder_.write("x.conf", pair);
        auto ran = runCtl({"set", file, "vrrp_instance[VI_1]/priority", "120", "--node", "lb02"});
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.out, std::string());
        QCOMPARE(ran.err, std::string("twinhelmctl: written\n"));
        QCOMPARE(folder_.read("x.conf"), with("priority 100", "priority 120"));
        ran = runCtl({"set", file, "vrrp_instance[VI_1]/priority", "120", "--node", "lb02"});
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.err, std::string("twinhelmctl: unchanged\n"));
        QCOMPARE(folder_.read("x.conf"), with("priority 100", "priority 120"));
    }

    void fileKeepsModeOwnerAndLink()
    {
        const auto file = folder_.write("real.conf", pair);
        QCOMPARE(::chmod(file.c_str(), 0640), 0);
        const bool root = ::geteuid() == 0;
        if (root)
            QCOMPARE(::chown(file.c_str(), 12, 34), 0);
        const auto link = folder_.path("link.conf");
        std::filesystem::create_symlink("real.conf", link);
        QCOMPARE(runCtl({"set", link, "vrrp_instance/virtual_router_id", "52"}).code, 0);
        QVERIFY(std::filesystem::is_symlink(link));
        QVERIFY(contains(folder_.read("real.conf"), "virtual_router_id 52\n"));
        struct stat now {
        };
        QCOMPARE(::stat(file.c_str(), &now), 0);
        QCOMPARE(now.st_mode & 07777U, 0640U);
        if (root) {
            QCOMPARE(now.st_uid, 12U);
            QCOMPARE(now.st_gid, 34U);
        }
    }

    void standardInputGoesToStandardOutput()
    {
        const auto ran = runCtl({"set", "-", "vrrp_instance/virtual_router_id", "52"}, pair);
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.out, with("router_id 51", "router_id 52"));
        QCOMPARE(runCtl({"set", "-", "vrrp_instance/virtual_router_id", "51"}, pair).out, pair);
    }

    void dryRunShowsADiffWithoutSecrets()
    {
        const auto file = folder_.write("x.conf", pair);
        const auto ran = runCtl({"set", file, "vrrp_instance/authentication/auth_pass", "neu", "--dry-run"});
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.out, "--- " + file + "\n+++ " + file +
                              "\n@@ -5,7 +5,7 @@\n     @lb02 priority 100\n     authentication {\n         auth_type "
                              "PASS\n-        auth_pass ********\n+        auth_pass ********\n     }\n     "
                              "virtual_ipaddress {\n         10.0.0.3/24\n");
        QCOMPARE(folder_.read("x.conf"), pair);
    }

    void changesThatMakeErrorsAreRefused()
    {
        const auto file = folder_.write("x.conf", pair);
        auto ran = runCtl({"set", file, "vrrp_instance/virtual_router_id", "300"});
        QCOMPARE(ran.code, int(exit_code::badConfig));
        QVERIFY2(contains(ran.err, file + ":3:23: error: ") && contains(ran.err, "A0493"), ran.err.c_str());
        QCOMPARE(folder_.read("x.conf"), pair);
        ran = runCtl({"set", file, "vrrp_instance/virtual_router_id", "300", "--force"});
        QCOMPARE(ran.code, 0);
        QCOMPARE(folder_.read("x.conf"), with("router_id 51", "router_id 300"));
        // Errors that were there before are no reason.
        QCOMPARE(runCtl({"set", file, "vrrp_instance/priority", "10", "--node", "lb01"}).code, 0);
    }

    void errorsBetweenNodesCountToo()
    {
        const auto file = folder_.write("x.conf", pair);
        const auto ran = runCtl({"set", file, "vrrp_instance/virtual_router_id", "60", "--node", "lb02"});
        QCOMPARE(ran.code, int(exit_code::badConfig));
        QVERIFY2(contains(ran.err, "K0401"), ran.err.c_str());
        QCOMPARE(folder_.read("x.conf"), pair);
        QCOMPARE(runCtl({"set", file, "vrrp_instance/virtual_router_id", "60"}).code, 0);
    }

    void valuesMadeElsewhereAreExplained()
    {
        const auto included =
            folder_.write("inner.conf", "vrrp_instance W {\n    interface eth0\n    virtual_router_id 1\n}\n");
        const auto file =
            folder_.write("x.conf", "include inner.conf\n~SEQ(i,1,2) vrrp_script s$i { script /bin/true }\n" + pair);
        auto ran = runCtl({"set", file, "vrrp_instance[W]/priority", "5"});
        QCOMPARE(ran.code, int(exit_code::refused));
        QVERIFY2(contains(ran.err, "There is no vrrp_instance W"), ran.err.c_str());
        ran = runCtl({"set", file, "vrrp_instance[W]/interface", "eth1"});
        QVERIFY2(contains(ran.err, "stands in an included file: " + included + ", line 2"), ran.err.c_str());
        ran = runCtl({"rename", file, "vrrp_script[s2]", "x"});
        QVERIFY2(contains(ran.err, "is made by line 2: ~SEQ(i,1,2) vrrp_script s$i {"), ran.err.c_str());
    }

    void aNodeNeedsToBeKnown()
    {
        const auto file = folder_.write("x.conf", "vrrp_instance V {\n    interface eth0\n    virtual_router_id 5\n    "
                                                  "priority 100\n}\n");
        auto ran = runCtl({"set", file, "vrrp_instance/priority", "90", "--node", "lb02"});
        QCOMPARE(ran.code, int(exit_code::usage));
        QVERIFY(contains(ran.err, "--nodes lb01,lb02"));
        ran = runCtl({"set", file, "vrrp_instance/priority", "90", "--node", "lb02", "--nodes", "lb01,lb02"});
        QCOMPARE(ran.code, 0);
        QVERIFY(contains(folder_.read("x.conf"), "    @lb01 priority 100\n    @lb02 priority 90\n"));
        ran = runCtl({"set", file, "vrrp_instance/priority", "90", "--node", "lb03"});
        QCOMPARE(ran.code, int(exit_code::usage));
        QVERIFY(contains(ran.err, "Its nodes are lb01, lb02."));
    }

    void addsRenamesMovesUnsets()
    {
        const auto file = folder_.write("x.conf", pair);
        QCOMPARE(runCtl({"add", file, "vrrp_script[web]", "script /bin/true", "interval 2"}).code, 0);
        const auto added = folder_.read("x.conf"); // above the instances that may name it
        QVERIFY(added.find("vrrp_script") < added.find("vrrp_instance"));
        QCOMPARE(runCtl({"add", file, "vrrp_instance[VI_1]/track_script[web]"}).code, 0);
        // keepalived would not know one above its definition (K0228).
        const auto low = folder_.write("low.conf", pair + "vrrp_script low {\n    script /bin/true\n}\n");
        const auto refused = runCtl({"add", low, "vrrp_instance[VI_1]/track_script[low]"});
        QCOMPARE(refused.code, int(exit_code::badConfig));
        QVERIFY2(contains(refused.err, "K0228"), refused.err.c_str());
        QCOMPARE(runCtl({"move", low, "vrrp_script[low]", "--before", "vrrp_instance[VI_1]"}).code, 0);
        QCOMPARE(runCtl({"add", low, "vrrp_instance[VI_1]/track_script[low]"}).code, 0);
        QCOMPARE(runCtl({"rename", file, "vrrp_script[web]", "www"}).code, 0);
        QCOMPARE(runCtl({"unset", file, "vrrp_instance/authentication"}).code, 0);
        auto expected = "vrrp_script www {\n    script /bin/true\n    interval 2\n}\n\n" +
                        with("    authentication {\n        auth_type PASS\n        auth_pass geheim\n    }\n", "");
        expected.insert(expected.rfind('}'), "    track_script {\n        www\n    }\n");
        QCOMPARE(folder_.read("x.conf"), expected);
        // What something refers to is not taken away unnoticed.
        QCOMPARE(runCtl({"unset", file, "vrrp_script[www]"}).code, int(exit_code::badConfig));
        QCOMPARE(runCtl({"unset", file, "vrrp_instance/nopreempt"}).err, std::string("twinhelmctl: unchanged\n"));
    }

    void unreadable()
    {
        QCOMPARE(runCtl({"get", folder_.path("none.conf"), "global_defs"}).code, int(exit_code::unreadable));
        QCOMPARE(runCtl({"set", folder_.path("none.conf"), "global_defs/router_id", "x"}).code,
                 int(exit_code::unreadable));
    }
};

QTEST_GUILESS_MAIN(TestEditCommands)
#include "tst_edit_commands.moc"
