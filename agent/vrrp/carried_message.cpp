#include "agent/vrrp/carried_message.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

#include <boost/json.hpp>

namespace twinhelm::agent
{

namespace
{

namespace json = boost::json;
using vrrp::State;

// ---- writing -----------------------------------------------------------------------------------

std::int64_t nanoseconds(TimePoint when)
{
    return when.time_since_epoch().count();
}

void put(json::object &out, std::string_view key, const std::optional<TimePoint> &when)
{
    if (when)
        out[key] = nanoseconds(*when);
}

json::object counters(const vrrp::Counters &values)
{
    json::object out;
    for (const auto &field : vrrp::counterFields) {
        if (values.*field.value != 0)
            out[field.name] = values.*field.value;
    }
    return out;
}

json::object instance(const vrrp::CarriedInstance &one)
{
    json::object out{{"name", one.name},
                     {"state", vrrp::stateName(one.state)},
                     {"since", nanoseconds(one.last.when)},
                     {"from", vrrp::stateName(one.last.from)},
                     {"cause", one.last.why.cause},
                     {"text", one.last.why.text},
                     {"held_back", one.heldBack},
                     {"master_interval", one.masterInterval.count()},
                     {"master_leaving", one.masterLeaving},
                     {"outranked", one.outranked},
                     {"master_down_at", nanoseconds(one.masterDownAt)},
                     {"advert_at", nanoseconds(one.advertAt)},
                     {"sequence", one.sequence},
                     {"counters", counters(one.counters)}};
    if (one.masterAddress)
        out["master_address"] = one.masterAddress->toString();
    if (one.masterPriority)
        out["master_priority"] = one.masterPriority->value;
    put(out, "last_heard", one.lastHeard);
    put(out, "preempt_at", one.preemptAt);
    put(out, "announce_at", one.announceAt);
    return out;
}

json::object script(const vrrp::CarriedScript &one)
{
    json::object out{{"name", one.status.name},
                     {"ok", one.status.ok},
                     {"decided", one.status.decided},
                     {"exit_code", one.status.lastExitCode},
                     {"result", one.status.lastResult},
                     {"runs", one.status.runs},
                     {"failures", one.status.failures},
                     {"timeouts", one.status.timeouts},
                     {"streak", one.streak}};
    put(out, "finished", one.status.lastFinished);
    return out;
}

// ---- reading -----------------------------------------------------------------------------------

std::string text(const json::object &object, std::string_view key)
{
    const auto *value = object.if_contains(key);
    const auto *found = value == nullptr ? nullptr : value->if_string();
    return found == nullptr ? std::string() : std::string(found->data(), found->size());
}

bool flag(const json::object &object, std::string_view key)
{
    const auto *value = object.if_contains(key);
    return value != nullptr && value->is_bool() && value->get_bool();
}

template<typename Number>
std::optional<Number> number(const json::object &object, std::string_view key)
{
    const auto *value = object.if_contains(key);
    if (value == nullptr || !value->is_number())
        return std::nullopt;
    json::error_code wrong;
    const auto out = value->to_number<Number>(wrong);
    return wrong ? std::nullopt : std::optional(out);
}

std::optional<TimePoint> moment(const json::object &object, std::string_view key)
{
    // Further away, sums with it would not fit any more.
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max() / 4;
    const auto found = number<std::int64_t>(object, key);
    if (!found || *found < 0 || *found > most)
        return std::nullopt;
    return TimePoint(Duration(*found));
}

std::optional<State> state(const json::object &object, std::string_view key)
{
    const auto word = text(object, key);
    for (const auto one : {State::Init, State::Backup, State::Master, State::Fault, State::Stopped}) {
        if (word == vrrp::stateName(one))
            return one;
    }
    return std::nullopt;
}

vrrp::Counters readCounters(const json::object &object)
{
    vrrp::Counters out;
    const auto *value = object.if_contains("counters");
    const auto *counters = value == nullptr ? nullptr : value->if_object();
    for (const auto &field : vrrp::counterFields) {
        if (counters != nullptr)
            out.*field.value = number<std::uint64_t>(*counters, field.name).value_or(0);
    }
    return out;
}

std::optional<vrrp::CarriedInstance> readInstance(const json::object &object)
{
    const auto now = state(object, "state");
    const auto since = moment(object, "since");
    if (!now || !since)
        return std::nullopt;
    vrrp::CarriedInstance out;
    out.name = text(object, "name");
    out.state = *now;
    out.last = {
        *since, state(object, "from").value_or(State::Init), *now, {text(object, "cause"), text(object, "text"), {}}};
    out.heldBack = flag(object, "held_back");
    if (const auto address = IpAddress::parse(text(object, "master_address")))
        out.masterAddress = *address;
    if (const auto priority = number<std::uint8_t>(object, "master_priority"))
        out.masterPriority = Priority{*priority};
    constexpr Duration longestInterval = std::chrono::seconds(255); // of version 2; version 3 has 41 s
    const Duration interval{number<std::int64_t>(object, "master_interval").value_or(0)};
    out.masterInterval = std::clamp(interval, Duration::zero(), longestInterval);
    out.masterLeaving = flag(object, "master_leaving");
    out.outranked = flag(object, "outranked");
    out.lastHeard = moment(object, "last_heard");
    out.masterDownAt = moment(object, "master_down_at").value_or(TimePoint{});
    out.preemptAt = moment(object, "preempt_at");
    out.advertAt = moment(object, "advert_at").value_or(TimePoint{});
    out.announceAt = moment(object, "announce_at");
    out.sequence = number<std::uint32_t>(object, "sequence").value_or(0);
    out.counters = readCounters(object);
    return out;
}

std::optional<vrrp::CarriedGroup> readGroup(const json::object &object)
{
    const auto now = state(object, "state");
    const auto since = moment(object, "since");
    if (!now || !since)
        return std::nullopt;
    return vrrp::CarriedGroup{text(object, "name"), *now, *since};
}

std::optional<vrrp::CarriedScript> readScript(const json::object &object)
{
    vrrp::CarriedScript out;
    out.status.name = text(object, "name");
    out.status.ok = flag(object, "ok");
    out.status.decided = flag(object, "decided");
    out.status.lastExitCode = number<int>(object, "exit_code").value_or(0);
    out.status.lastResult = text(object, "result");
    out.status.runs = number<std::uint64_t>(object, "runs").value_or(0);
    out.status.failures = number<std::uint64_t>(object, "failures").value_or(0);
    out.status.timeouts = number<std::uint64_t>(object, "timeouts").value_or(0);
    out.status.lastFinished = moment(object, "finished");
    out.streak = number<unsigned>(object, "streak").value_or(0);
    return out;
}

template<typename Item, typename Read>
std::vector<Item> readList(const json::object &body, std::string_view key, Read read)
{
    std::vector<Item> out;
    const auto *value = body.if_contains(key);
    const auto *list = value == nullptr ? nullptr : value->if_array();
    if (list == nullptr)
        return out;
    for (const auto &one : *list) {
        const auto *object = one.if_object();
        auto item = object == nullptr ? std::nullopt : read(*object);
        if (item)
            out.push_back(std::move(*item));
    }
    return out;
}

} // namespace

json::value makeCarried(const vrrp::Carried &carried)
{
    json::array instances;
    for (const auto &one : carried.instances)
        instances.push_back(instance(one));
    json::array groups;
    for (const auto &one : carried.groups)
        groups.push_back(
            json::object{{"name", one.name}, {"state", vrrp::stateName(one.state)}, {"since", nanoseconds(one.since)}});
    json::array scripts;
    for (const auto &one : carried.scripts)
        scripts.push_back(script(one));
    return json::object{
        {"instances", std::move(instances)}, {"groups", std::move(groups)}, {"scripts", std::move(scripts)}};
}

vrrp::Carried parseCarried(const json::value &body)
{
    const auto *object = body.if_object();
    if (object == nullptr)
        return {};
    return {readList<vrrp::CarriedInstance>(*object, "instances", readInstance),
            readList<vrrp::CarriedGroup>(*object, "groups", readGroup),
            readList<vrrp::CarriedScript>(*object, "scripts", readScript)};
}

} // namespace twinhelm::agent
