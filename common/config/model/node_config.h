#pragma once

#include <string>
#include <vector>

#include "common/config/model/global_defs.h"
#include "common/config/model/vrrp_instance.h"
#include "common/config/model/vrrp_script.h"
#include "common/config/model/vrrp_sync_group.h"

namespace twinhelm::config::model
{

/// A top-level block this version does not model (virtual_server, bfd_instance, ...): known to be there.
struct OtherBlock {
    SourceRange range;
    std::string keyword;
    std::vector<std::string> name;
};

/// What one node is configured to do, after expansion, with the place of every value.
/// Blocks keepalived drops (a second instance of the same name) are kept here and flagged by the rules;
/// lower() leaves them out.
struct NodeConfig {
    std::string nodeId;
    GlobalDefs global;
    std::vector<VrrpScript> scripts;
    std::vector<VrrpSyncGroup> syncGroups;
    std::vector<VrrpInstance> instances;
    std::vector<OtherBlock> others;
};

} // namespace twinhelm::config::model
