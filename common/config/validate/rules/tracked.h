#pragma once

#include <algorithm>
#include <string>
#include <vector>

namespace twinhelm::config::rules
{

/// The definition with that name, or nullptr; the first of several.
template<typename Defined>
[[nodiscard]] const Defined *findNamed(const std::vector<Defined> &defined, const std::string &name)
{
    const auto found =
        std::find_if(defined.begin(), defined.end(), [&](const auto &one) { return one.name.value == name; });
    return found == defined.end() ? nullptr : &*found;
}

} // namespace twinhelm::config::rules
