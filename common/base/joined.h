#pragma once

#include <string>
#include <string_view>

namespace twinhelm
{

/// All of `words` (strings or views of them) in one text, `between` two of them.
template<typename Words>
[[nodiscard]] std::string joined(const Words &words, std::string_view between)
{
    std::string out;
    bool first = true;
    for (const auto &word : words) {
        if (!first)
            out += between;
        out += word;
        first = false;
    }
    return out;
}

} // namespace twinhelm
