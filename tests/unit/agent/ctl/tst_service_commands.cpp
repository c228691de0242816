#include "agent/ctl/command_line.h"

#include <sstream>

#include <QtTest>

#include "agent/ctl/service_views.h"
#include "common/wire/json.h"
#include "tests/unit/agent/api/running_api.h"
#include "tests/unit/agent/ctl/ctl_run.h"

using namespace twinhelm;
using test::RunningApi;

namespace
{

bool contains(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

wire::NodeState someState()
{
    wire::NodeState out;
    out.node = "lb01";
    out.now = 1'000'000;
    auto &balancer = out.balancer.emplace();
    balancer.trouble = "the kernel has no IPVS; load ip_vs";
    balancer.notReady = {"the kernel has no IPVS"};
    wire::ServiceState service;
    service.name = "[10.0.0.3]:tcp:80";
    service.state = "UP";
    service.since = 940'000;
    service.scheduler = "rr";
    service.liveWeight = 1;
    wire::ServerState up;
    up.name = "[10.0.0.11]:tcp:80";
    up.address = "10.0.0.11:80";
    up.state = "UP";
    up.configuredWeight = 3;
    up.overridden.emplace();
    up.overridden->kind = "drain";
    up.overridden->by = "alice";
    up.overridden->reason = "kernel update";
    up.activeConnections = 4;
    wire::ServerState down;
    down.name = "[10.0.0.12]:tcp:80";
    down.address = "10.0.0.12:80";
    down.state = "DOWN";
    down.text = "TCP_CHECK failed";
    wire::CheckState check;
    check.name = "TCP_CHECK of 10.0.0.12:80";
    check.decided = true;
    check.up = false;
    check.lastReason = "connect_refused";
    check.lastAgeMs = 2000;
    down.checks = {check};
    service.servers = {up, down};
    out.services = {service};
    return out;
}

} // namespace

class TestServiceCommands : public QObject
{
    Q_OBJECT

    std::unique_ptr<RunningApi> api_;

    [[nodiscard]] test::Ran ask(std::vector<std::string> arguments) const
    {
        arguments.insert(arguments.begin(), {"--socket", (api_->folder() / "api.sock").string()});
        return test::runCtl(arguments);
    }

private slots:
    void init()
    {
        api_ = std::make_unique<RunningApi>(RunningApi::Enrolled::No, api::Limits{});
        api_->guardian().onRefresh(someState());
        api_->guardian().sendState(someState());
        QTRY_VERIFY(contains(ask({"metrics"}).out, "twinhelm_build_info"));
    }
    void cleanup() { api_.reset(); }

    void servicesAndServers()
    {
        const auto services = ask({"services"});
        QVERIFY2(contains(services.out, "NOT BALANCED: the kernel has no IPVS; load ip_vs") &&
                     contains(services.out, "UP  [10.0.0.3]:tcp:80  for 60 s  1 of 2 servers up"),
                 services.out.c_str());
        const auto servers = ask({"servers"});
        QVERIFY2(contains(servers.out, "weight 0 of 3") && contains(servers.out, "draining by alice: kernel update") &&
                     contains(servers.out, "because TCP_CHECK failed") && contains(servers.out, "2 s ago"),
                 servers.out.c_str());
        QCOMPARE(ask({"servers", "nobody"}).code, 1);
        const auto state = wire::parseNodeState(ask({"services", "--json"}).out);
        QVERIFY(state && state->services.size() == 1);
    }

    void commandsReachTheEngine()
    {
        api_->guardian().answerWith(boost::json::object{{"ok", true}});
        QCOMPARE(ask({"drain", "[10.0.0.3]:tcp:80", "10.0.0.11", "--reason", "update", "--for", "5m", "--connections",
                      "3", "--take-out", "--force"})
                     .code,
                 0);
        const auto sent = api_->guardian().commands().back().as_object();
        QVERIFY(sent.at("command") == "drain" && sent.at("service") == "[10.0.0.3]:tcp:80");
        QVERIFY(sent.at("server") == "10.0.0.11" && sent.at("reason") == "update" && sent.at("for_ms") == 300'000);
        QVERIFY(sent.at("connections") == 3 && sent.at("take_out") == true && sent.at("force") == true);
        QVERIFY(sent.at("by") == "the Unix socket");
        QCOMPARE(ask({"weight", "a", "b", "7"}).code, 0);
        QVERIFY(api_->guardian().commands().back().as_object().at("weight") == 7);
        QCOMPARE(ask({"undrain", "a", "b"}).code, 0);
        QVERIFY(api_->guardian().commands().back().as_object().at("command") == "undrain");
        QCOMPARE(ask({"drain", "a", "b", "--for", "soon"}).code, 2);
    }

    void refusals()
    {
        api_->guardian().answerWith(agent::refusalReply({"A0392", "FWM 1 has no real server 'x'", "see servers"}));
        const auto unknown = ask({"drain", "FWM 1", "x"});
        QVERIFY2(unknown.code == 1 && contains(unknown.err, "A0392"), unknown.err.c_str());
        api_->guardian().answerWith(agent::refusalReply({"A0393", "too few", "force"}));
        QVERIFY(contains(ask({"drain", "FWM 1", "x"}).err, "too few"));
    }

    void transcripts()
    {
        wire::ProbeReport report{
            "VS", "RS", {{"TCP_CHECK of x", false, "connect_refused", "no", 1500, 9, {{100, "connecting"}}}}};
        boost::json::object reply{{"ok", true}};
        reply["probe"] = wire::toValue(report);
        api_->guardian().answerWith(reply);
        const auto ran = ask({"recheck", "VS", "RS"});
        QVERIFY2(ran.code == 1 &&
                     contains(ran.out, "FAILED  TCP_CHECK of x in 1 ms: no, certificate valid for 9 days") &&
                     contains(ran.out, "0.1 ms  connecting"),
                 ran.out.c_str());
        QVERIFY(*wire::parseProbeReport(ask({"recheck", "VS", "RS", "--json"}).out) == report);
    }

    void metrics()
    {
        const auto out = ask({"metrics"}).out;
        for (const char *line : {"twinhelm_ipvs_available 0", "twinhelm_service_up{service=\"[10.0.0.3]:tcp:80\"} 1",
                                 "twinhelm_server_up{service=\"[10.0.0.3]:tcp:80\",server=\"10.0.0.12:80\"} 0",
                                 "twinhelm_server_overridden{service=\"[10.0.0.3]:tcp:80\",server=\"10.0.0.11:80\"} 1"})
            QVERIFY2(contains(out, line), line);
    }
};

QTEST_GUILESS_MAIN(TestServiceCommands)
#include "tst_service_commands.moc"
