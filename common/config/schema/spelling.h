#pragma once

#include <string_view>

#include "common/config/schema/block.h"

namespace twinhelm::config::schema
{

/// What somebody most likely meant by a word that is no keyword where it stands.
struct Suggestion {
    const Keyword *keyword = nullptr; ///< nullptr: nothing is near enough
    const Block *block = nullptr;     ///< where it is valid; another than the one asked for when it stands misplaced
    unsigned steps = 0;               ///< half edits between the two; 0: the same word
};

/// Half edits between two words: inserting, removing, replacing a letter or swapping two neighbours counts two; an
/// underscore too much, too few or written as a dash, a plural s and a letter of the other case count one. More than
/// `most` is given as most + 1. Words over 63 bytes are never near.
[[nodiscard]] unsigned spellingDistance(std::string_view a, std::string_view b, unsigned most);

/// The best guess, in this order: a keyword of `block` one edit away or other only in case; the word itself in another
/// block; the nearest keyword of `block`, or one that begins with the word or is its beginning; a keyword one edit
/// away in the blocks around and inside `block`. What follows = or : does not count. Cost: a comparison with each
/// keyword of similar length, some 10 us.
[[nodiscard]] Suggestion suggest(const Block &block, std::string_view word);

} // namespace twinhelm::config::schema
