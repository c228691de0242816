#include "common/config/repair/patched_text.h"

#include <algorithm>
#include <numeric>

namespace twinhelm::config
{

PatchedText::PatchedText(std::string_view original, bool applyUncertain)
    : text_(original), origin_(original.size() + 1), applyUncertain_(applyUncertain)
{
    std::iota(origin_.begin(), origin_.end(), 0U);
}

SourceRange PatchedText::original(std::size_t begin, std::size_t end) const
{
    if (begin >= end)
        return {0, origin_[begin], origin_[begin]};
    return {0, origin_[begin], std::max(origin_[begin], std::min(origin_[end - 1] + 1, origin_.back()))};
}

bool PatchedText::propose(std::size_t begin, std::size_t end, ChangeKind kind, std::string words,
                          std::vector<Patch> patches, std::string question)
{
    Change change;
    change.range = original(begin, end);
    change.kind = kind;
    change.words = std::move(words);
    change.certainty = question.empty() ? Certainty::Certain : Certainty::Guess;
    change.question = std::move(question);
    change.applied = !patches.empty() && (change.certainty == Certainty::Certain || applyUncertain_);
    if (change.applied)
        std::move(patches.begin(), patches.end(), std::back_inserter(patches_));
    changes_.push_back(std::move(change));
    return changes_.back().applied;
}

void PatchedText::commit()
{
    if (patches_.empty())
        return;
    std::stable_sort(patches_.begin(), patches_.end(), [](const auto &a, const auto &b) { return a.begin < b.begin; });
    std::string text;
    std::vector<std::uint32_t> origin;
    std::size_t at = 0;
    for (const auto &patch : patches_) {
        if (patch.begin > at) {
            text.append(text_, at, patch.begin - at);
            origin.insert(origin.end(), origin_.begin() + std::ptrdiff_t(at),
                          origin_.begin() + std::ptrdiff_t(patch.begin));
        }
        text += patch.text;
        origin.insert(origin.end(), patch.text.size(), origin_[patch.begin]);
        at = std::max(at, patch.end);
    }
    text.append(text_, at);
    origin.insert(origin.end(), origin_.begin() + std::ptrdiff_t(at), origin_.end());
    text_ = std::move(text);
    origin_ = std::move(origin);
    patches_.clear();
}

std::vector<Change> PatchedText::changes() const
{
    auto out = changes_;
    std::stable_sort(out.begin(), out.end(), [](const auto &a, const auto &b) { return a.range < b.range; });
    return out;
}

} // namespace twinhelm::config
