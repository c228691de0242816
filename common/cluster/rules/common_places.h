#pragma once

#include <string>
#include <vector>

#include "common/cluster/rules/rules.h"

namespace twinhelm::cluster::rules
{

/// Collects what is to be said of several nodes at the same words, so that it is said once.
class CommonPlaces
{
public:
    explicit CommonPlaces(const ClusterView &cluster) : cluster_(cluster) {}

    /// `what` tells different findings at one place apart.
    void add(const Spot &spot, const std::string &what);

    struct Place {
        Spot spot; ///< of the first node
        std::string what;
        std::vector<std::string> nodes;
    };
    [[nodiscard]] const std::vector<Place> &places() const { return places_; }

private:
    const ClusterView &cluster_;
    std::vector<Place> places_;
};

} // namespace twinhelm::cluster::rules
