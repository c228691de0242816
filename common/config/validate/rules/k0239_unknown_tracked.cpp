#include "common/config/validate/rules/rules.h"
#include "common/config/validate/rules/tracked.h"

// track_file, track_process and track_bfd name blocks; keepalived ignores an unknown one. Scripts are K0202.
namespace twinhelm::config::rules
{

namespace
{

template<typename Defined>
void checkEntries(const std::vector<model::TrackEntry> &entries, const std::vector<Defined> &defined, const char *kind,
                  Diagnostics &diagnostics)
{
    for (const auto &entry : entries) {
        if (!findNamed(defined, *entry.name)) {
            report(diagnostics, k0239UnknownTracked, Severity::Error, entry.name.range,
                   "There is no " + std::string(kind) + ' ' + *entry.name + "; this entry is ignored.");
        }
    }
}

template<typename Block>
void checkBlocks(const std::vector<Block> &blocks, const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &block : blocks) {
        checkEntries(block.trackFiles, config.files, "track_file", diagnostics);
        checkEntries(block.trackProcesses, config.processes, "vrrp_track_process", diagnostics);
        checkEntries(block.trackBfds, config.bfds, "bfd_instance", diagnostics);
    }
}

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    checkBlocks(config.instances, config, diagnostics);
    checkBlocks(config.syncGroups, config, diagnostics);
}

} // namespace

const Rule k0239UnknownTracked{
    {"K0239", "Tracked file, process or BFD session that does not exist",
     "The instance was meant to react to it, but nothing of that name is defined, so it never reacts.",
     "Correct the name, or add the block above.",
     "    track_process {\n"
     "        proxy\n"
     "#       ^^^^^\n"
     "    }\n",
     "    track_interface {\n"
     "        eth1\n"
     "    }\n",
     Place::Instance},
    check};

} // namespace twinhelm::config::rules
