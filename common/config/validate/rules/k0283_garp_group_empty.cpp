#include <map>
#include <string>

#include "common/config/validate/rules/rules.h"

// A garp_group limits a rate on interfaces; without either keepalived removes it.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    std::map<std::string, SourceRange> seen;
    for (const auto &group : config.garpGroups) {
        if (!group.garpInterval.given && !group.gnaInterval.given) {
            report(diagnostics, k0283GarpGroupEmpty, Severity::Error, group.range,
                   "The group has neither garp_interval nor gna_interval; keepalived removes it.");
        }
        for (const auto &interface : group.interfaces) {
            const auto [first, fresh] = seen.try_emplace(*interface, interface.range);
            if (fresh)
                continue;
            auto &one = report(diagnostics, k0283GarpGroupEmpty, Severity::Error, interface.range,
                               *interface + " is in a garp_group already; it is ignored here.");
            one.notes.push_back({first->second, "It stands here first."});
        }
    }
}

} // namespace

const Rule k0283GarpGroupEmpty{{"K0283", "garp_group without effect",
                                "The rate of gratuitous ARPs is not limited as meant.",
                                "Write garp_interval or gna_interval, and each interface once.",
                                "garp_group {\n"
                                "#^^^^^^^^^\n"
                                "    interface eth0\n"
                                "}\n",
                                "garp_group {\n"
                                "    garp_interval 0.01\n"
                                "    interface eth0\n"
                                "}\n",
                                Place::File},
                               check};

} // namespace twinhelm::config::rules
