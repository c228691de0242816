#include "common/config/edit/apply_edits.h"

#include <algorithm>

namespace twinhelm::config
{

std::string applyEdits(std::string_view text, std::vector<TextEdit> edits)
{
    std::stable_sort(edits.begin(), edits.end(),
                     [](const TextEdit &a, const TextEdit &b) { return a.range.begin < b.range.begin; });
    std::string out;
    std::size_t at = 0;
    for (const auto &edit : edits) {
        const auto begin = std::clamp<std::size_t>(edit.range.begin, at, text.size());
        out += text.substr(at, begin - at);
        out += edit.text;
        at = std::clamp<std::size_t>(edit.range.end, begin, text.size());
    }
    out += text.substr(at);
    return out;
}

} // namespace twinhelm::config
