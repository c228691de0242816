#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/config/syntax/syntax_tree.h"
#include "common/diagnostics/text_edit.h"

namespace twinhelm::config
{

/// Places lines in a text: in the document's own indentation and line ends, touching no byte it need not touch.
/// A condition counts only at the start of a line, so what gets one is moved to a line of its own.
class LineEditor
{
public:
    explicit LineEditor(const SyntaxTree &tree);

    /// Replaces a statement (with its conditions) by lines; none: removes its line.
    [[nodiscard]] TextEdit replace(std::uint32_t statement, const std::vector<std::string> &lines) const;
    /// Adds lines at the end of a block.
    [[nodiscard]] TextEdit append(std::uint32_t block, const std::vector<std::string> &lines) const;
    [[nodiscard]] std::string_view lineEnd() const { return lineEnd_; }
    /// The indentation of a new statement in a block; of the text's own statements for SyntaxNode::none.
    [[nodiscard]] std::string childIndent(std::uint32_t block) const;

private:
    struct Place {
        std::uint32_t lineBegin = 0;
        std::uint32_t lineEnd = 0; ///< behind the line end
        bool first = false;        ///< nothing but blanks before it on its line
        bool last = false;         ///< nothing but blanks or a comment behind it
    };
    [[nodiscard]] Place place(SourceRange range) const;
    [[nodiscard]] std::string indentOf(std::uint32_t offset) const;
    [[nodiscard]] std::string join(const std::string &indent, const std::vector<std::string> &lines) const;

    const SyntaxTree &tree_;
    std::string lineEnd_ = "\n";
};

} // namespace twinhelm::config
