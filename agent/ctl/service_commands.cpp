#include "agent/ctl/service_commands.h"

#include <algorithm>
#include <thread>

#include <boost/json.hpp>

#include "agent/ctl/api_client.h"
#include "agent/ctl/exit_code.h"
#include "agent/ctl/remote_answer.h"
#include "agent/ctl/service_views.h"
#include "common/simulate/duration_text.h"
#include "common/wire/json.h"

namespace twinhelm::ctl
{

namespace
{

constexpr std::chrono::seconds probePatience{130};
constexpr std::chrono::seconds lookEach{1};

Result<wire::NodeState> askState(const ApiClient &agent)
{
    const auto body = bodyOf(agent.ask("GET", "/v1/state"));
    if (!body)
        return tl::unexpected(body.error());
    return wire::parseNodeState(*body);
}

const wire::ServerState *findServer(const wire::NodeState &state, const std::string &service, const std::string &server)
{
    for (const auto &one : state.services) {
        if (one.name != service)
            continue;
        for (const auto &each : one.servers) {
            const auto address = each.address.substr(0, each.address.rfind(':'));
            if (each.name == server || each.address == server || address == server)
                return &each;
        }
    }
    return nullptr;
}

} // namespace

CLI::App *ServiceCommands::add(CLI::App &app, const Chosen &chosen, const std::string &name, const std::string &help,
                               int (ServiceCommands::*run)())
{
    auto *const out = app.add_subcommand(name, help);
    out->callback([this, chosen, run] { chosen([this, run] { return (this->*run)(); }); });
    out->add_flag("--json", json_, "for programs: JSON");
    return out;
}

void ServiceCommands::addServer(CLI::App *command)
{
    command->add_option("SERVICE", service_, "as `services` calls it: '[10.0.0.3]:tcp:80', 'FWM 1', a group's name")
        ->required();
    command->add_option("SERVER", server_, "its address, or address:port")->required();
}

void ServiceCommands::addWish(CLI::App *command)
{
    command->add_option("--reason", reason_, "why, for everybody who looks at it");
    command->add_option("--for", time_, "how long: 90s, 5m, 2h")->check([](const std::string &text) {
        return simulate::parseDuration(text) ? std::string() : "'" + text + "' is no time like 90s, 5m or 2h";
    });
    command->add_flag("--force", force_, "also when the quorum is lost by it");
}

void ServiceCommands::addTo(CLI::App &app, const Chosen &chosen)
{
    add(app, chosen, "services", "virtual servers, and whether they have their quorum", &ServiceCommands::services);
    add(app, chosen, "servers", "real servers: state, weight, connections and what their probes said",
        &ServiceCommands::servers)
        ->add_option("SERVICE", service_, "of this virtual server only");
    auto *const drained = add(app, chosen, "drain", "send no new connections to a real server; kept over restarts",
                              &ServiceCommands::drain);
    addServer(drained);
    addWish(drained);
    drained->add_option("--connections", connections_, "it counts as empty with so many left (default 0)");
    drained->add_flag("--take-out", takeOut_, "when it is empty, take it out of the table, which ends persistence");
    drained->add_flag("--wait", wait_, "until it is empty");
    addServer(add(app, chosen, "undrain", "end a drain, or a weight that was set here", &ServiceCommands::undrain));
    auto *const weighed =
        add(app, chosen, "weight", "give a real server another weight, until undrain", &ServiceCommands::weight);
    addServer(weighed);
    weighed->add_option("WEIGHT", weight_, "0 to 65535")->required();
    addWish(weighed);
    addServer(add(app, chosen, "recheck", "have the agent run a real server's checks now and print what they did",
                  &ServiceCommands::recheck));
}

int ServiceCommands::services()
{
    const ApiClient agent(socket_);
    const auto state = askState(agent);
    if (!state)
        return io_.complain(state.error(), exitCodeOf(state.error()));
    io_.out << (json_ ? servicesJson(*state, {}) : servicesText(*state));
    return exit_code::ok;
}

int ServiceCommands::servers()
{
    const ApiClient agent(socket_);
    const auto state = askState(agent);
    if (!state)
        return io_.complain(state.error(), exitCodeOf(state.error()));
    const bool known = service_.empty() || std::any_of(state->services.begin(), state->services.end(),
                                                       [&](const auto &one) { return one.name == service_; });
    if (!known)
        return io_.complain({"A0391", "there is no virtual server '" + service_ + "' on this node",
                             "see `twinhelmctl services` for those there are"},
                            exit_code::refused);
    io_.out << (json_ ? servicesJson(*state, service_) : serversText(*state, service_));
    return exit_code::ok;
}

std::string ServiceCommands::wish() const
{
    boost::json::object out;
    if (!reason_.empty())
        out["reason"] = reason_;
    if (const auto time = simulate::parseDuration(time_))
        out["for_ms"] = std::chrono::duration_cast<std::chrono::milliseconds>(*time).count();
    if (weight_)
        out["weight"] = *weight_;
    if (connections_)
        out["connections"] = *connections_;
    if (takeOut_)
        out["take_out"] = true;
    if (force_)
        out["force"] = true;
    return boost::json::serialize(out);
}

int ServiceCommands::command(const std::string &verb, const std::string &body)
{
    const ApiClient agent(socket_);
    const auto answer = bodyOf(agent.ask(
        "POST", "/v1/services/" + percentEncoded(service_) + "/servers/" + percentEncoded(server_) + '/' + verb,
        std::chrono::seconds(10), body));
    if (!answer)
        return io_.complain(answer.error(), exitCodeOf(answer.error()));
    if (json_)
        io_.out << *answer << '\n';
    else
        io_.out << verb << " of " << server_ << " is in force; see `twinhelmctl servers`\n";
    return exit_code::ok;
}

int ServiceCommands::drain()
{
    const int code = command("drain", wish());
    return code == exit_code::ok && wait_ ? waitUntilEmpty() : code;
}

/// A line whenever the number of connections has changed.
int ServiceCommands::waitUntilEmpty()
{
    const ApiClient agent(socket_);
    std::optional<std::uint64_t> said;
    while (true) {
        const auto state = askState(agent);
        if (!state)
            return io_.complain(state.error(), exitCodeOf(state.error()));
        const auto *const server = findServer(*state, service_, server_);
        if (server == nullptr || !server->overridden || server->overridden->kind != "drain")
            return io_.complain({"A0397", server_ + " is not drained any more", "somebody else has ended it"},
                                exit_code::refused);
        const auto left = server->activeConnections + server->inactiveConnections;
        if (server->overridden->empty) {
            io_.out << server_ << " is empty\n";
            return exit_code::ok;
        }
        if (said != left)
            io_.out << left << " connections left" << std::endl;
        said = left;
        std::this_thread::sleep_for(lookEach);
    }
}

int ServiceCommands::undrain()
{
    return command("undrain", {});
}

int ServiceCommands::weight()
{
    return command("weight", wish());
}

int ServiceCommands::recheck()
{
    const ApiClient agent(socket_);
    const auto body = bodyOf(
        agent.ask("POST", "/v1/services/" + percentEncoded(service_) + "/servers/" + percentEncoded(server_) + "/probe",
                  probePatience));
    if (!body)
        return io_.complain(body.error(), exitCodeOf(body.error()));
    const auto report = wire::parseProbeReport(*body);
    if (!report)
        return io_.complain(report.error(), exit_code::refused);
    io_.out << (json_ ? *body + '\n' : probeText(*report));
    const bool passed =
        std::all_of(report->probes.begin(), report->probes.end(), [](const auto &one) { return one.passed; });
    return passed ? exit_code::ok : exit_code::refused;
}

} // namespace twinhelm::ctl
