#pragma once

#include <chrono>
#include <mutex>
#include <thread>
#include <vector>

#include "tests/lab/outage_meter.h"

namespace twinhelm::bench
{

using lab::Clock;

/// Counts the IPv4 addresses that come and go in a host as the kernel tells it, with the time of each.
class AddressWatch
{
public:
    explicit AddressWatch(const lab::Node &node);

    /// Since the watch began: those that came less those that went.
    [[nodiscard]] int present() const;
    /// Waits until so many are present; false: they never were.
    bool waitFor(int count, lab::Millis timeout) const;
    /// How many came and went after `since`.
    [[nodiscard]] std::size_t changesSince(Clock::time_point since) const;
    /// When the first and the last one came after `since`.
    struct Span {
        Clock::time_point first;
        Clock::time_point last;
    };
    [[nodiscard]] Span arrivalsSince(Clock::time_point since) const;

private:
    struct Change {
        Clock::time_point at;
        bool added;
    };

    mutable std::mutex mutex_;
    std::vector<Change> changes_;
    int present_ = 0;
    std::jthread thread_;
};

} // namespace twinhelm::bench
