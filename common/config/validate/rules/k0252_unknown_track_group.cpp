#include "common/config/validate/rules/rules.h"
#include "common/config/validate/rules/tracked.h"

// Static entries name a track_group, and a track_group names instances; keepalived ignores unknown ones.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    const auto checkUse = [&](const model::Value<std::string> &group) {
        if (group.given && !findNamed(config.trackGroups, *group)) {
            report(diagnostics, k0252UnknownTrackGroup, Severity::Error, group.range,
                   "There is no track_group " + *group + "; the entry is not watched.");
        }
    };
    for (const auto &address : config.staticAddresses)
        checkUse(address.trackGroup);
    for (const auto &route : config.staticRoutes)
        checkUse(route.trackGroup);
    for (const auto &rule : config.staticRules)
        checkUse(rule.trackGroup);
    for (const auto &group : config.trackGroups) {
        for (const auto &member : group.members) {
            if (!findNamed(config.instances, *member)) {
                report(diagnostics, k0252UnknownTrackGroup, Severity::Error, member.range,
                       "There is no vrrp_instance " + *member + "; the group does without it.");
            }
        }
    }
}

} // namespace

const Rule k0252UnknownTrackGroup{{"K0252", "Track group or member that does not exist",
                                   "When somebody removes the address, route or rule, nothing brings it back.",
                                   "Correct the name, or add the block.",
                                   "static_ipaddress {\n"
                                   "    10.0.0.9/24 dev eth0 track_group TG_1\n"
                                   "#                                    ^^^^\n"
                                   "}\n",
                                   "track_group TG_1 {\n"
                                   "    group {\n"
                                   "        VI_1\n"
                                   "    }\n"
                                   "}\n"
                                   "static_ipaddress {\n"
                                   "    10.0.0.9/24 dev eth0 track_group TG_1\n"
                                   "}\n"
                                   "vrrp_instance VI_1 {\n"
                                   "    interface eth0\n"
                                   "    virtual_router_id 51\n"
                                   "    virtual_ipaddress {\n"
                                   "        10.0.0.3\n"
                                   "    }\n"
                                   "}\n",
                                   Place::File},
                                  check};

} // namespace twinhelm::config::rules
