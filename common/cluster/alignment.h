#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace twinhelm::cluster
{

/// A row of an alignment: position in the left list, in the right list, or in both.
struct Aligned {
    static constexpr std::size_t absent = static_cast<std::size_t>(-1);
    std::size_t left = absent;
    std::size_t right = absent;
};

/// Lays two lists side by side: equal keys (the k-th of a key with the k-th) are paired as far as both orders allow,
/// and the order of either list is kept. Rows of one side come before the next pair, left before right.
/// Cost: n log n (longest increasing subsequence of the matching positions).
[[nodiscard]] std::vector<Aligned> align(const std::vector<std::string> &left, const std::vector<std::string> &right);

} // namespace twinhelm::cluster
