#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>

#include "common/base/time.h"

namespace twinhelm::vrrp
{

/// How long it took from one advertisement of the master to the next, as a backup heard them. Tells how much room is
/// left before a late advert becomes a failover.
///
/// Fixed buckets, so that nodes and days can be added up (Prometheus: histogram_quantile). Threading: none.
/// Cost: a few comparisons for each advert, 90 bytes.
class IntervalHistogram
{
public:
    /// Upper bounds, inclusive. Dense where advert intervals are usual: 10 ms, 100 ms, 1 s.
    static constexpr std::array<Duration, 18> bounds{
        std::chrono::milliseconds(5),    std::chrono::milliseconds(10),   std::chrono::milliseconds(12),
        std::chrono::milliseconds(20),   std::chrono::milliseconds(30),   std::chrono::milliseconds(50),
        std::chrono::milliseconds(100),  std::chrono::milliseconds(110),  std::chrono::milliseconds(200),
        std::chrono::milliseconds(300),  std::chrono::milliseconds(500),  std::chrono::milliseconds(1000),
        std::chrono::milliseconds(1010), std::chrono::milliseconds(1100), std::chrono::milliseconds(2000),
        std::chrono::milliseconds(3000), std::chrono::milliseconds(5000), std::chrono::milliseconds(10000)};

    void add(Duration interval);
    /// The longest one counts from now on anew; the buckets go on.
    void forgetLongest() { longest_ = Duration::zero(); }

    [[nodiscard]] std::uint64_t count() const { return count_; }
    [[nodiscard]] Duration sum() const { return sum_; }
    [[nodiscard]] Duration longest() const { return longest_; }
    /// Intervals in bucket `index` alone; index == bounds.size(): longer than all bounds.
    [[nodiscard]] std::uint32_t inBucket(std::size_t index) const { return buckets_[index]; }

    friend bool operator==(const IntervalHistogram &, const IntervalHistogram &) = default;

private:
    std::array<std::uint32_t, bounds.size() + 1> buckets_{};
    std::uint64_t count_ = 0;
    Duration sum_{};
    Duration longest_{};
};

} // namespace twinhelm::vrrp
