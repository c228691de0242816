#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/config/syntax/syntax_tree.h"

namespace twinhelm::cluster
{

/// A statement or block of one node's file, cut loose from its place so that it can be laid beside another node's.
struct Item {
    std::string keyword;
    std::string identity; ///< the words with single blanks: equal identity = says the same
    std::string text;     ///< the words as they stand
    std::string indent;
    std::string comment;             ///< behind it on its line, with the blanks before it
    std::vector<std::string> before; ///< comment and empty lines above
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

} // namespace twinhelm::cluster
