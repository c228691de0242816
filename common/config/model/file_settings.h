#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/config/model/value.h"

namespace twinhelm::config::model
{

/// Files, reloading and dumps, in global_defs.
struct FileSettings {
    Value<unsigned> umask;
    Value<unsigned> randomSeed;
    Value<std::string> reloadCheckConfig; ///< where the check writes; given and empty: nowhere
    Value<std::string> reloadTimeFile;
    Value<bool> reloadRepeat;
    Value<std::string> reloadFile; ///< given and empty: keepalived's own choice
    std::vector<Value<std::string>> includeChecks;
    Value<std::string> configSaveDir;
    Value<std::string> tmpConfigDirectory;
    Value<bool> dataUseInstance;
    Value<int> jsonVersion{1};
    Value<std::string> iprouteUsrDir;
    Value<std::string> iprouteEtcDir;
    Value<std::string> stateDumpFile;
    Value<std::string> statsDumpFile;
    Value<std::string> jsonDumpFile;
};

} // namespace twinhelm::config::model
