#include "agent/checker/server_commands.h"

#include <algorithm>

#include "agent/process/commands.h"
#include "common/health/names.h"
#include "common/health/weights.h"

namespace twinhelm::agent
{

namespace
{

constexpr std::int64_t longestMs = std::int64_t{366} * 86400 * 1000;
constexpr std::int64_t mostConnections = 0xffffffff;

health::Override makeOverride(const boost::json::value &body, TimePoint now, WallMillis wallNow)
{
    health::Override out;
    out.reason = textOf(body, "reason").substr(0, 500);
    out.by = textOf(body, "by");
    out.since = wallNow;
    if (const auto time = numberOf(body, "for_ms"); time && *time > 0)
        out.expires = now + std::chrono::milliseconds(std::min(*time, longestMs));
    return out;
}

/// Without this server: is there enough left?
Result<void> checkCapacity(const health::ServerName &name, const health::Balancer &balancer)
{
    const auto left = balancer.capacityWithout(name);
    if (!left || left->without >= left->needed)
        return {};
    return fail("A0393",
                "without " + name.server + " only a weight of " + std::to_string(left->without) + " is left of " +
                    name.service + ", and its quorum needs " + std::to_string(left->needed),
                "bring another server back first, or ask with force");
}

} // namespace

Result<health::ServerName> namedServer(const boost::json::value &body, const health::Balancer &balancer)
{
    const auto service = textOf(body, "service");
    const auto server = textOf(body, "server");
    if (auto found = balancer.find(service, server))
        return *found;
    const auto &services = balancer.ipvsSettings().services;
    const auto one =
        std::find_if(services.begin(), services.end(), [&](const auto &each) { return each.name == service; });
    if (one == services.end())
        return fail("A0391", "there is no virtual server '" + service + "' on this node",
                    "see `twinhelmctl services` for those there are");
    const auto called = std::count_if(one->destinations.begin(), one->destinations.end(),
                                      [&](const auto &each) { return health::isCalled(*one, each, server); });
    if (called > 1)
        return fail("A0392", "more than one real server of " + service + " has the address " + server,
                    "write its port as well");
    return fail("A0392", service + " has no real server '" + server + "'",
                "see `twinhelmctl servers` for those it has");
}

Result<health::Event> serverCommand(const boost::json::value &body, const health::Balancer &balancer, TimePoint now,
                                    WallMillis wallNow)
{
    const auto name = namedServer(body, balancer);
    if (!name)
        return tl::unexpected(name.error());
    const auto command = commandOf(body);
    if (command == command::undrain)
        return health::ClearOverride{*name, textOf(body, "by")};
    auto wanted = makeOverride(body, now, wallNow);
    if (command == command::weight) {
        const auto weight = numberOf(body, "weight");
        if (!weight || *weight > health::mostWeight)
            return fail("A0394", "a weight is a whole number from 0 to " + std::to_string(health::mostWeight),
                        "0 sends no new connections there; drain says when the old ones are gone");
        wanted.weight = static_cast<int>(*weight);
    } else {
        wanted.kind = health::Override::Kind::Drain;
        wanted.fewConnections =
            static_cast<std::uint32_t>(std::min(numberOf(body, "connections").value_or(0), mostConnections));
        wanted.takeOut = flagOf(body, "take_out");
    }
    const bool takesAway = wanted.kind == health::Override::Kind::Drain || wanted.weight == 0;
    if (takesAway && !flagOf(body, "force")) {
        if (auto enough = checkCapacity(*name, balancer); !enough)
            return tl::unexpected(enough.error());
    }
    return health::SetOverride{*name, std::move(wanted)};
}

} // namespace twinhelm::agent
