#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/config/repair/change.h"

namespace twinhelm::config
{

/// Replace [begin, end) by `text`.
struct Patch {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string text;
};

/// A text that is changed in several passes and still knows where each byte stood at first.
/// A pass proposes changes against the text as it is; commit() makes them.
class PatchedText
{
public:
    PatchedText(std::string_view original, bool applyUncertain);

    [[nodiscard]] const std::string &text() const { return text_; }

    /// Notes a change about [begin, end) with its patches, and says whether they will be made: certain ones are, others
    /// only when uncertain changes are applied. Patches must not overlap; those at one place are made in this order.
    bool propose(std::size_t begin, std::size_t end, ChangeKind kind, std::string words, std::vector<Patch> patches,
                 std::string question = {});
    void commit();

    /// In the order of the text.
    [[nodiscard]] std::vector<Change> changes() const;

private:
    [[nodiscard]] SourceRange original(std::size_t begin, std::size_t end) const;

    std::string text_;
    std::vector<std::uint32_t> origin_; ///< of each byte, and of the end
    bool applyUncertain_;
    std::vector<Patch> patches_;
    std::vector<Change> changes_;
};

} // namespace twinhelm::config
