#include "common/config/validate/rules/rules.h"

// keepalived watches a route through the interface that stands with it (alloc_route of vrrp_iproute.c): those of the
// hops do not count, and neither does it matter that a blackhole route needs none.
namespace twinhelm::config::rules
{

namespace
{

/// Words behind a hop belong to it, so no_track goes before the first.
TextEdit sayNoTrack(const model::Route &route)
{
    const auto file = route.range.file;
    if (route.nextHops.empty())
        return {{file, route.range.end, route.range.end}, " no_track"};
    const auto begin = route.nextHops.front().range.begin;
    return {{file, begin, begin}, "no_track "};
}

void checkRoute(const model::Route &route, Diagnostics &diagnostics)
{
    if (route.device.given || route.noTrack)
        return;
    const bool hops = !route.nextHops.empty();
    auto &one = report(diagnostics, k0249RouteNotTracked, Severity::Warning, route.range,
                       hops ? "The interfaces of hops do not count: this route is not watched, and when somebody "
                              "removes it, it stays away."
                            : "Without dev this route is not watched: when somebody removes it, it stays away.");
    one.fixes.push_back({"Say so: no_track", {sayNoTrack(route)}, Certainty::Guess});
}

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &route : config.staticRoutes)
        checkRoute(route, diagnostics);
    for (const auto &instance : config.instances) {
        for (const auto &route : instance.routes)
            checkRoute(route, diagnostics);
    }
}

} // namespace

const Rule k0249RouteNotTracked{
    {"K0249", "Route that is not watched",
     "keepalived puts a route back, or leaves the master role, when somebody removes it. It cannot do so "
     "for a route without an interface of its own, such as one through several hops or a blackhole.",
     "Add dev with the interface, or no_track when that is meant.",
     "    virtual_routes {\n"
     "        192.168.9.0/24 via 10.0.0.254\n"
     "#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
     "    }\n",
     "    virtual_routes {\n"
     "        192.168.9.0/24 via 10.0.0.254 dev eth0\n"
     "    }\n",
     Place::Instance},
    check,
    Scope::Block};

} // namespace twinhelm::config::rules
