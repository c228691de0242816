#include <algorithm>
#include <map>
#include <set>

#include <QtTest>

#include "common/config/load.h"
#include "common/config/lower/lower_balancer.h"
#include "common/config/lower/lower_notify.h"
#include "common/config/schema/schema.h"

using namespace twinhelm;
using namespace twinhelm::config;

namespace
{

using schema::Kind;
using schema::Standing;

/// Statements that a generic value does not fit, or that show their effect only with something else beside them.
const std::map<std::pair<std::string, std::string>, std::vector<std::string>> samples{
    {{"vrrp_instance", "use_vmac"}, {"use_vmac"}},
    {{"vrrp_instance", "use_vmac_addr"},
     {"use_vmac\n use_vmac_addr\n virtual_ipaddress_excluded {\n 10.8.0.1 dev eth7\n }"}},
    {{"vrrp_instance", "vmac_xmit_base"}, {"use_vmac\n vmac_xmit_base"}},
    {{"vrrp_instance", "use_ipvlan"}, {"use_ipvlan"}},
    {{"vrrp_instance", "unicast_peer"}, {"unicast_peer {\n 10.0.0.2\n }"}},
    {{"vrrp_instance", "track_interface"}, {"track_interface {\n eth1 weight 5\n }"}},
    {{"vrrp_instance", "track_script"}, {"track_script {\n check\n }"}},
    {{"vrrp_instance", "track_file"}, {"track_file {\n number\n }"}},
    {{"vrrp_instance", "track_process"}, {"track_process {\n web\n }"}},
    {{"vrrp_instance", "track_bfd"}, {"track_bfd {\n neighbour\n }"}},
    {{"vrrp_instance", "track_src_ip"}, {"mcast_src_ip 10.0.0.9\n track_src_ip"}},
    {{"vrrp_instance", "virtual_ipaddress"}, {"virtual_ipaddress {\n 10.0.0.77\n }"}},
    {{"vrrp_instance", "virtual_ipaddress_excluded"}, {"virtual_ipaddress_excluded {\n 10.0.0.78\n }"}},
    {{"vrrp_instance", "virtual_routes"}, {"virtual_routes {\n 192.0.2.0/24 via 10.0.0.1\n }"}},
    {{"vrrp_instance", "virtual_rules"}, {"virtual_rules {\n from 192.0.2.0/24 table 5\n }"}},
    {{"vrrp_instance", "preempt_delay"}, {"preempt_delay 5"}},
    {{"vrrp_instance", "mcast_dst_ip"}, {"mcast_dst_ip 224.0.0.99"}},
    {{"vrrp_instance", "unicast_src_ip"}, {"unicast_peer {\n 10.0.0.2\n }\n unicast_src_ip 10.0.0.9"}},
    {{"vrrp_instance", "old_unicast_checksum"}, {"version 3\n unicast_peer {\n 10.0.0.2\n }\n old_unicast_checksum"}},
    {{"vrrp_instance", "v3_checksum_as_v2"}, {"version 3\n v3_checksum_as_v2"}},
    {{"vrrp_instance", "native_ipv6"}, {"native_ipv6\n no_virtual_ipaddress"}},
    {{"vrrp_instance", "notify_master_rx_lower_pri"}, {"notify_master_rx_lower_pri /bin/true"}},
    {{"vrrp_instance", "authentication"}, {"authentication {\n auth_type PASS\n auth_pass x\n }"}},
    {{"vrrp_instance", "auth_hmac"}, {"auth_hmac {\n key 1 abc\n active_key 1\n }"}},
    {{"vrrp_instance/authentication", "auth_type"}, {"auth_type AH\n auth_pass y"}},
    {{"vrrp_instance/authentication", "auth_pass"}, {"auth_type PASS\n auth_pass y"}},
    {{"vrrp_sync_group", "group"}, {"group {\n VI_1\n VI_2\n }"}},
    {{"vrrp_sync_group", "track_interface"}, {"track_interface {\n eth1\n }"}},
    {{"vrrp_sync_group", "track_script"}, {"track_script {\n check\n }"}},
    {{"vrrp_sync_group", "track_file"}, {"track_file {\n number\n }"}},
    {{"vrrp_sync_group", "track_process"}, {"track_process {\n web\n }"}},
    {{"vrrp_sync_group", "track_bfd"}, {"track_bfd {\n neighbour\n }"}},
    {{"vrrp_instance", "owner_ignore_adverts"}, {"priority 255\n owner_ignore_adverts"}},
    {{"vrrp_script", "script"}, {"script /bin/false"}},
    {{"vrrp_script", "user"}, {"user nobody"}},
    {{"vrrp_script", "weight"}, {"weight 7"}},
    {{"global_defs", "notification_email"}, {"notification_email {\n c@example.org\n }"}},
    {{"global_defs", "vrrp_mcast_group4"}, {"vrrp_mcast_group4 224.0.0.99"}},
    {{"global_defs", "vrrp_mcast_group6"}, {"vrrp_mcast_group6 ff02::99"}},
    {{"global_defs", "lvs_sync_daemon"}, {"lvs_sync_daemon eth0 VI_1"}},
    {{"global_defs", "lvs_timeouts"}, {"lvs_timeouts tcp 60"}},
    {{"global_defs", "vrrp_cpu_affinity"}, {"vrrp_cpu_affinity 1"}},
    {{"global_defs", "checker_cpu_affinity"}, {"checker_cpu_affinity 1"}},
    {{"global_defs", "bfd_cpu_affinity"}, {"bfd_cpu_affinity 1"}},
    {{"global_defs", "umask"}, {"umask 077"}},
};

/// What must stand beside a global keyword, with it and without it, for its effect to show.
const std::map<std::string, std::string> besideGlobal{
    {"notify_fifo_script", "notify_fifo /run/one"},
    {"vrrp_notify_fifo_script", "vrrp_notify_fifo /run/one"},
    {"vrrp_notify_priority_changes", "vrrp_notify_fifo /run/one"},
    {"fifo_write_vrrp_states_on_reload", "vrrp_notify_fifo /run/one"},
    {"lvs_notify_fifo_script", "lvs_notify_fifo /run/one"},
    {"enable_script_security", ""}, // it stands in the plain file else
};

/// Rows that change nothing, and are right to: with the reason.
const std::map<std::pair<std::string, std::string>, const char *> harmless{
    {{"vrrp_instance", "preempt"}, "is the default"},
    {{"vrrp_instance", "accept"}, "is the default"},
    {{"vrrp_instance", "no_virtual_ipaddress"}, "is for the checker only"},
    {{"global_defs", "dynamic_interfaces"}, "is what the engine always does: it waits for interfaces that are missing"},
    {{"global_defs", "random_seed"}, "is acted on before there are settings: tst_random"},
    {{"global_defs", "include_check"}, "is acted on before there are settings: tst_expander"},
};

/// The blocks of the VRRP side that one instance, group or script is made of.
const std::set<std::string> walked{"global_defs", "vrrp_instance", "vrrp_instance/authentication", "vrrp_sync_group",
                                   "vrrp_script"};

/// A file with one statement in the block. `beside`: what stands in global_defs beside it.
std::string fileWith(const std::string &block, const std::string &statement,
                     const std::string &beside = "enable_script_security")
{
    const auto in = [&](const char *name) { return block == name ? " " + statement + "\n" : std::string(); };
    const auto definition = [&](const char *name, const char *text) {
        return std::string(statement.find(name) == std::string::npos ? "" : text);
    };
    std::string authentication = in("vrrp_instance/authentication");
    if (!authentication.empty())
        authentication = " authentication {\n" + authentication + " }\n";
    const bool ownScript = block == "vrrp_script" && statement.starts_with("script");
    const bool ofLinks = statement.starts_with("vmac_");
    return "global_defs {\n " + beside +
           "\n script_user root\n notification_email {\n a@example.org\n }\n"
           " notification_email_from b@example.org\n smtp_server 127.0.0.1\n" +
           in("global_defs") +
           "}\nstatic_ipaddress {\n 10.9.0.1/32\n}\nvrrp_instance VI_3 {\n interface eth0\n virtual_router_id 53\n"
           " priority 255\n virtual_ipaddress {\n 10.0.0.5\n }\n" +
           (ofLinks ? " use_vmac\n use_vmac_addr\n virtual_ipaddress_excluded {\n 10.8.0.2 dev eth7\n }\n" : "") +
           "}\nvirtual_server 10.9.9.9 80 {\n lb_algo rr\n lb_kind NAT\n protocol TCP\n real_server 10.9.9.10 80 {\n"
           " notify_up /bin/true\n TCP_CHECK {\n }\n }\n}\nvrrp_script check {\n" +
           (ownScript ? "" : " script /bin/true\n") + in("vrrp_script") + "}\n" +
           definition("web", "vrrp_track_process web {\n process nginx\n}\n") +
           definition("number", "track_file number {\n file /run/number\n}\n") +
           definition("neighbour", "bfd_instance neighbour {\n neighbor_ip 10.0.0.2\n}\n") +
           "vrrp_instance VI_1 {\n interface eth0\n virtual_router_id 51\n virtual_ipaddress {\n 10.0.0.3\n }\n" +
           authentication + in("vrrp_instance") +
           "}\nvrrp_instance VI_2 {\n interface eth0\n virtual_router_id 52\n virtual_ipaddress {\n 10.0.0.4\n }\n"
           " track_script {\n check\n }\n}\nvrrp_sync_group VG {\n" +
           (block == "vrrp_sync_group" && statement.starts_with("group") ? std::string() : " group {\n VI_1\n }\n") +
           in("vrrp_sync_group") + "}\n";
}

/// Ways to write the keyword, of which one should show an effect.
std::vector<std::string> statementsFor(const std::string &block, const schema::Keyword &keyword)
{
    const std::string name(keyword.name);
    if (const auto found = samples.find({block, name}); found != samples.end())
        return found->second;
    const auto with = [&](std::initializer_list<const char *> values) {
        std::vector<std::string> out;
        for (const auto *value : values)
            out.push_back(name + " " + value);
        return out;
    };
    switch (keyword.kind) {
    case Kind::Bool: return with({"true", "false"});
    case Kind::Uint:
    case Kind::Int:
    case Kind::Decimal: return with({"3", "2", "7", "100", "0"});
    case Kind::Enum: {
        std::vector<std::string> out;
        std::string choices(keyword.choices);
        for (std::size_t at = 0; at <= choices.size();) {
            const auto end = std::min(choices.find('|', at), choices.size());
            out.push_back(name + " " + choices.substr(at, end - at));
            at = end + 1;
        }
        return out;
    }
    case Kind::Address: return with({"10.0.0.9"});
    case Kind::Interface: return with({"eth5"});
    case Kind::Command: return with({"/bin/true", "/bin/echo"});
    case Kind::String:
    case Kind::Secret:
    case Kind::Path: return with({"other"});
    default: return {name};
    }
}

/// Whether a finding that the plain file does not have is about this keyword, or says that a part is not done.
bool told(const LoadedNode &loaded, const LoadedNode &plain, const schema::Keyword &keyword)
{
    std::set<std::string> before;
    for (const auto &one : plain.findings())
        before.insert(one.message);
    const auto findings = loaded.findings();
    return std::ranges::any_of(findings, [&](const Diagnostic &one) {
        const bool about =
            one.message.find(keyword.name) != std::string::npos || one.code == "K0301" || one.code == "K0302";
        return about && !before.contains(one.message);
    });
}

} // namespace

/// Whoever writes a keyword of an instance, a group, a script or of global_defs either gets what it asks for or is told
/// that he does not: nothing is silently ignored.
class TestNothingIgnored : public QObject
{
    Q_OBJECT

private slots:
    void everyKeywordActsOrIsNamed_data()
    {
        QTest::addColumn<QString>("block");
        QTest::addColumn<QString>("keyword");
        for (const auto &block : schema::blocks()) {
            if (!walked.contains(std::string(block.path)))
                continue;
            for (const auto &keyword : block.keywords)
                QTest::addRow("%s %s", std::string(block.path).c_str(), std::string(keyword.name).c_str())
                    << QString::fromUtf8(block.path.data(), qsizetype(block.path.size()))
                    << QString::fromUtf8(keyword.name.data(), qsizetype(keyword.name.size()));
        }
    }
    void everyKeywordActsOrIsNamed()
    {
        QFETCH(QString, block);
        QFETCH(QString, keyword);
        const auto path = block.toStdString();
        const auto *row = schema::find(path, keyword.toStdString());
        QVERIFY(row);
        if (row->standing == Standing::Removed || row->standing == Standing::Ignored)
            return; // the keyword's page says so, and keepalived does no more
        const auto found = besideGlobal.find(keyword.toStdString());
        const bool alone = path != "global_defs" || found == besideGlobal.end();
        const auto with = alone ? std::string("enable_script_security") : found->second;
        bool acts = false;
        bool named = false;
        QString tried;
        for (const auto &statement : statementsFor(path, *row)) {
            auto without = fileWith(path, statement, with); // the same around it
            without.erase(without.find(" " + statement + "\n"), statement.size() + 1);
            const auto plain = loadText(without, "lb01");
            const auto loaded = loadText(fileWith(path, statement, with), "lb01");
            acts = acts || !(loaded.settings == plain.settings) ||
                   !(lowerBalancer(loaded.model) == lowerBalancer(plain.model)) ||
                   lowerCheckerFifos(loaded.model.global) != lowerCheckerFifos(plain.model.global);
            named = named || told(loaded, plain, *row);
            tried += QString::fromStdString(statement) + "; ";
        }
        const auto excuse = harmless.find({path, keyword.toStdString()});
        if (excuse != harmless.end()) {
            QVERIFY2(!acts, "it does act: take it off the list of the harmless");
            return;
        }
        QVERIFY2(acts || named, qPrintable("neither acts nor is named: " + tried));
    }

    void theSamplesAndTheExcusesNameRealKeywords()
    {
        for (const auto &[place, unused] : samples)
            QVERIFY2(schema::find(place.first, place.second), place.second.c_str());
        for (const auto &[place, unused] : harmless)
            QVERIFY2(schema::find(place.first, place.second), place.second.c_str());
        for (const auto &[name, unused] : besideGlobal)
            QVERIFY2(schema::find("global_defs", name), name.c_str());
    }

    /// With nothing in the file that is not done, nothing may be named; or the test above could not fail.
    void thePlainFileHasNoGap()
    {
        const auto plain = loadText(fileWith("", ""), "lb01");
        QVERIFY2(plain.engineGaps.empty(), plain.engineGaps.empty() ? "" : plain.engineGaps.front().message.c_str());
    }
};

QTEST_APPLESS_MAIN(TestNothingIgnored)
#include "tst_nothing_ignored.moc"
