#include "agent/ctl/remote_commands.h"

#include <filesystem>
#include <thread>

#include <boost/json.hpp>

#include "agent/ctl/event_reader.h"
#include "agent/ctl/exit_code.h"
#include "agent/ctl/plan_view.h"
#include "agent/ctl/remote_answer.h"
#include "agent/ctl/views.h"
#include "agent/process/configuration_message.h"
#include "common/wire/json.h"

namespace twinhelm::ctl
{

namespace
{

constexpr std::chrono::seconds reloadPatience{40};
constexpr int followAttempts = 60; // one a second

} // namespace

int status(const ApiClient &agent, bool json, const Streams &io)
{
    const auto body = bodyOf(agent.ask("GET", "/v1/state"));
    if (!body)
        return io.complain(body.error(), exitCodeOf(body.error()));
    if (json) {
        io.out << *body << '\n';
        return exit_code::ok;
    }
    const auto state = wire::parseNodeState(*body);
    if (!state)
        return io.complain(state.error(), exit_code::refused);
    io.out << statusText(*state);
    return exit_code::ok;
}

int metrics(const ApiClient &agent, const Streams &io)
{
    const auto body = bodyOf(agent.ask("GET", "/metrics"));
    if (!body)
        return io.complain(body.error(), exitCodeOf(body.error()));
    io.out << *body;
    return exit_code::ok;
}

int instanceCommand(const ApiClient &agent, const std::string &verb, const std::string &instance, bool json,
                    const Streams &io)
{
    const auto body = bodyOf(agent.ask("POST", "/v1/instances/" + percentEncoded(instance) + '/' + verb));
    if (!body)
        return io.complain(body.error(), exitCodeOf(body.error()));
    if (json)
        io.out << *body << '\n';
    else
        io.out << verb << " of " << instance << " is under way; see `twinhelmctl status`\n";
    return exit_code::ok;
}

int reload(const ApiClient &agent, bool json, const Streams &io)
{
    const auto body = bodyOf(agent.ask("POST", "/v1/reload", reloadPatience));
    if (!body)
        return io.complain(body.error(), exitCodeOf(body.error()));
    const auto report = wire::parseCheckReport(*body);
    if (!report)
        return io.complain(report.error(), exit_code::refused);
    if (json)
        io.out << *body << '\n';
    else
        io.out << reportText(*report, report->ok ? "the new configuration is in force"
                                                 : "refused: the old configuration stays in force");
    return report->ok ? exit_code::ok : exit_code::badConfig;
}

int plan(const ApiClient &agent, const std::string &file, bool json, const Streams &io)
{
    // Which @id lines hold decides what is included.
    const auto known = bodyOf(agent.ask("GET", "/v1/state"));
    if (!known)
        return io.complain(known.error(), exitCodeOf(known.error()));
    const auto state = wire::parseNodeState(*known);
    if (!state)
        return io.complain(state.error(), exit_code::refused);
    const auto bytes = agent::readConfiguration(file, state->node);
    if (!bytes)
        return io.complain(bytes.error(), exit_code::unreadable);
    const auto sent = boost::json::serialize(agent::makeConfigureCommand(*bytes));
    const auto body = bodyOf(agent.ask("POST", "/v1/plan", reloadPatience, sent));
    if (!body)
        return io.complain(body.error(), exitCodeOf(body.error()));
    const auto report = wire::parsePlanReport(*body);
    if (!report)
        return io.complain(report.error(), exit_code::refused);
    io.out << (json ? *body + '\n' : planText(*report));
    return report->ok ? exit_code::ok : exit_code::badConfig;
}

int upgrade(const ApiClient &agent, const std::string &binary, bool json, const Streams &io)
{
    // The daemon's working folder is another one.
    const auto path = binary.empty() ? binary : std::filesystem::absolute(binary).string();
    const auto sent = boost::json::serialize(boost::json::object{{"binary", path}});
    const auto body = bodyOf(agent.ask("POST", "/v1/upgrade", reloadPatience, sent));
    if (!body)
        return io.complain(body.error(), exitCodeOf(body.error()));
    if (json) {
        io.out << *body << '\n';
        return exit_code::ok;
    }
    boost::json::error_code bad;
    const auto value = boost::json::parse(*body, bad);
    const auto *const versions = value.if_object();
    const auto version = [&](std::string_view key) {
        const auto *const found = versions == nullptr ? nullptr : versions->if_contains(key);
        return found != nullptr && found->is_string() ? boost::json::value_to<std::string>(*found) : std::string("?");
    };
    io.out << "twinhelmd " << version("from") << " became " << version("to") << "; no instance changed its state\n";
    return exit_code::ok;
}

int events(const ApiClient &agent, const EventsWanted &wanted, const Streams &io)
{
    auto target = wanted.after ? "/v1/events?after=" + std::to_string(*wanted.after)
                               : "/v1/events?last=" + std::to_string(wanted.last);
    const std::string follow = wanted.follow ? "" : "&follow=no";
    for (int failures = 0;;) {
        EventReader reader;
        const auto answer = agent.stream(target + follow, [&](std::string_view bytes) {
            failures = 0;
            for (const auto &event : reader.feed(bytes)) {
                io.out << (wanted.json ? wire::toJson(event) + '\n' : eventLine(event));
                if (event.id != 0)
                    target = "/v1/events?after=" + std::to_string(event.id);
            }
            io.out.flush();
            return io.out.good();
        });
        if (answer && answer->status != 200)
            return io.complain(errorOf(*answer), exit_code::refused);
        if (!wanted.follow || !io.out.good() || failures >= followAttempts) {
            return answer ? exit_code::ok : io.complain(answer.error(), exitCodeOf(answer.error()));
        }
        if (failures++ == 0)
            io.err << "twinhelmctl: the stream broke off; trying again for a minute\n";
        std::this_thread::sleep_for(std::chrono::seconds(1));
    }
}

} // namespace twinhelm::ctl
