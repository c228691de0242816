#include <map>

#include "common/config/validate/rules/rules.h"

// keepalived skips the second block of the same name, whatever stands in it.
namespace twinhelm::config::rules
{

namespace
{

template<typename Blocks>
void checkNames(const Blocks &blocks, const std::string &kind, Diagnostics &diagnostics)
{
    std::map<std::string, SourceRange> seen;
    for (const auto &block : blocks) {
        if (!block.name.given)
            continue;
        const auto [first, fresh] = seen.try_emplace(*block.name, block.name.range);
        if (fresh)
            continue;
        auto &one = report(diagnostics, k0212DuplicateName, Severity::Error, block.name.range,
                           "There is a " + kind + ' ' + *block.name + " already; this one is ignored.");
        one.notes.push_back({first->second, "The first one stands here."});
    }
}

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    checkNames(config.instances, "vrrp_instance", diagnostics);
    checkNames(config.syncGroups, "vrrp_sync_group", diagnostics);
}

} // namespace

const Rule k0212DuplicateName{{"K0212", "Two blocks with one name",
                               "The second block is skipped as a whole: its addresses never come up.",
                               "Give the blocks different names, or make one of them.",
                               "vrrp_instance VI_1 {\n"
                               "    interface eth0\n"
                               "    virtual_router_id 51\n"
                               "    virtual_ipaddress {\n"
                               "        10.0.0.3\n"
                               "    }\n"
                               "}\n"
                               "vrrp_instance VI_1 {\n"
                               "#             ^^^^\n"
                               "    interface eth0\n"
                               "    virtual_router_id 52\n"
                               "    virtual_ipaddress {\n"
                               "        10.0.0.4\n"
                               "    }\n"
                               "}\n",
                               "vrrp_instance VI_1 {\n"
                               "    interface eth0\n"
                               "    virtual_router_id 51\n"
                               "    virtual_ipaddress {\n"
                               "        10.0.0.3\n"
                               "    }\n"
                               "}\n"
                               "vrrp_instance VI_2 {\n"
                               "    interface eth0\n"
                               "    virtual_router_id 52\n"
                               "    virtual_ipaddress {\n"
                               "        10.0.0.4\n"
                               "    }\n"
                               "}\n",
                               Place::File},
                              check};

} // namespace twinhelm::config::rules
