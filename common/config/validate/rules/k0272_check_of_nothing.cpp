#include "common/config/validate/rules/rules.h"
#include "common/config/validate/rules/tracked.h"

// FILE_CHECK and BFD_CHECK name a track_file and a bfd_instance; keepalived drops the check when there is none.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    const auto checkOne = [&](const model::Check &one) {
        if (const auto *file = one.as<model::FileCheck>(); file && file->file.given) {
            if (!findNamed(config.files, *file->file)) {
                report(diagnostics, k0272CheckOfNothing, Severity::Error, file->file.range,
                       "There is no track_file " + *file->file + "; the check is ignored.");
            }
        } else if (const auto *bfd = one.as<model::BfdCheck>(); bfd && bfd->name.given) {
            if (!findNamed(config.bfds, *bfd->name)) {
                report(diagnostics, k0272CheckOfNothing, Severity::Error, bfd->name.range,
                       "There is no bfd_instance " + *bfd->name + "; the check is ignored.");
            }
        }
    };
    for (const auto &service : config.virtualServers) {
        for (const auto &server : service.realServers) {
            for (const auto &one : server.checks) {
                if (one.kind == model::Check::Kind::File || one.kind == model::Check::Kind::Bfd)
                    checkOne(one);
            }
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
