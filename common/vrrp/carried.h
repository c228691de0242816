#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/ip_address.h"
#include "common/base/strong.h"
#include "common/base/time.h"
#include "common/vrrp/cause.h"
#include "common/vrrp/state.h"
#include "common/vrrp/status.h"

/// What an engine knows that makes room for a successor on the same node, and that nobody else could tell it: with it
/// the successor goes on in the middle of a sentence, and neither peers nor notify scripts hear of the change.
/// Times are of the machine's monotonic clock, which both read.
namespace twinhelm::vrrp
{

struct CarriedInstance {
    std::string name;
    State state = State::Init;
    Transition last; ///< the facts of its cause stay behind, its words do not
    bool heldBack = false;
    std::optional<IpAddress> masterAddress;
    std::optional<Priority> masterPriority;
    Duration masterInterval{};
    std::optional<TimePoint> lastHeard;
    bool masterLeaving = false;
    bool outranked = false;
    TimePoint masterDownAt{}; ///< BACKUP
    std::optional<TimePoint> preemptAt;
    TimePoint advertAt{};                ///< MASTER: the next one
    std::optional<TimePoint> announceAt; ///< MASTER: the second burst, when it is still to come
    std::uint32_t sequence = 0;          ///< AH
    Counters counters;
};

struct CarriedGroup {
    std::string name;
    State state = State::Init;
    TimePoint since{};
};

struct CarriedScript {
    ScriptStatus status;
    unsigned streak = 0; ///< results in a row against the verdict
};

struct Carried {
    std::vector<CarriedInstance> instances; ///< empty: there is nothing to go on with
    std::vector<CarriedGroup> groups;
    std::vector<CarriedScript> scripts;
};

} // namespace twinhelm::vrrp
