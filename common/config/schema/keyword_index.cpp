#include "common/config/schema/keyword_index.h"

#include <cstring>
#include <string>
#include <unordered_map>

namespace twinhelm::config::schema
{

namespace
{

/// Mixes the first and last bytes, the length and the block. Keywords that agree in all of these share a hash.
std::uint32_t hashOf(std::uint8_t block, std::string_view word)
{
    std::uint64_t front = 0;
    std::uint64_t back = 0;
    if (word.size() >= sizeof front) {
        std::memcpy(&front, word.data(), sizeof front);
        std::memcpy(&back, word.data() + word.size() - sizeof back, sizeof back);
    } else {
        std::memcpy(&front, word.data(), word.size());
    }
    const auto salt = static_cast<std::uint64_t>(block) << 8U ^ word.size();
    front = (front ^ salt * 0x9e3779b97f4a7c15U) * 0xff51afd7ed558ccdU;
    back = (back ^ front >> 32U) * 0xc4ceb9fe1a85ec53U;
    return static_cast<std::uint32_t>((front ^ back) >> 32U);
}

} // namespace

KeywordIndex::KeywordIndex(std::span<const Block> blocks)
{
    std::unordered_map<std::string_view, const Block *> byPath;
    for (const auto &block : blocks)
        byPath.emplace(block.path, &block);
    for (const auto &block : blocks) {
        for (const auto &keyword : block.keywords) {
            const auto path = std::string(block.path) + (block.path.empty() ? "" : "/") + std::string(keyword.name);
            const auto inner = byPath.find(path);
            const auto hash = hashOf(block.number, keyword.name);
            auto at = hash % slotCount;
            while (slots_[at].entry != none)
                at = (at + 1) % slotCount;
            slots_[at] = {hash, static_cast<std::uint16_t>(entries_.size())};
            entries_.push_back({&keyword, inner == byPath.end() ? nullptr : inner->second, block.number});
        }
    }
}

const KeywordIndex::Entry *KeywordIndex::find(const Block &block, std::string_view keyword) const
{
    const auto hash = hashOf(block.number, keyword);
    for (auto at = hash % slotCount; slots_[at].entry != none; at = (at + 1) % slotCount) {
        if (slots_[at].hash != hash)
            continue;
        const auto &entry = entries_[slots_[at].entry];
        if (entry.block == block.number && entry.keyword->name == keyword)
            return &entry;
    }
    return nullptr;
}

} // namespace twinhelm::config::schema
