#pragma once

#include <chrono>
#include <string>

#include "common/base/time.h"
#include "common/config/model/value.h"

namespace twinhelm::config::model
{

/// Keywords outside any block.
struct DaemonSettings {
    Value<std::string> netNamespace;
    Value<std::string> netNamespaceIpvs; ///< given and empty: the machine's own
    Value<bool> namespaceWithIpsets;
    Value<bool> usePidDir;
    Value<std::string> instance;
    Value<Duration> childWaitTime{std::chrono::seconds(5)};
    Value<bool> linkbeatUsePolling;
};

} // namespace twinhelm::config::model
