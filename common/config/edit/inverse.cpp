#include "common/config/edit/inverse.h"

#include <algorithm>

namespace twinhelm::config::edit
{

std::vector<TextEdit> inverse(std::string_view text, std::vector<TextEdit> edits)
{
    std::stable_sort(edits.begin(), edits.end(),
                     [](const TextEdit &a, const TextEdit &b) { return a.range.begin < b.range.begin; });
    std::vector<TextEdit> out;
    std::size_t at = 0;    // in the text before
    std::size_t moved = 0; // how far a byte at `at` has moved, modulo 2^64
    for (const auto &edit : edits) {
        const auto begin = std::clamp<std::size_t>(edit.range.begin, at, text.size());
        const auto end = std::clamp<std::size_t>(edit.range.end, begin, text.size());
        const auto now = static_cast<std::uint32_t>(begin + moved);
        out.push_back({{edit.range.file, now, now + static_cast<std::uint32_t>(edit.text.size())},
                       std::string(text.substr(begin, end - begin))});
        moved += edit.text.size() - (end - begin);
        at = end;
    }
    return out;
}

} // namespace twinhelm::config::edit
