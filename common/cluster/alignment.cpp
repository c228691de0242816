#include "common/cluster/alignment.h"

#include <algorithm>
#include <unordered_map>

namespace twinhelm::cluster
{

namespace
{

/// For each position on the left, the position of its twin on the right.
std::vector<std::size_t> twins(const std::vector<std::string> &left, const std::vector<std::string> &right)
{
    std::unordered_map<std::string, std::vector<std::size_t>> places;
    for (std::size_t i = right.size(); i-- > 0;)
        places[right[i]].push_back(i); // backwards, so that the next one is at the end
    std::vector<std::size_t> out(left.size(), Aligned::absent);
    for (std::size_t i = 0; i < left.size(); ++i) {
        const auto found = places.find(left[i]);
        if (found == places.end() || found->second.empty())
            continue;
        out[i] = found->second.back();
        found->second.pop_back();
    }
    return out;
}

/// The largest set of left positions whose twins ascend.
std::vector<std::size_t> ascending(const std::vector<std::size_t> &twin)
{
    std::vector<std::size_t> tails; // left position that ends the best run of each length
    std::vector<std::size_t> previous(twin.size(), Aligned::absent); // the one before it in its run
    for (std::size_t i = 0; i < twin.size(); ++i) {
        if (twin[i] == Aligned::absent)
            continue;
        const auto place = std::lower_bound(tails.begin(), tails.end(), twin[i],
                                            [&](std::size_t at, std::size_t value) { return twin[at] < value; });
        if (place != tails.begin())
            previous[i] = *(place - 1);
        if (place == tails.end())
            tails.push_back(i);
        else
            *place = i;
    }
    std::vector<std::size_t> out;
    for (auto at = tails.empty() ? Aligned::absent : tails.back(); at != Aligned::absent; at = previous[at])
        out.push_back(at);
    std::reverse(out.begin(), out.end());
    return out;
}

} // namespace

std::vector<Aligned> align(const std::vector<std::string> &left, const std::vector<std::string> &right)
{
    const auto twin = twins(left, right);
    std::vector<Aligned> out;
    out.reserve(left.size() + right.size());
    std::size_t l = 0;
    std::size_t r = 0;
    const auto fill = [&](std::size_t untilLeft, std::size_t untilRight) {
        for (; l < untilLeft; ++l)
            out.push_back({l, Aligned::absent});
        for (; r < untilRight; ++r)
            out.push_back({Aligned::absent, r});
    };
    for (const auto at : ascending(twin)) {
        fill(at, twin[at]);
        out.push_back({l++, r++});
    }
    fill(left.size(), right.size());
    return out;
}

} // namespace twinhelm::cluster
