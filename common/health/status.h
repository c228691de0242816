#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/health/cause.h"
#include "common/health/events.h"
#include "common/health/outcome.h"
#include "common/health/override.h"
#include "common/ipvs/table.h"

namespace twinhelm::health
{

struct ProbeStatus {
    ProbeId id = 0;
    std::string name;      ///< probeName()
    std::string_view kind; ///< kindName()
    bool up = true;
    bool decided = false;        ///< false until the first run
    unsigned failures = 0;       ///< in a row
    std::optional<Outcome> last; ///< without its steps
    std::optional<TimePoint> lastFinished;
    std::optional<TimePoint> next; ///< nothing: under way, or at rest
    bool running = false;
    std::uint64_t runs = 0;
    std::uint64_t failed = 0;
};

struct ServerStatus {
    std::string name;
    ipvs::Destination destination; ///< configured
    bool up = false;
    TimePoint since{};
    Cause cause;
    int configuredWeight = 1;
    int dynamicWeight = 1; ///< with what scripts and files ask for
    int weight = 1;        ///< that counts: with the override, 0 while down
    bool inTable = false;
    std::optional<Override> overridden;
    std::vector<ProbeStatus> probes;
};

struct ServiceStatus {
    std::string name;
    bool up = false; ///< the quorum is there
    TimePoint since{};
    std::uint32_t quorum = 1;
    std::uint32_t hysteresis = 0;
    std::uint64_t liveWeight = 0;
    bool sorryServes = false;
    bool suspended = false; ///< ha_suspend
    std::vector<ipvs::ServiceKey> keys;
    std::vector<ServerStatus> servers;
};

struct NodeStatus {
    std::vector<ServiceStatus> services;
    std::optional<ipvs::SyncRole> sync;
    std::size_t probesRunning = 0;
};

} // namespace twinhelm::health
