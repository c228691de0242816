#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "common/ipvs/settings.h"

/// The kernel's connection synchronisation: which daemons run, and which are to run.
namespace twinhelm::ipvs
{

enum class SyncRole : std::uint8_t {
    Master, ///< sends the connections it makes
    Backup  ///< takes those of a master
};

/// One of the kernel's two sync daemons.
struct RunningSync {
    SyncRole role = SyncRole::Backup;
    std::string interface;
    std::uint8_t id = 0;
    std::uint16_t mostLength = 0; ///< bytes of a packet
    std::uint16_t port = 0;
    std::uint8_t timeToLive = 0;
    std::optional<IpAddress> group;
    friend bool operator==(const RunningSync &, const RunningSync &) = default;
};

struct StartSync {
    SyncRole role = SyncRole::Backup;
    SyncDaemon daemon;
    friend bool operator==(const StartSync &, const StartSync &) = default;
};
struct StopSync {
    SyncRole role = SyncRole::Backup;
    std::uint8_t id = 0;
    friend bool operator==(const StopSync &, const StopSync &) = default;
};
using SyncChange = std::variant<StopSync, StartSync>;

/// What makes `daemon` run in this role, and no other one: keepalived, too, stops one role before it starts the other.
/// Values that the settings leave to the kernel (0) fit whatever it chose. Nothing to run: all stop.
[[nodiscard]] std::vector<SyncChange> planSync(const std::vector<RunningSync> &running,
                                               const std::optional<SyncDaemon> &daemon, SyncRole role);

} // namespace twinhelm::ipvs
