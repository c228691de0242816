#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/config/syntax/syntax_tree.h"

namespace twinhelm::cluster
{

/// A statement or block of one node's file, cut loose from its place so that it can be laid beside another node's.
/// Texts are raw but for line ends, which are "\n" inside of them and left out at their end.
struct Item {
    std::string keyword;
    std::string identity;            ///< the words with single blanks: equal identity = says the same
    std::vector<std::string> before; ///< comment and empty lines above
    std::string indent;
    std::string text;    ///< the words as they stand
    std::string open;    ///< between the words and behind the opening brace: " {", or on the next line "\n{"
    std::string comment; ///< behind it on its line, with the blanks around it
    bool block = false;
    std::vector<Item> children;
    std::vector<std::string> tail; ///< comment and empty lines above the closing brace
    std::string closeIndent;
    std::string closeComment;
};

/// The whole file as one nameless block.
[[nodiscard]] Item itemsOf(const config::SyntaxTree &tree);

/// What a file says, without comments and white space: one entry for each statement, "keyword name {" and "}" for
/// blocks.
[[nodiscard]] std::vector<std::string> statementsOf(const Item &root);

/// Nothing but white space: an empty line, or no comment.
[[nodiscard]] bool isBlankText(std::string_view text);

} // namespace twinhelm::cluster
