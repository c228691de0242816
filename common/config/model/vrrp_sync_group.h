#pragma once

#include <string>
#include <vector>

#include "common/config/model/command.h"
#include "common/config/model/track_entry.h"

namespace twinhelm::config::model
{

struct VrrpSyncGroup {
    SourceRange range;
    Value<std::string> name;
    std::vector<Value<std::string>> members;
    std::vector<TrackEntry> trackScripts;
    std::vector<TrackEntry> trackInterfaces;
    std::vector<TrackEntry> trackFiles;
    std::vector<TrackEntry> trackProcesses;
    std::vector<TrackEntry> trackBfds;
    Value<bool> trackingWeight;
    Notify notify;
};

} // namespace twinhelm::config::model
