#include "common/cluster/rules/rules.h"

// Version 2 drops advertisements whose authentication is not the own one (RFC 2338 section 7.2; keepalived
// vrrp_check_packet). Passwords are compared as they stand on the wire, and never printed.
namespace twinhelm::cluster::rules
{

namespace
{

std::string_view typeName(vrrp::AuthType type)
{
    switch (type) {
    case vrrp::AuthType::None: return "no authentication";
    case vrrp::AuthType::Pass: return "auth_type PASS";
    case vrrp::AuthType::Ah: return "auth_type AH";
    }
    return "?";
}

void check(const ClusterView &cluster, Diagnostics &diagnostics)
{
    for (const auto &router : cluster.routers()) {
        std::vector<const Member *> members;
        for (const auto &one : router.members) {
            if (one.settings->version == vrrp::Version::V2)
                members.push_back(&one);
        }
        const auto authentication = [](const Member &one) { return one.settings->authentication; };
        for (const auto &[member, usual] : oddOnes(members, authentication)) {
            const auto &mine = member->model->authentication;
            const auto &theirs = usual->model->authentication;
            const auto type = member->settings->authentication.type;
            const auto usualType = usual->settings->authentication.type;
            const bool password = type == usualType;
            const auto spot = password ? spotOf(*member, mine.password) : spotOf(*member, mine.range);
            auto &one =
                report(cluster, diagnostics, k0402AuthenticationDiffers, Severity::Error, spot,
                       member->settings->name + ": " +
                           (password ? "auth_pass of " + cluster.id(*member) + " is not that of " + cluster.id(*usual)
                                     : cluster.id(*member) + " has " + std::string(typeName(type)) + ", " +
                                           cluster.id(*usual) + " has " + std::string(typeName(usualType))) +
                           ". Each drops the other's advertisements, and both become master.");
            note(cluster, one, spot, password ? spotOf(*usual, theirs.password) : spotOf(*usual, theirs.range),
                 "This is what " + cluster.id(*usual) + " has.");
        }
    }
}

} // namespace

const Rule k0402AuthenticationDiffers{
    {"K0402", "Authentication differs between nodes",
     "A node drops advertisements that do not carry its own kind of authentication and its own password. Each node "
     "then takes itself for the only one.",
     "Use the same auth_type and auth_pass on every node. Only the first 8 characters of the password count.",
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    authentication {\n        auth_type PASS\n        @lb01 auth_pass 1111\n        @lb02 auth_pass 2222\n    }\n"
     "    virtual_ipaddress {\n        10.0.0.3\n    }\n}",
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    authentication {\n        auth_type PASS\n        auth_pass 1111\n    }\n"
     "    virtual_ipaddress {\n        10.0.0.3\n    }\n}"},
    check};

} // namespace twinhelm::cluster::rules
