#pragma once

#include <string>
#include <vector>

#include "agent/vrrp/address_ledger.h"
#include "common/vrrp/settings.h"
#include "common/vrrp/status.h"

namespace twinhelm::agent
{

/// What becomes of the addresses a killed predecessor has left on the interfaces.
struct AdoptionPlan {
    std::vector<std::string> instances; ///< go on as MASTER with their addresses
    std::vector<HeldAddress> adopted;   ///< theirs
    std::vector<HeldAddress> orphans;   ///< nobody's any more: to be taken off before the engine starts

    /// Of the adopted ones, those whose instance did not become MASTER after all (a link is down, say).
    [[nodiscard]] std::vector<HeldAddress> orphansOf(const vrrp::NodeStatus &started) const;
};

/// Pure. Without `adopt` (somebody has taken over by now, or cleans up) everything is an orphan. `silence`: since the
/// predecessor last did its work on time. Its adverts were then at most one interval old, so whatever the peers' skew
/// is, none of them has taken over an instance before one interval less than its down timer has passed.
[[nodiscard]] AdoptionPlan planAdoption(const vrrp::NodeSettings &settings, const std::vector<HeldAddress> &leftovers,
                                        bool adopt, Duration silence = Duration::zero());

} // namespace twinhelm::agent
