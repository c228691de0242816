#include "common/config/validate/rules/rules.h"

// The instance's own interface is always tracked; keepalived ignores the entry, and a weight on it.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &instance : config.instances) {
        for (const auto &entry : instance.trackInterfaces) {
            if (instance.interface.given && *entry.name == *instance.interface) {
                report(diagnostics, k0217OwnInterfaceTracked, Severity::Warning, entry.range,
                       *entry.name +
                           " is the instance's own interface, which is always tracked; the entry is ignored.");
            }
        }
    }
}

} // namespace

const Rule k0217OwnInterfaceTracked{
    {"K0217", "Instance's own interface in track_interface",
     "The own interface is tracked anyway: when its link is down the instance is in FAULT. A weight given "
     "here does not count.",
     "Remove the entry.",
     "    track_interface {\n"
     "        eth0\n"
     "#       ^^^^\n"
     "    }\n",
     "    track_interface {\n"
     "        eth1\n"
     "    }\n",
     Place::Instance},
    check};

} // namespace twinhelm::config::rules
