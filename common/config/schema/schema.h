#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/config/schema/block.h"

namespace twinhelm::config::schema
{

/// Every block of the language, the top level first. For completion, forms, documentation.
[[nodiscard]] std::span<const Block> blocks();

/// What is acted on before keywords are: include, @ID, $NAME, ~SEQ. Not one of blocks(), and find() knows none of it;
/// for documentation.
[[nodiscard]] const Block &preprocessor();

/// nullptr when there is no such block. Cost: one hash look-up.
[[nodiscard]] const Block *findBlock(std::string_view path);

/// The keyword inside the block `path`; nullptr when it is not valid there.
[[nodiscard]] const Keyword *find(std::string_view path, std::string_view keyword);
[[nodiscard]] const Keyword *find(const Block &block, std::string_view keyword);

/// The block that `keyword` opens inside `outer`; nullptr when it opens none.
[[nodiscard]] const Block *innerBlock(const Block &outer, std::string_view keyword);

/// Both of the above with one look-up, for readers of every line.
struct Found {
    const Keyword *keyword = nullptr;
    const Block *inner = nullptr;
};
[[nodiscard]] Found lookUp(const Block &block, std::string_view keyword);

/// Whether a block's header of so many words, the keyword among them, has the name it needs. An instance or group
/// with more than one counts as without, as in keepalived.
[[nodiscard]] bool isNamed(const Keyword &keyword, std::size_t words);

/// What include directives are called: include, includer, includem, ... False for anything else.
[[nodiscard]] bool isIncludeKeyword(std::string_view word);

/// The nearest keyword valid in `block`, when one is near enough to be a slip of the finger; empty otherwise.
/// suggest() in spelling.h looks in other blocks as well.
[[nodiscard]] std::string_view nearestKeyword(const Block &block, std::string_view word);

/// The paths of the blocks in which `keyword` would be valid, nearest to the top first.
[[nodiscard]] std::vector<std::string_view> blocksWith(std::string_view keyword);

} // namespace twinhelm::config::schema
