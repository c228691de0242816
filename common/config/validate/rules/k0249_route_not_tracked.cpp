#include "common/config/validate/rules/rules.h"

// keepalived watches its routes through their interface; without one it says that it cannot track them.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    const auto checkRoute = [&](const model::Route &route) {
        const bool nowhere = *route.type == model::Route::Type::Blackhole ||
                             *route.type == model::Route::Type::Unreachable ||
                             *route.type == model::Route::Type::Prohibit || *route.type == model::Route::Type::Throw;
        if (route.device.given || route.noTrack || !route.nextHops.empty() || nowhere)
            return;
        auto &one = report(diagnostics, k0249RouteNotTracked, Severity::Warning, route.range,
                           "Without dev this route is not watched: when somebody removes it, it stays away.");
        one.fixes.push_back({"Say so: no_track",
                             {{{route.range.file, route.range.end, route.range.end}, " no_track"}},
                             Certainty::Guess});
    };
    for (const auto &instance : config.instances) {
        for (const auto &route : instance.routes)
            checkRoute(route);
    }
}

} // namespace

const Rule k0249RouteNotTracked{
    {"K0249", "Route that is not watched",
     "keepalived puts a route back, or leaves the master role, when somebody removes it. It cannot do so "
     "for a route without an interface.",
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
