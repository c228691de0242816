#include "common/config/validate/rules/rules.h"

// quorum_max below quorum can never hold; keepalived ignores the one that comes last.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &process : config.processes) {
        if (process.quorumMax.given && *process.quorumMax < *process.quorum) {
            report(diagnostics, k0281ProcessCount, Severity::Error, process.quorumMax.range,
                   "No number of processes is at least " + std::to_string(*process.quorum) + " and at most " +
                       std::to_string(*process.quorumMax) + "; keepalived ignores one of the two.");
        }
    }
}

} // namespace

const Rule k0281ProcessCount{{"K0281", "quorum_max below quorum", "The condition can never hold.",
                              "Write a quorum_max that is at least quorum.",
                              "vrrp_track_process proxy {\n"
                              "    process haproxy\n"
                              "    quorum 2\n"
                              "    quorum_max 1\n"
                              "#              ^\n"
                              "}\n"
                              "vrrp_instance VI_1 {\n"
                              "    interface eth0\n"
                              "    virtual_router_id 51\n"
                              "    virtual_ipaddress {\n"
                              "        10.0.0.3\n"
                              "    }\n"
                              "    track_process {\n"
                              "        proxy\n"
                              "    }\n"
                              "}\n",
                              "vrrp_track_process proxy {\n"
                              "    process haproxy\n"
                              "    quorum 1\n"
                              "    quorum_max 2\n"
                              "}\n"
                              "vrrp_instance VI_1 {\n"
                              "    interface eth0\n"
                              "    virtual_router_id 51\n"
                              "    virtual_ipaddress {\n"
                              "        10.0.0.3\n"
                              "    }\n"
                              "    track_process {\n"
                              "        proxy\n"
                              "    }\n"
                              "}\n",
                              Place::File},
                             check,
                             Scope::Block};

} // namespace twinhelm::config::rules
