#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/config/model/bfd_instance.h"
#include "common/config/model/daemon_settings.h"
#include "common/config/model/global_defs.h"
#include "common/config/model/interface_groups.h"
#include "common/config/model/ssl.h"
#include "common/config/model/track_file.h"
#include "common/config/model/track_group.h"
#include "common/config/model/track_process.h"
#include "common/config/model/virtual_server.h"
#include "common/config/model/virtual_server_group.h"
#include "common/config/model/vrrp_instance.h"
#include "common/config/model/vrrp_script.h"
#include "common/config/model/vrrp_sync_group.h"

namespace twinhelm::config::model
{

/// Where the top-level blocks of the main file begin, when each was read by itself and counts from its own first byte
/// (config::Session). Empty: every range counts from the beginning of its file.
struct BlockPlaces {
    FileIndex firstBlock = 0; ///< the file index of block 0
    std::vector<std::uint32_t> begins;

    /// To compare what stands in different blocks.
    [[nodiscard]] SourceRange inFile(SourceRange range) const
    {
        if (begins.empty() || range.file < firstBlock)
            return range;
        const auto begin = begins.at(range.file - firstBlock);
        return {0, begin + range.begin, begin + range.end};
    }
};

/// What one node is configured to do, after expansion, with the place of every value.
/// Blocks keepalived drops (a second instance of the same name) are kept here and flagged by the rules;
/// lower() leaves them out.
struct NodeConfig {
    std::string nodeId;
    DaemonSettings daemon;
    GlobalDefs global;
    std::vector<TrackGroup> trackGroups;
    std::vector<VirtualAddress> staticAddresses;
    std::vector<Route> staticRoutes;
    std::vector<RoutingRule> staticRules;
    std::vector<LinkbeatInterface> linkbeatInterfaces;
    std::vector<InterfaceDelay> interfaceDelays;
    std::vector<GarpGroup> garpGroups;
    std::vector<VrrpScript> scripts;
    std::vector<TrackFile> files;
    std::vector<TrackProcess> processes;
    std::vector<BfdInstance> bfds;
    std::vector<VrrpSyncGroup> syncGroups;
    std::vector<VrrpInstance> instances;
    std::vector<Ssl> ssl; ///< in the order of the file; the last one counts
    std::vector<VirtualServerGroup> virtualServerGroups;
    std::vector<VirtualServer> virtualServers;
    BlockPlaces places;
};

} // namespace twinhelm::config::model
