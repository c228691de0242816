#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/config/syntax/token.h"
#include "common/diagnostics/source_range.h"

namespace twinhelm::config
{

/// A word of a statement. The range includes the quotes.
struct SyntaxWord {
    SourceRange range;
    bool quoted = false;
};

/// @id or @^id in front of a statement: it holds for the node `id` only, or for every node but `id`.
struct SyntaxCondition {
    SourceRange range;
    SourceRange id;
    bool negated = false;
};

/// A statement (`priority 150`) or a block (`vrrp_instance VI_1 { ... }`) as it stands in the file, before
/// any expansion. Nodes lie in document order: a node's children follow it, up to `end`.
struct SyntaxNode {
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    std::uint32_t parent = none; ///< the enclosing block
    std::uint32_t end = 0;       ///< index one past the last node inside
    std::uint32_t firstWord = 0; ///< keyword, then arguments or block name
    std::uint32_t wordCount = 0;
    std::uint32_t firstCondition = 0;
    std::uint32_t conditionCount = 0;
    SourceRange range; ///< first condition or keyword to last word or closing brace
    SourceRange open;  ///< empty: a statement
    SourceRange close; ///< empty: a statement, or the brace is missing

    [[nodiscard]] bool isBlock() const { return !open.empty(); }
};

/// A configuration text cut into tokens and a best-effort outline, for folding, editing and highlighting.
/// Nothing is ever lost: the tokens cover the text. What the text *means* on a node is config::expand's affair.
///
/// The outline trusts braces: a brace behind a condition counts like any other. Two conditional headers of one
/// block (`@lb01 virtual_server A {` and, next, `@lb02 virtual_server B {`) count as one opening; the second
/// header then is a statement beside the block, at the start of it.
class SyntaxTree
{
public:
    /// Of any byte string; never fails. Texts of 4 GiB and more are cut at 4 GiB - 1. `file` goes into all ranges.
    static SyntaxTree parse(std::string text, FileIndex file = 0);

    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] FileIndex file() const { return file_; }
    [[nodiscard]] const std::vector<Token> &tokens() const { return tokens_; }
    [[nodiscard]] std::uint32_t lineCount() const { return static_cast<std::uint32_t>(lineStarts_.size() - 1); }
    /// The tokens of a line, counted from 0, with its line end.
    [[nodiscard]] std::span<const Token> lineTokens(std::uint32_t line) const;

    [[nodiscard]] const std::vector<SyntaxNode> &nodes() const { return nodes_; }
    [[nodiscard]] std::span<const SyntaxWord> words(const SyntaxNode &node) const;
    /// The words after the keyword.
    [[nodiscard]] std::span<const SyntaxWord> arguments(const SyntaxNode &node) const;
    [[nodiscard]] std::span<const SyntaxCondition> conditions(const SyntaxNode &node) const;
    /// Empty for a brace without a keyword.
    [[nodiscard]] std::string_view keyword(const SyntaxNode &node) const;
    /// Indices of the direct children of `node`; of the whole text for SyntaxNode::none.
    [[nodiscard]] std::vector<std::uint32_t> children(std::uint32_t node) const;
    /// Closing braces that close nothing.
    [[nodiscard]] const std::vector<SourceRange> &strayBraces() const { return strayBraces_; }

    [[nodiscard]] std::string_view text(SourceRange range) const;
    /// Without the quotes.
    [[nodiscard]] std::string_view value(const SyntaxWord &word) const;

private:
    friend class Outliner;

    std::string text_;
    FileIndex file_ = 0;
    std::vector<Token> tokens_;
    std::vector<std::uint32_t> lineStarts_;
    std::vector<SyntaxNode> nodes_;
    std::vector<SyntaxWord> words_;
    std::vector<SyntaxCondition> conditions_;
    std::vector<SourceRange> strayBraces_;
};

[[nodiscard]] inline SyntaxTree parse(std::string text, FileIndex file = 0)
{
    return SyntaxTree::parse(std::move(text), file);
}

/// The tokens joined: always equal to the bytes that were parsed.
[[nodiscard]] std::string text(const SyntaxTree &tree);

} // namespace twinhelm::config
