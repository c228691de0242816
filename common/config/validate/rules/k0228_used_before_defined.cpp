#include "common/config/validate/rules/rules.h"
#include "common/config/validate/rules/tracked.h"

// keepalived looks the name up while it reads the instance: what is defined below is not known yet (tried with
// 2.2.7).
namespace twinhelm::config::rules
{

namespace
{

template<typename Defined>
void checkOrder(const std::vector<model::TrackEntry> &entries, const std::vector<Defined> &defined, const char *kind,
                const model::BlockPlaces &places, Diagnostics &diagnostics)
{
    for (const auto &entry : entries) {
        const auto *definition = findNamed(defined, *entry.name);
        if (!definition)
            continue;
        const auto here = places.inFile(entry.range);
        const auto there = places.inFile(definition->range);
        if (there.file != here.file || there.begin < here.begin)
            continue;
        auto &one = report(diagnostics, k0228UsedBeforeDefined, Severity::Error, entry.name.range,
                           std::string(kind) + ' ' + *entry.name +
                               " is defined below; keepalived does not know it yet and ignores this entry.");
        one.notes.push_back({definition->range, "Move this above the block that uses it."});
    }
}

template<typename Block>
void checkBlocks(const std::vector<Block> &blocks, const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &block : blocks) {
        checkOrder(block.trackScripts, config.scripts, "The script", config.places, diagnostics);
        checkOrder(block.trackFiles, config.files, "The file", config.places, diagnostics);
        checkOrder(block.trackProcesses, config.processes, "The process", config.places, diagnostics);
        checkOrder(block.trackBfds, config.bfds, "The BFD session", config.places, diagnostics);
    }
}

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    checkBlocks(config.instances, config, diagnostics);
    checkBlocks(config.syncGroups, config, diagnostics);
}

} // namespace

const Rule k0228UsedBeforeDefined{
    {"K0228", "Used above its definition",
     "The check never runs for this instance, and nobody notices until a failure that should have moved "
     "the address.",
     "Move the vrrp_script, track_file, vrrp_track_process or bfd_instance above the block that tracks it.",
     "global_defs {\n"
     "    enable_script_security\n"
     "}\n"
     "vrrp_instance VI_1 {\n"
     "    interface eth0\n"
     "    virtual_router_id 51\n"
     "    virtual_ipaddress {\n"
     "        10.0.0.3\n"
     "    }\n"
     "    track_script {\n"
     "        chk\n"
     "#       ^^^\n"
     "    }\n"
     "}\n"
     "vrrp_script chk {\n"
     "    script \"/usr/bin/pgrep nginx\"\n"
     "}\n",
     "global_defs {\n"
     "    enable_script_security\n"
     "}\n"
     "vrrp_script chk {\n"
     "    script \"/usr/bin/pgrep nginx\"\n"
     "}\n"
     "vrrp_instance VI_1 {\n"
     "    interface eth0\n"
     "    virtual_router_id 51\n"
     "    virtual_ipaddress {\n"
     "        10.0.0.3\n"
     "    }\n"
     "    track_script {\n"
     "        chk\n"
     "    }\n"
     "}\n",
     Place::File},
    check};

} // namespace twinhelm::config::rules
