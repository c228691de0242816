#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/config/edit/line_editor.h"
#include "common/config/edit/node_audience.h"
#include "common/config/syntax/syntax_tree.h"

namespace twinhelm::config
{

/// A parsed document with what edits ask again and again: who a line is for, and where and how lines are placed.
/// Cost beyond parsing: one look for '@' through the text; then every edit costs what it touches.
class EditContext
{
public:
    /// `nodes`: the cluster's nodes; those that the text names in conditions are added.
    EditContext(std::string text, std::vector<std::string> nodes);
    /// `tree` must stay as it is for as long as this lives.
    EditContext(const SyntaxTree &tree, std::vector<std::string> nodes);
    EditContext(const EditContext &) = delete; // its parts refer to each other
    EditContext &operator=(const EditContext &) = delete;

    [[nodiscard]] const SyntaxTree &tree() const { return tree_; }
    [[nodiscard]] const NodeAudience &audience() const { return audience_; }
    [[nodiscard]] const LineEditor &lines() const { return lines_; }

    /// Keyword and arguments as they stand, without conditions.
    [[nodiscard]] std::string words(std::uint32_t statement) const;
    [[nodiscard]] std::string arguments(std::uint32_t statement) const;
    /// One-based.
    [[nodiscard]] std::size_t lineOf(std::uint32_t offset) const;

private:
    std::optional<SyntaxTree> owned_;
    const SyntaxTree &tree_;
    NodeAudience audience_;
    LineEditor lines_;
};

/// A statement or block and the nodes that read it.
struct Statement {
    std::uint32_t index = 0;
    Audience audience;
};

} // namespace twinhelm::config
