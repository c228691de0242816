#pragma once

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "tests/lab/node.h"
#include "tests/lab/outage_meter.h"

namespace twinhelm::lab
{

/// Looks every few milliseconds which addresses a host has on links that run, and remembers for each when it was last
/// there and when it was last not. So "all the time since" can be answered, for hundreds of addresses.
/// An address on a link without carrier is not held: FRR keeps its own there while it is backup.
/// Threading: one of its own; the questions may be asked from any.
class AddressWatch
{
public:
    explicit AddressWatch(const Node &node, Millis every = Millis(25));

    /// At the last look.
    [[nodiscard]] bool holds(const std::string &address) const;
    /// At every look since then, and there was one.
    [[nodiscard]] bool heldSince(const std::string &address, Clock::time_point since) const;
    /// At any look since then.
    [[nodiscard]] bool everHeldSince(const std::string &address, Clock::time_point since) const;
    /// When the last look was taken.
    [[nodiscard]] Clock::time_point lastLook() const;

private:
    void look(Clock::time_point now, std::set<std::string> held);

    mutable std::mutex mutex_;
    std::set<std::string> held_;
    std::map<std::string, Clock::time_point> lastHeld_;
    std::map<std::string, Clock::time_point> lastGained_; ///< the look that found it, after one that did not
    Clock::time_point lastLook_;
    std::jthread thread_;
};

} // namespace twinhelm::lab
