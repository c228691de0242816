#include "common/simulate/report.h"

#include <algorithm>

#include <boost/json.hpp>

#include "common/base/joined.h"
#include "common/vrrp/sentences.h"

namespace twinhelm::simulate
{

namespace
{

namespace json = boost::json;

/// Two masters for less than this are a hand-over: the old one learns of the new one by its first advertisement.
constexpr Duration handOver = std::chrono::milliseconds(10);

std::string padded(std::string text, std::size_t width)
{
    text.insert(0, width - std::min(width, text.size()), ' ');
    return text;
}

std::string filled(std::string text, std::size_t width)
{
    text.resize(std::max(width, text.size()), ' ');
    return text;
}

std::string_view kindName(vrrp::ChangeKind kind)
{
    switch (kind) {
    case vrrp::ChangeKind::StateChanged: return "state";
    case vrrp::ChangeKind::PriorityChanged: return "priority";
    case vrrp::ChangeKind::TrackerChanged: return "tracker";
    case vrrp::ChangeKind::Trouble: return "trouble";
    case vrrp::ChangeKind::PacketRejected: return "rejected";
    case vrrp::ChangeKind::PeerChanged: return "peer";
    case vrrp::ChangeKind::Conflict: return "conflict";
    case vrrp::ChangeKind::HoldChanged: return "hold";
    case vrrp::ChangeKind::Stalled: return "stall";
    case vrrp::ChangeKind::ConfigApplied: return "config";
    default: return "other";
    }
}

/// What a person wants to read; which master a backup follows now can be seen from the rest.
bool worthALine(const Moment &moment)
{
    return moment.told || moment.publish.kind != vrrp::ChangeKind::PeerChanged;
}

std::string sentence(const Moment &moment)
{
    if (moment.told)
        return "* " + moment.publish.text;
    const auto &publish = moment.publish;
    std::string out = publish.group ? "group " + publish.subject : publish.subject;
    if (publish.to)
        out += ' ' + std::string(stateName(*publish.to));
    return out + ": " + publish.text;
}

std::string between(const Span &span)
{
    return secondsText(span.begin) + " to " + secondsText(span.end) + " (" + vrrp::seconds(span.length()) + ')';
}

double number(TimePoint at)
{
    return std::chrono::duration<double>(at.time_since_epoch()).count();
}

json::object spanObject(const Span &span)
{
    return {{"from", number(span.begin)}, {"to", number(span.end)}};
}

json::object momentObject(const Moment &moment)
{
    const auto &publish = moment.publish;
    json::object out{{"at", number(moment.at)}, {"node", moment.node}};
    if (moment.told) {
        out["kind"] = "step";
        out["text"] = publish.text;
        return out;
    }
    out["kind"] = kindName(publish.kind);
    out[publish.group ? "group" : "subject"] = publish.subject;
    if (publish.from)
        out["from"] = stateName(*publish.from);
    if (publish.to)
        out["to"] = stateName(*publish.to);
    if (publish.priority)
        out["priority"] = *publish.priority;
    out["cause"] = publish.cause;
    out["text"] = publish.text;
    return out;
}

json::object addressObject(const AddressHistory &history)
{
    json::array holdings;
    for (const auto &one : history.holdings) {
        auto span = spanObject(one.span);
        span["node"] = one.node;
        holdings.push_back(std::move(span));
    }
    json::array outages;
    for (const auto &one : history.outages)
        outages.push_back(spanObject(one));
    json::array overlaps;
    for (const auto &one : history.overlaps) {
        auto span = spanObject(one.span);
        span["nodes"] = json::array(one.nodes.begin(), one.nodes.end());
        overlaps.push_back(std::move(span));
    }
    return {{"address", history.address.toString()},
            {"holders", std::move(holdings)},
            {"outages", std::move(outages)},
            {"severalMasters", std::move(overlaps)}};
}

} // namespace

std::string secondsText(TimePoint at)
{
    const auto millis = std::chrono::duration_cast<std::chrono::milliseconds>(at.time_since_epoch()).count();
    auto rest = std::to_string(millis % 1000);
    return std::to_string(millis / 1000) + '.' + std::string(3 - rest.size(), '0') + rest;
}

std::string reportText(const Timeline &timeline, const std::vector<std::string> &assumptions)
{
    std::string out;
    for (const auto &one : assumptions)
        out += "assumed: " + one + '\n';
    std::size_t width = 0;
    for (const auto &one : timeline.moments)
        width = std::max(width, one.node.size());
    for (const auto &one : timeline.moments) {
        if (worthALine(one))
            out += padded(secondsText(one.at), 10) + "  " + filled(one.node, width) + "  " + sentence(one) + '\n';
    }
    for (const auto &history : timeline.addresses) {
        out += "\n" + history.address.toString() + '\n';
        for (const auto &one : history.holdings)
            out += "    " + filled(one.node, width) + "  " + between(one.span) + '\n';
        for (const auto &one : history.outages)
            out += "    nobody: " + between(one) + '\n';
        for (const auto &one : history.overlaps) {
            if (one.span.length() < handOver)
                continue;
            out += "    SEVERAL MASTERS (" + joined(one.nodes, ", ") + "): " + between(one.span) + '\n';
        }
    }
    if (timeline.cutShort)
        out += "\nThe simulation ended early: too much happened.\n";
    return out;
}

std::string reportJson(const Timeline &timeline, const std::vector<std::string> &assumptions)
{
    json::array moments;
    for (const auto &one : timeline.moments)
        moments.push_back(momentObject(one));
    json::array addresses;
    for (const auto &one : timeline.addresses)
        addresses.push_back(addressObject(one));
    const json::object out{{"length", number(TimePoint(timeline.length))},
                           {"cutShort", timeline.cutShort},
                           {"assumptions", json::array(assumptions.begin(), assumptions.end())},
                           {"timeline", std::move(moments)},
                           {"addresses", std::move(addresses)}};
    return json::serialize(out) + '\n';
}

} // namespace twinhelm::simulate
