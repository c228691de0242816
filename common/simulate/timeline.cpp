#include "common/simulate/timeline.h"

#include <algorithm>

namespace twinhelm::simulate
{

std::string AddressHistory::holderAt(TimePoint at) const
{
    const auto found =
        std::ranges::find_if(holdings, [&](const Holding &one) { return one.span.begin <= at && at < one.span.end; });
    return found == holdings.end() ? std::string() : found->node;
}

const AddressHistory *Timeline::of(const IpAddress &address) const
{
    const auto found = std::ranges::find(addresses, address, &AddressHistory::address);
    return found == addresses.end() ? nullptr : &*found;
}

std::vector<const Moment *> Timeline::statesOf(const std::string &node, const std::string &instance) const
{
    std::vector<const Moment *> out;
    for (const auto &one : moments) {
        if (!one.told && !one.publish.group && one.node == node && one.publish.subject == instance &&
            one.publish.kind == vrrp::ChangeKind::StateChanged)
            out.push_back(&one);
    }
    return out;
}

bool Timeline::hasOverlaps() const
{
    return std::ranges::any_of(addresses, [](const auto &one) { return !one.overlaps.empty(); });
}

} // namespace twinhelm::simulate
