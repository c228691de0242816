#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "common/config/schema/block.h"

namespace twinhelm::config::schema
{

/// Finds a keyword of a block with one hash of at most 16 of its bytes and, nearly always, one comparison: the reader
/// of a file of 600,000 lines asks for each line. `blocks` outlives the index; each has its place as its number.
class KeywordIndex
{
public:
    struct Entry {
        const Keyword *keyword = nullptr;
        const Block *inner = nullptr; ///< what the keyword opens
        std::uint8_t block = 0;       ///< number of the block it stands in
    };

    explicit KeywordIndex(std::span<const Block> blocks);

    /// nullptr when the keyword is not valid there.
    [[nodiscard]] const Entry *find(const Block &block, std::string_view keyword) const;

private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint16_t entry = none;
    };
    static constexpr std::uint16_t none = 0xffff;
    static constexpr std::size_t slotCount = 4096; ///< a power of two, several times the number of keywords

    std::vector<Entry> entries_;
    std::array<Slot, slotCount> slots_{};
};

} // namespace twinhelm::config::schema
