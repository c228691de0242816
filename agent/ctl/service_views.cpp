#include "agent/ctl/service_views.h"

#include <algorithm>

#include "agent/ctl/text.h"
#include "common/base/joined.h"
#include "common/wire/json.h"

namespace twinhelm::ctl
{

namespace
{

using Rows = std::vector<std::vector<std::string>>;

std::string printed(Rows rows)
{
    for (auto &row : rows) {
        for (auto &cell : row)
            cell = printable(std::move(cell));
    }
    return table(rows);
}

std::string balancerText(const wire::NodeState &state)
{
    if (!state.balancer)
        return "this node has no virtual servers\n";
    const auto &balancer = *state.balancer;
    std::string out;
    if (!balancer.ipvs)
        out += "NOT BALANCED: " + balancer.trouble + '\n';
    else if (!balancer.complete)
        out += "TABLE NOT COMPLETE: " + balancer.trouble + '\n';
    if (!balancer.sync.empty())
        out += "connections are synchronised as " + balancer.sync + '\n';
    out += balancer.ready ? std::string("could take over now\n")
                          : "could not take over now: " + joined(balancer.notReady, "; ") + '\n';
    return printable(out.substr(0, out.size() - 1)) + "\n\n";
}

std::string serviceNote(const wire::ServiceState &service)
{
    std::vector<std::string> notes;
    if (service.sorryServes)
        notes.push_back("the sorry server " + service.sorryServer + " serves");
    if (service.suspended)
        notes.emplace_back("suspended");
    if (service.traffic)
        notes.push_back(std::to_string(service.traffic->connectionRate) + " connections/s");
    return joined(notes, ", ");
}

std::string weightText(const wire::ServerState &server)
{
    auto out = "weight " + std::to_string(server.weight);
    if (server.weight != server.configuredWeight)
        out += " of " + std::to_string(server.configuredWeight);
    return out;
}

std::string overrideText(const wire::ServerState &server)
{
    if (!server.overridden)
        return {};
    const auto &one = *server.overridden;
    std::string out = one.kind == "drain" ? (one.empty ? "drained" : "draining") : "weight by hand";
    if (!one.by.empty())
        out += " by " + one.by;
    if (!one.reason.empty())
        out += ": " + one.reason;
    if (one.expiresInMs)
        out += ", for " + durationText(*one.expiresInMs);
    return out;
}

std::vector<std::string> serverRow(const wire::NodeState &state, const wire::ServerState &server)
{
    const auto connections = server.activeConnections + server.inactiveConnections;
    return {"  " + server.state,
            server.address,
            "for " + durationText(state.now - server.since),
            weightText(server),
            server.forwarding,
            std::to_string(connections) + " connections",
            server.overridden ? overrideText(server) : (server.state == "DOWN" ? "because " + server.text : "")};
}

std::vector<std::string> checkRow(const wire::CheckState &check)
{
    const std::string word = !check.decided ? "not yet" : check.up ? "passes" : "fails";
    auto last = check.lastReason;
    if (!check.lastText.empty())
        last += ": " + check.lastText;
    return {"    " + word, check.name, check.lastAgeMs ? durationText(*check.lastAgeMs) + " ago" : "never run", last};
}

} // namespace

std::string servicesText(const wire::NodeState &state)
{
    Rows rows;
    for (const auto &one : state.services) {
        const auto up = std::count_if(one.servers.begin(), one.servers.end(),
                                      [](const auto &server) { return server.state == "UP"; });
        rows.push_back({one.state, one.name, "for " + durationText(state.now - one.since),
                        std::to_string(up) + " of " + std::to_string(one.servers.size()) + " servers up",
                        "weight " + std::to_string(one.liveWeight) + ", quorum " + std::to_string(one.quorum),
                        one.scheduler, serviceNote(one)});
    }
    return balancerText(state) + (rows.empty() ? std::string() : printed(std::move(rows)));
}

std::string serversText(const wire::NodeState &state, const std::string &service)
{
    std::string out = balancerText(state);
    for (const auto &one : state.services) {
        if (!service.empty() && one.name != service)
            continue;
        out += printable(one.name + " " + one.state + (one.sorryServes ? ", its sorry server serves" : "")) + '\n';
        Rows servers;
        Rows checks;
        for (const auto &server : one.servers) {
            servers.push_back(serverRow(state, server));
            for (const auto &check : server.checks)
                checks.push_back(checkRow(check));
        }
        out += printed(std::move(servers));
        if (!checks.empty())
            out += printed(std::move(checks));
        out += '\n';
    }
    return out;
}

std::string servicesJson(const wire::NodeState &state, const std::string &service)
{
    wire::NodeState out;
    out.node = state.node;
    out.now = state.now;
    out.balancer = state.balancer;
    for (const auto &one : state.services) {
        if (service.empty() || one.name == service)
            out.services.push_back(one);
    }
    return wire::toJson(out) + '\n';
}

std::string probeText(const wire::ProbeReport &report)
{
    std::string out = printable(report.server + " of " + report.service) + '\n';
    for (const auto &one : report.probes) {
        out += printable((one.passed ? "PASSED  " : "FAILED  ") + one.name + " in " +
                         std::to_string(one.tookUs / 1000) + " ms: " + one.text);
        if (one.certificateDays)
            out += ", certificate valid for " + std::to_string(*one.certificateDays) + " days";
        out += '\n';
        Rows steps;
        for (const auto &step : one.steps)
            steps.push_back(
                {"  " + std::to_string(step.atUs / 1000) + "." + std::to_string(step.atUs % 1000 / 100) + " ms",
                 step.text});
        if (!steps.empty())
            out += printed(std::move(steps));
    }
    return out;
}

} // namespace twinhelm::ctl
