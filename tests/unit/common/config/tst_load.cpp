#include "common/config/load.h"

#include <algorithm>
#include <random>

#include <QtTest>

using namespace twinhelm;
using namespace std::chrono_literals;

namespace
{

/// The keepalived-with-nginx pair of the first seed text, written out.
std::string nginxNode(const char *router, const char *state, int priority)
{
    return std::string("global_defs {\n    router_id ") + router + R"(
}
vrrp_script check_web {
    script "/server/scripts/check_web.sh"
    interval 5
    weight 50
}
vrrp_instance VI_1 {
    state )" +
           state + R"(
    interface eth0
    virtual_router_id 50
    priority )" +
           std::to_string(priority) + R"(
    advert_int 1
    authentication {
        auth_type PASS
        auth_pass 1111
    }
    virtual_ipaddress {
        10.0.0.3
    }
    track_script {
        check_web
    }
}
)";
}

/// The hot standby of the fifth seed text, written out; its comments are C++ ones, as there.
constexpr const char *hotStandby = R"(global_defs {
   notification_email {
     root@localhost.localdomain
   }
   notification_email_from root  root@localhost.localdomain
   smtp_server 127.0.0.1
   smtp_connect_timeout 30
   router_id HA_TEST_R2                                 //This router (server) name (modification)
}

vrrp_instance VI_1 {
    state BACKUP                                              //Hot standby state
    interface ens33
    virtual_router_id 1
    priority 99                                                     //Priority (modification)
    advert_int 1
    authentication {
        auth_type PASS
        auth_pass 1111
    }
    virtual_ipaddress {
        192.168.1.254
    }
}
)";

QStringList codes(const config::LoadedNode &node, Severity least = Severity::Hint)
{
    QStringList out;
    for (const auto &one : node.diagnostics) {
        if (one.severity <= least)
            out << QString::fromStdString(one.code);
    }
    return out;
}

} // namespace

class TestLoad : public QObject
{
    Q_OBJECT

private slots:
    void nginxPair()
    {
        const auto node = config::loadText(nginxNode("lb01", "MASTER", 150), "lb01");
        QCOMPARE(codes(node), QStringList("K0234")); // no enable_script_security
        QCOMPARE(node.settings.routerId, std::string("lb01"));
        QCOMPARE(node.settings.instances.size(), std::size_t{1});
        const auto &instance = node.settings.instances.front();
        QCOMPARE(instance.name, std::string("VI_1"));
        QCOMPARE(instance.interface, std::string("eth0"));
        QCOMPARE(instance.virtualRouterId, Vrid(50));
        QCOMPARE(instance.priority, Priority(150));
        QCOMPARE(instance.version, vrrp::Version::V2);
        QCOMPARE(instance.startAs, vrrp::StartAs::Master);
        QCOMPARE(instance.advertInterval, Duration(1s));
        QCOMPARE(instance.authentication.type, vrrp::AuthType::Pass);
        QCOMPARE(instance.authentication.secret.reveal(), std::string_view("1111"));
        QCOMPARE(instance.addresses.size(), std::size_t{1});
        QCOMPARE(instance.addresses[0].prefix.toString(), std::string("10.0.0.3/32"));
        QCOMPARE(instance.trackScripts.size(), std::size_t{1});
        QCOMPARE(instance.trackScripts[0].weight, 50);
        QCOMPARE(node.settings.scripts.size(), std::size_t{1});
        QCOMPARE(node.settings.scripts[0].command.argv, std::vector<std::string>{"/server/scripts/check_web.sh"});
        QCOMPARE(node.settings.scripts[0].interval, Duration(5s));
        QCOMPARE(node.settings.scripts[0].timeout, Duration(5s));

        const auto other = config::loadText(nginxNode("lb02", "BACKUP", 100), "lb02");
        QCOMPARE(other.settings.instances[0].startAs, vrrp::StartAs::Backup);
        QCOMPARE(other.settings.instances[0].priority, Priority(100));
    }

    void hotStandbyNode()
    {
        const auto node = config::loadText(hotStandby, "r2");
        QCOMPARE(codes(node, Severity::Warning), QStringList());
        // The second sender's address, and three C++ comments.
        QCOMPARE(codes(node), QStringList({"K0020", "K0020", "K0020", "K0020"}));
        QCOMPARE(node.settings.routerId, std::string("HA_TEST_R2"));
        const auto &instance = node.settings.instances.at(0);
        QCOMPARE(instance.interface, std::string("ens33"));
        QCOMPARE(instance.virtualRouterId, Vrid(1));
        QCOMPARE(instance.priority, Priority(99));
        QCOMPARE(instance.startAs, vrrp::StartAs::Backup);
        QCOMPARE(instance.addresses.at(0).prefix.toString(), std::string("192.168.1.254/32"));
    }

    void rangesPointIntoTheText()
    {
        const auto node = config::loadText(hotStandby, "r2");
        const auto &instance = node.model.instances.at(0);
        QCOMPARE(node.sources.text(instance.priority.range), std::string_view("99"));
        QCOMPARE(node.sources.text(instance.name.range), std::string_view("VI_1"));
        QCOMPARE(node.sources.text(instance.range), std::string_view("vrrp_instance VI_1"));
        QCOMPARE(node.sources.position(0, instance.priority.range.begin), (LineColumn{15, 14}));
    }

    void environmentIsAskedFor()
    {
        const std::string text = "global_defs {\n router_id a-${_ENV SITE}\n}\n";
        const auto site = [](const std::string &name) { return std::optional<std::string>(name + "1"); };
        QCOMPARE(config::loadText(text, "n", {}, nullptr, nullptr, site).settings.routerId, std::string("a-SITE1"));
        // Unknown here, the braces of the reference are braces, as keepalived has it.
        QVERIFY(hasErrors(config::loadText(text, "n").diagnostics));
    }

    void includesNeedAFolder()
    {
        const auto node = config::loadText("include other.conf\n", "lb01");
        QCOMPARE(codes(node), QStringList("K0011"));
        QVERIFY(!hasErrors(node.diagnostics));
    }

    /// The example of keepalived.conf(5) that makes an instance for each of 8 x 32 x 254 numbers.
    void repetitionOfManyInstances()
    {
        const auto node = config::loadText("$INSTANCE=\\\n"
                                           "vrrp_instance VI_${A}_${B}_${C} { \\\n"
                                           "  interface eth${A}.${B} \\\n"
                                           "  virtual_router_id $C \\\n"
                                           "  virtual_ipaddress { \\\n"
                                           "    10.${A}.${B}.${C} \\\n"
                                           "  } \\\n"
                                           "}\n"
                                           "~SEQ(A,8) ~SEQ(B,32) ~SEQ(C,254) $INSTANCE\n",
                                           "lb01");
        QCOMPARE(codes(node), QStringList());
        QCOMPARE(node.settings.instances.size(), std::size_t{8 * 32 * 254});
        QCOMPARE(node.settings.instances.back().name, std::string("VI_8_32_254"));
    }

    void findingsAreMistakesThenGaps()
    {
        const auto node = config::loadText("global_defs {\n notification_email {\n  ops@example.org\n }\n}\n"
                                           "vrrp_instance A {\n interface eth0\n vrf red\n virtual_router_id 5\n"
                                           " prioritty 9\n virtual_ipaddress {\n 10.0.0.3\n }\n}\n",
                                           "lb01");
        QStringList all;
        for (const auto &one : node.findings())
            all << QString::fromStdString(one.code);
        QCOMPARE(all, (QStringList{"K0006", "K0301"}));
        QCOMPARE(codes(node), QStringList("K0006"));
    }

    void unreadableFileIsAnError()
    {
        const auto node = config::loadFile("/nonexistent/keepalived.conf", "lb01");
        QVERIFY(!node);
        QCOMPARE(node.error().code, std::string("A0101"));
    }

    void oddInputNeverCrashes()
    {
        std::mt19937 random(1);
        const std::vector<std::string> seeds{
            nginxNode("lb01", "MASTER", 150), hotStandby,
            "$A=$B x\n$B=$A\nfoo $A\n$M=\\\n a {\\\n b $N\\\n }\n$N=\\\n c\\\n $M\nd $M\n",
            "~SEQ(i,1,30) ~SEQ(j,1,10) ~LST({a,b},{1,2},{3}) x $i $j ${a} ${_RANDOM 1 6}\ninclude x\ninclude "
            "\"y*\"\n"};
        static constexpr std::string_view interesting("{}\"'#!@$~\\\n\r\0 \t=(),:/", 21);
        for (int round = 0; round < 1000; ++round) {
            auto text = seeds[random() % 3];
            if (round % 50 == 0)
                text = seeds[3];
            for (auto i = random() % 12; i > 0 && !text.empty(); --i) {
                const auto at = random() % text.size();
                switch (random() % 4) {
                case 0: text[at] = interesting[random() % interesting.size()]; break;
                case 1: text.erase(at, random() % 20); break;
                case 2: text.insert(at, text.substr(random() % text.size(), 30)); break;
                default: text.insert(at, 1, static_cast<char>(random() % 256)); break;
                }
            }
            const auto node = config::loadText(text, "lb01");
            for (const auto &one : node.diagnostics) {
                QVERIFY(one.range.file < node.sources.size());
                QVERIFY(one.range.begin <= one.range.end);
                QVERIFY(one.range.end <= node.sources.text(one.range.file).size());
                QVERIFY(!one.message.empty());
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestLoad)
#include "tst_load.moc"
