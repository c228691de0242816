#pragma once

#include <set>
#include <string>
#include <vector>

#include "common/config/lower/routing_names.h"
#include "common/config/model/node_config.h"
#include "common/vrrp/settings.h"

/// The part of lower() about what is set in the kernel: addresses, routes, rules and virtual links.
namespace twinhelm::config
{

[[nodiscard]] vrrp::VirtualAddress lowerAddress(const model::VirtualAddress &address);

/// Lowers routes and rules one after the other, in the order of the file, since keepalived counts the preferences of
/// rules without one downward from 16384, each family for itself.
class ObjectLowering
{
public:
    /// `leftOut` gets a line for everything that cannot be set.
    ObjectLowering(const RoutingLookup &lookup, std::vector<std::string> &leftOut) : lookup_(lookup), leftOut_(leftOut)
    {
    }

    [[nodiscard]] std::vector<vrrp::RouteSettings> routes(const std::vector<model::Route> &routes);
    [[nodiscard]] std::vector<vrrp::RuleSettings> rules(const std::vector<model::RoutingRule> &rules);

private:
    template<typename T>
    void take(T &out, const model::Value<model::RoutingName> &name, RoutingNames file);
    [[nodiscard]] std::optional<std::uint32_t> numberOf(const model::RoutingName &name, RoutingNames file) const;
    [[nodiscard]] vrrp::RouteSettings route(const model::Route &route);
    [[nodiscard]] std::optional<vrrp::RuleSettings> rule(const model::RoutingRule &rule);
    [[nodiscard]] vrrp::Encapsulation encapsulation(const model::Encapsulation &encapsulation);
    [[nodiscard]] vrrp::NextHop nextHop(const model::NextHop &hop);
    void leaveOut(const std::string &what);

    const RoutingLookup &lookup_;
    std::vector<std::string> &leftOut_;
    std::string unknown_; ///< the first name of this object that nobody knows
    std::uint32_t nextPreferenceV4_ = 16384;
    std::uint32_t nextPreferenceV6_ = 16384;
};

/// use_vmac and use_ipvlan: virtualLinks, wireInterface, addressInterface and the devices of addresses with use_vmac.
/// `taken`: names of virtual links so far.
void lowerVirtualLinks(vrrp::InstanceSettings &out, const model::VrrpInstance &instance,
                       const model::GlobalDefs &global, std::set<std::string> &taken);

/// What else than its own interface an instance fails without: the devices of its addresses and routes that are not
/// no_track, and those of the static objects of its track groups.
[[nodiscard]] std::vector<std::string> trackedDevices(const model::VrrpInstance &instance,
                                                      const model::NodeConfig &config);

} // namespace twinhelm::config
