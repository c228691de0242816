#include "common/vrrp/interval_histogram.h"

#include <algorithm>

namespace twinhelm::vrrp
{

void IntervalHistogram::add(Duration interval)
{
    const auto bucket = std::ranges::lower_bound(bounds, interval) - bounds.begin();
    ++buckets_[static_cast<std::size_t>(bucket)];
    ++count_;
    sum_ += interval;
    longest_ = std::max(longest_, interval);
}

} // namespace twinhelm::vrrp
