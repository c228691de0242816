#include "common/cluster/rules/common_places.h"

#include <algorithm>

namespace twinhelm::cluster::rules
{

void CommonPlaces::add(const Spot &spot, const std::string &what)
{
    const auto same = std::ranges::find_if(places_, [&](const Place &one) {
        return one.spot.range == spot.range && one.what == what && cluster_.sameDocument(one.spot.node, spot.node);
    });
    auto &place = same == places_.end() ? places_.emplace_back(Place{spot, what, {}}) : *same;
    const auto &id = cluster_.nodes()[spot.node].id;
    if (std::ranges::find(place.nodes, id) == place.nodes.end())
        place.nodes.push_back(id);
}

} // namespace twinhelm::cluster::rules
