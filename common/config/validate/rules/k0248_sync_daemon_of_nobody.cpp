#include <algorithm>

#include "common/config/validate/rules/rules.h"

// lvs_sync_daemon follows the state of an instance; keepalived clears it when there is none of that name.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    const auto &daemon = config.global.ipvs.syncDaemon;
    if (!daemon.given || !daemon->instance.given)
        return;
    const auto known = std::any_of(config.instances.begin(), config.instances.end(),
                                   [&](const auto &one) { return *one.name == *daemon->instance; });
    if (!known) {
        report(diagnostics, k0248SyncDaemonOfNobody, Severity::Error, daemon->instance.range,
               "There is no vrrp_instance " + *daemon->instance + "; connections are not synchronised.");
    }
}

} // namespace

const Rule k0248SyncDaemonOfNobody{{"K0248", "lvs_sync_daemon names no instance",
                                    "Connections are not copied to the other director, and break at a failover.",
                                    "Correct the name, or add the vrrp_instance.",
                                    "global_defs {\n"
                                    "    lvs_sync_daemon eth0 VI_2\n"
                                    "#                        ^^^^\n"
                                    "}\n"
                                    "vrrp_instance VI_1 {\n"
                                    "    interface eth0\n"
                                    "    virtual_router_id 51\n"
                                    "    virtual_ipaddress {\n"
                                    "        10.0.0.3\n"
                                    "    }\n"
                                    "}\n",
                                    "global_defs {\n"
                                    "    lvs_sync_daemon eth0 VI_1\n"
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
