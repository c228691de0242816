#include "common/config/validate/rules/rules.h"
#include "common/config/validate/rules/tracked.h"

// FILE_CHECK and BFD_CHECK name a track_file and a bfd_instance; keepalived drops the check when there is none.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &service : config.virtualServers) {
        for (const auto &check : service.namedChecks) {
            const auto &name = *check.name;
            if (check.bfd ? findNamed(config.bfds, name) != nullptr : findNamed(config.files, name) != nullptr)
                continue;
            report(diagnostics, k0272CheckOfNothing, Severity::Error, check.name.range,
                   (check.bfd ? "There is no bfd_instance " : "There is no track_file ") + name +
                       "; the check is ignored.");
        }
    }
}

} // namespace

const Rule k0272CheckOfNothing{{"K0272", "Check of a file or session that does not exist",
                                "The check is dropped, and the server counts as up for ever.",
                                "Correct the name, or add the block.",
                                "        FILE_CHECK {\n"
                                "            track_file drain\n"
                                "#                      ^^^^^\n"
                                "        }\n",
                                "        TCP_CHECK {\n"
                                "        }\n",
                                Place::Server},
                               check};

} // namespace twinhelm::config::rules
