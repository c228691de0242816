#pragma once

#include <algorithm>
#include <iterator>
#include <vector>

namespace twinhelm::vrrp
{

/// What is in `all` but not in `these`, in order.
template<typename T>
[[nodiscard]] std::vector<T> without(const std::vector<T> &all, const std::vector<T> &these)
{
    std::vector<T> rest;
    std::ranges::copy_if(all, std::back_inserter(rest),
                         [&](const T &one) { return std::ranges::find(these, one) == these.end(); });
    return rest;
}

} // namespace twinhelm::vrrp
