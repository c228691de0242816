#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/ip_address.h"
#include "common/base/time.h"
#include "common/vrrp/node_events.h"

namespace twinhelm::simulate
{

/// Something that happened to a node, or that it noticed. Times count from the beginning of the simulation.
struct Moment {
    TimePoint at;
    std::string node;
    bool told = false;     ///< a step of the scenario, not a consequence
    vrrp::Publish publish; ///< told: only `cause` and `text` count
};

/// From `begin` up to, not including, `end`.
struct Span {
    TimePoint begin;
    TimePoint end;
    [[nodiscard]] Duration length() const { return end - begin; }
    friend bool operator==(const Span &, const Span &) = default;
};

struct Holding {
    std::string node;
    Span span;
};

/// More than one node at once.
struct Overlap {
    std::vector<std::string> nodes;
    Span span;
};

/// Who had one virtual address when. A node has it while the address is configured there, whether or not anybody can
/// reach that node.
struct AddressHistory {
    IpAddress address;
    std::vector<Holding> holdings; ///< in the order of their beginnings
    std::vector<Span> outages;     ///< nobody had it; also before the first master
    std::vector<Overlap> overlaps;

    /// Who has it at that moment; the first of several; empty: nobody.
    [[nodiscard]] std::string holderAt(TimePoint at) const;
};

struct SentAdvert {
    TimePoint at;
    std::string node;
    std::string instance;
    unsigned priority = 0;
};

/// What a simulation says.
struct Timeline {
    Duration length{};
    std::vector<Moment> moments;
    std::vector<AddressHistory> addresses; ///< sorted
    std::vector<SentAdvert> adverts;       ///< only when asked for
    bool cutShort = false;                 ///< the budget of steps was used up before the end

    [[nodiscard]] const AddressHistory *of(const IpAddress &address) const;
    /// State changes of one instance of one node, in order.
    [[nodiscard]] std::vector<const Moment *> statesOf(const std::string &node, const std::string &instance) const;
    [[nodiscard]] bool hasOverlaps() const;
};

} // namespace twinhelm::simulate
