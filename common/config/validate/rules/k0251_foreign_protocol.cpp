#include "common/config/validate/rules/rules.h"

// What keepalived watches must carry its own protocol number, 18, or it could not tell it from what others set
// (alloc_route, alloc_rule).
namespace twinhelm::config::rules
{

namespace
{

constexpr unsigned own = 18;

void checkRoute(const model::Route &route, Diagnostics &diagnostics)
{
    if (!route.protocol.given || route.noTrack || route.protocol->number == own)
        return;
    report(diagnostics, k0251ForeignProtocol, Severity::Warning, route.protocol.range,
           "A watched route has the protocol keepalived (18); this one is replaced.");
}

void checkRule(const model::RoutingRule &rule, Diagnostics &diagnostics)
{
    if (!rule.protocol.given || rule.noTrack || *rule.protocol == own)
        return;
    report(diagnostics, k0251ForeignProtocol, Severity::Warning, rule.protocol.range,
           "A watched rule has the protocol keepalived (18); this one is replaced.");
}

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &route : config.staticRoutes)
        checkRoute(route, diagnostics);
    for (const auto &rule : config.staticRules)
        checkRule(rule, diagnostics);
    for (const auto &instance : config.instances) {
        for (const auto &route : instance.routes)
            checkRoute(route, diagnostics);
        for (const auto &rule : instance.rules)
            checkRule(rule, diagnostics);
    }
}

} // namespace

const Rule k0251ForeignProtocol{
    {"K0251", "Protocol of a watched route or rule",
     "Routing daemons filter by this number; the route carries another one than the file says.",
     "Remove protocol, or add no_track: then the number stays and keepalived does not watch the entry.",
     "    virtual_routes {\n"
     "        192.168.9.0/24 via 10.0.0.254 dev eth0 protocol 112\n"
     "#                                                       ^^^\n"
     "    }\n",
     "    virtual_routes {\n"
     "        192.168.9.0/24 via 10.0.0.254 dev eth0 protocol 112 no_track\n"
     "    }\n",
     Place::Instance},
    check,
    Scope::Block};

} // namespace twinhelm::config::rules
