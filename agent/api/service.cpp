#include "agent/api/service.h"

#include <algorithm>

#include <boost/json.hpp>

#include "agent/linux/memory.h"
#include "agent/process/commands.h"
#include "agent/process/log.h"
#include "common/wire/json.h"
#include "common/wire/json_value.h"

namespace twinhelm::api
{

namespace
{

namespace json = boost::json;

TimePoint monotonicNow()
{
    return TimePoint(std::chrono::steady_clock::now().time_since_epoch());
}

json::value commandBy(std::string_view name, const std::string &instance, const std::string &by)
{
    auto out = agent::makeCommand(name, instance);
    out.as_object()["by"] = by;
    return out;
}

Answer engineRefusal(const Error &error)
{
    return refusal(409, Reason::EngineRefused, error);
}

Answer engineSilence(const Error &error)
{
    return refusal(504, Reason::EngineSilent, error);
}

/// The report a reload's reply carries, taken or not.
std::optional<wire::CheckReport> reportOf(const json::value &reply)
{
    const auto *const object = reply.if_object();
    const auto *const report = object == nullptr ? nullptr : object->if_contains("report");
    if (report == nullptr)
        return std::nullopt;
    auto out = wire::checkReportFrom(*report);
    return out ? std::optional(std::move(*out)) : std::nullopt;
}

} // namespace

Service::Service(const Limits &limits, Feed &feed, GuardianLink &guardian)
    : limits_(limits), feed_(feed), guardian_(guardian)
{
}

boost::asio::awaitable<Answer> Service::answer(const Route &route, const Client &client)
{
    const bool state = std::holds_alternative<GetState>(route);
    if (!state && !std::holds_alternative<GetMetrics>(route))
        co_return co_await obey(route, client);
    co_await refreshState();
    co_return state ? stateAnswer() : metricsAnswer();
}

/// No coroutine itself: g++ 12 takes one with so many of them inside for a mismatched new and delete.
boost::asio::awaitable<Answer> Service::obey(const Route &route, const Client &client)
{
    if (const auto *const wanted = std::get_if<HandOver>(&route))
        return command(agent::command::handover, wanted->instance, client.name);
    if (const auto *const wanted = std::get_if<ReleaseHold>(&route))
        return command(agent::command::release, wanted->instance, client.name);
    if (const auto *const wanted = std::get_if<ServerCommand>(&route))
        return serverCommand(*wanted, client.name);
    if (const auto *const wanted = std::get_if<Plan>(&route))
        return plan(wanted->file);
    if (const auto *const wanted = std::get_if<Upgrade>(&route))
        return upgrade(wanted->binary, client);
    return reload(client.name);
}

/// The engine tells its state when something changes, but not each time that a counter moves. Without an answer the
/// last one must do: it carries its time.
boost::asio::awaitable<void> Service::refreshState()
{
    if (monotonicNow() - feed_.stateAt() < limits_.stateAge)
        co_return;
    const auto body = agent::makeCommand(agent::command::refresh);
    const auto reply = co_await guardian_.ask(body, limits_.refreshTimeout);
    if (!reply)
        agent::log::info(reply.error().what);
}

Answer Service::stateAnswer() const
{
    if (!feed_.state())
        return refusal(503, Reason::EngineSilent,
                       {"A0503", "The agent is starting; its state is not known yet.", "Ask again in a second."});
    if (condition_.empty())
        return jsonAnswer(wire::toJson(*feed_.state()));
    auto state = *feed_.state();
    for (auto &process : state.processes) {
        if (process.role == "api" && process.state == "running")
            process.state = condition_;
    }
    return jsonAnswer(wire::toJson(state));
}

Answer Service::metricsAnswer() const
{
    Answer out;
    out.contentType = "text/plain; version=0.0.4; charset=utf-8";
    auto counts = counts_;
    counts.eventStreams = feed_.subscribers();
    out.body = prometheusText(feed_.state(), refusals_, counts);
    return out;
}

std::optional<Answer> Service::unknownInstance(const std::string &name) const
{
    if (!feed_.state())
        return std::nullopt;
    std::string known;
    for (const auto &instance : feed_.state()->instances) {
        if (instance.name == name)
            return std::nullopt;
        known += (known.empty() ? "" : ", ") + instance.name;
    }
    return refusal(404, Reason::UnknownInstance,
                   {"A0406", "There is no instance \"" + name.substr(0, 200) + "\" on " + feed_.state()->node + '.',
                    known.empty() ? "It has no instances at all." : "It has " + known + '.'});
}

boost::asio::awaitable<Answer> Service::command(std::string_view name, const std::string &instance,
                                                const std::string &by)
{
    if (auto unknown = unknownInstance(instance))
        co_return std::move(*unknown);
    agent::log::info(std::string(name) + " of " + instance + " asked for by " + by);
    const auto body = commandBy(name, instance, by);
    const auto reply = co_await guardian_.ask(body, limits_.commandTimeout);
    if (!reply)
        co_return engineSilence(reply.error());
    if (const auto done = agent::replyResult(*reply); !done)
        co_return engineRefusal(done.error());
    co_return jsonAnswer("{\"ok\":true}");
}

/// The engine knows the servers' names; what it does not find is a 404 all the same.
boost::asio::awaitable<Answer> Service::serverCommand(const ServerCommand &wanted, const std::string &by)
{
    json::value body = json::object();
    if (!wanted.body.empty()) {
        json::error_code bad;
        body = json::parse(wanted.body, bad);
        if (bad || !body.is_object())
            co_return refusal(400, Reason::Malformed,
                              {"A0400", "The body is no JSON object.",
                               "Send nothing, or for example {\"reason\":\"kernel update\"}; see docs/api.md."});
    }
    auto &object = body.as_object();
    object["command"] = wanted.verb;
    object["service"] = wanted.service;
    object["server"] = wanted.server;
    object["by"] = by;
    agent::log::info(wanted.verb + " of " + wanted.server + " of " + wanted.service + " asked for by " + by);
    const bool probes = wanted.verb == agent::command::probe;
    const auto patience = probes ? limits_.probeTimeout : limits_.commandTimeout;
    const auto reply = co_await guardian_.ask(body, patience);
    if (!reply)
        co_return engineSilence(reply.error());
    if (const auto done = agent::replyResult(*reply); !done) {
        const bool unknown = done.error().code == "A0391" || done.error().code == "A0392";
        co_return unknown ? refusal(404, Reason::UnknownInstance, done.error()) : engineRefusal(done.error());
    }
    const auto *const found = probes ? reply->as_object().if_contains("probe") : nullptr;
    if (found == nullptr)
        co_return jsonAnswer("{\"ok\":true}");
    const auto report = wire::probeReportFrom(*found);
    co_return report ? jsonAnswer(wire::toJson(*report)) : engineRefusal(report.error());
}

boost::asio::awaitable<Answer> Service::reload(const std::string &by)
{
    agent::log::info("reload asked for by " + by);
    const auto body = commandBy(agent::command::reload, {}, by);
    const auto reply = co_await guardian_.ask(body, limits_.reloadTimeout);
    if (!reply)
        co_return engineSilence(reply.error());
    const auto done = agent::replyResult(*reply);
    if (auto report = reportOf(*reply)) {
        report->ok = done.has_value();
        co_return jsonAnswer(wire::toJson(*report));
    }
    if (!done)
        co_return engineRefusal(done.error());
    wire::CheckReport taken;
    taken.ok = true;
    co_return jsonAnswer(wire::toJson(taken));
}

/// A body that begins with a brace has the main file's text and what it includes; any other is the text alone.
boost::asio::awaitable<Answer> Service::plan(const std::string &file)
{
    json::value body = json::object{{"text", file}};
    if (file.starts_with('{')) {
        json::error_code bad;
        body = json::parse(file, bad);
        if (bad || !body.is_object())
            co_return refusal(400, Reason::Malformed,
                              {"A0400", "The body begins like JSON but is none: " + bad.message() + '.',
                               "Send the configuration file as it is, or use twinhelmctl plan FILE."});
    }
    body.as_object()["command"] = agent::command::plan;
    const auto reply = co_await guardian_.ask(body, limits_.reloadTimeout);
    if (!reply)
        co_return engineSilence(reply.error());
    if (const auto done = agent::replyResult(*reply); !done)
        co_return engineRefusal(done.error());
    const auto *const found = reply->as_object().if_contains("plan");
    const auto report = found == nullptr ? Result<wire::PlanReport>(wire::PlanReport{}) : wire::planReportFrom(*found);
    if (!report)
        co_return engineRefusal(report.error());
    co_return jsonAnswer(wire::toJson(*report));
}

/// Whoever names a program that root is to run must be root on this node already.
boost::asio::awaitable<Answer> Service::upgrade(const std::string &binary, const Client &client)
{
    if (!client.local)
        co_return refusal(403, Reason::NotAllowed,
                          {"A0403", "An upgrade is asked for on the node itself.",
                           "Run twinhelmctl upgrade there, as root; over SSH, for instance."});
    agent::log::info("upgrade asked for by " + client.name);
    auto body = commandBy(agent::command::upgrade, {}, client.name);
    body.as_object()["binary"] = binary;
    const auto reply = co_await guardian_.ask(body, limits_.reloadTimeout);
    if (!reply)
        co_return engineSilence(reply.error());
    if (const auto done = agent::replyResult(*reply); !done)
        co_return engineRefusal(done.error());
    const auto *const versions = reply->as_object().if_contains("upgrade");
    co_return jsonAnswer(versions == nullptr ? std::string("{}") : json::serialize(*versions));
}

std::shared_ptr<void> Service::placeForPlan()
{
    if (largePlans_ >= limits_.largePlans)
        return nullptr;
    ++largePlans_;
    return {this, [this](void *) {
                --largePlans_;
                agent::giveMemoryBack();
            }};
}

void Service::refused(Reason reason, const std::string &who, const std::string &what)
{
    if (auto event = refusals_.count(reason, who, what, monotonicNow())) {
        agent::log::warning(event->text);
        guardian_.tell(*event);
    }
}

} // namespace twinhelm::api
