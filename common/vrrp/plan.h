#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/vrrp/settings.h"
#include "common/vrrp/status.h"

/// What a reload would do, told before it is done.
namespace twinhelm::vrrp
{

enum class Effect : std::uint8_t {
    Unchanged,  ///< not a packet more or less
    Live,       ///< taken over under way; peers notice nothing
    Reannounce, ///< taken over under way; addresses come or go on a MASTER, the new ones are announced
    MayMove,    ///< a MASTER's priority sinks: a peer with one in between would take over
    Moves,      ///< the addresses go to another node, or come to this one
    Restart,    ///< stops and begins again; what it does as MASTER stops as well, and the addresses move
    Added,
    Removed,
};

/// unchanged live reannounce may_move moves restart added removed
[[nodiscard]] std::string_view effectName(Effect effect);

/// What comes and what goes, as the kernel's tools would write it.
struct ObjectsPlan {
    std::vector<std::string> added;
    std::vector<std::string> removed;
    friend bool operator==(const ObjectsPlan &, const ObjectsPlan &) = default;
};

struct InstancePlan {
    std::string name;
    State state = State::Init; ///< now; INIT for an instance that is added
    Effect effect = Effect::Unchanged;
    std::string text;                  ///< a sentence
    std::vector<std::string> settings; ///< that differ: "priority 150 -> 140", "tracked scripts"
    ObjectsPlan addresses;
    ObjectsPlan routes;
    ObjectsPlan rules;
};

struct NodePlan {
    std::vector<InstancePlan> instances; ///< in the candidate's order, then those that are removed
    ObjectsPlan statics;                 ///< addresses, routes and rules that do not move
    ObjectsPlan groups;                  ///< sync groups, by name; one that changed is in both
    ObjectsPlan scripts;
};

/// What going from `before` (in force, in the state `now`) to `after` would do. Changes nothing. Pure.
/// Known are this node's own facts only: whom a peer's priority makes master is said as far as the peer was heard.
[[nodiscard]] NodePlan planReconfigure(const NodeSettings &before, const NodeStatus &now, const NodeSettings &after);

} // namespace twinhelm::vrrp
