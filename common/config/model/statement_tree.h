#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "common/config/expand/expanded.h"
#include "common/config/expand/words.h"
#include "common/config/schema/schema.h"
#include "common/diagnostics/diagnostic.h"

namespace twinhelm::config
{

/// A statement of the expanded text, with its block if it has one.
struct StatementNode {
    std::uint32_t line = noLine; ///< in Expanded::lines; noLine for a block without a keyword
    std::uint32_t end = 0;       ///< index one past the last node inside
    std::uint32_t firstWord = 0; ///< see StatementTree::words()
    std::uint32_t wordCount = 0;
    bool block = false;
    const schema::Block *outer = nullptr; ///< the block it stands in; nullptr inside an unknown one
    const schema::Block *inner = nullptr; ///< what the keyword opens; nullptr when that has no table
    /// Its row in `outer`; nullptr when it is not valid there, and for the entries of a list.
    const schema::Keyword *keyword = nullptr;

    static constexpr auto noLine = std::numeric_limits<std::uint32_t>::max();
};

/// The block structure of an expanded text, in document order. Where braces do not fit, it assumes what was most
/// likely meant and says so (K0001, K0002, K0007, K0008).
class StatementTree
{
public:
    static StatementTree build(const Expanded &expanded, Diagnostics &diagnostics);

    [[nodiscard]] const std::vector<StatementNode> &nodes() const { return nodes_; }
    /// Cut once here, so that nobody needs to do it again. Empty for a block without a keyword.
    [[nodiscard]] Words words(const StatementNode &node) const
    {
        return Words(words_).subspan(node.firstWord, node.wordCount);
    }

private:
    std::vector<StatementNode> nodes_;
    std::vector<Word> words_;
    friend class StatementTreeBuilder;
};

} // namespace twinhelm::config
