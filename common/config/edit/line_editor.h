#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/config/syntax/syntax_tree.h"
#include "common/diagnostics/text_edit.h"

namespace twinhelm::config
{

/// Places lines in a text: in the document's own indentation, line ends and brace style, touching no byte it need not
/// touch. A condition counts only at the start of a line, so what gets one is moved to a line of its own.
class LineEditor
{
public:
    /// Looks at the first few blocks only to learn the style.
    explicit LineEditor(const SyntaxTree &tree);

    /// Replaces a statement (with its conditions) by lines; none: removes its line. `keep` says which of the lines is
    /// the statement itself, whose place, comment and unchanged words stay as they are.
    [[nodiscard]] std::vector<TextEdit> replace(std::uint32_t statement, const std::vector<std::string> &lines,
                                                std::size_t keep) const;
    /// Adds lines behind a statement.
    [[nodiscard]] TextEdit insertBehind(std::uint32_t statement, const std::vector<std::string> &lines) const;
    /// Adds lines in front of a statement and of the comment that stands right above it.
    [[nodiscard]] TextEdit insertBefore(std::uint32_t statement, const std::vector<std::string> &lines) const;
    /// Adds lines at the end of a block; of the text for SyntaxNode::none.
    [[nodiscard]] TextEdit append(std::uint32_t block, const std::vector<std::string> &lines) const;
    /// Removes a block or statement with its lines.
    [[nodiscard]] TextEdit remove(std::uint32_t node) const;

    [[nodiscard]] std::string_view lineEnd() const { return lineEnd_; }
    /// One step of indentation: a tab, two blanks, four.
    [[nodiscard]] const std::string &unit() const { return unit_; }
    /// The lines that open a block: "x {", or "x" and "{" where the document writes it so.
    [[nodiscard]] std::vector<std::string> opening(const std::string &header) const;
    /// The indentation of a new statement in a block; of the text's own statements for SyntaxNode::none.
    [[nodiscard]] std::string childIndent(std::uint32_t block) const;
    /// The whole lines that a node stands on, with the comment lines right above it if `withComment`. Empty when it
    /// shares a line with something else.
    [[nodiscard]] SourceRange wholeLines(std::uint32_t node, bool withComment) const;
    /// How many bytes stand behind the statement on its line; the line end does not count.
    [[nodiscard]] std::size_t tail(std::uint32_t statement) const;
    [[nodiscard]] std::string indentOf(std::uint32_t offset) const;

private:
    struct Place {
        std::uint32_t lineBegin = 0;
        std::uint32_t lineEnd = 0; ///< behind the line end
        bool first = false;        ///< nothing but blanks before it on its line
        bool last = false;         ///< nothing but blanks or a comment behind it
    };
    void learnStyle();
    [[nodiscard]] Place place(SourceRange range) const;
    /// Where the comment lines right above a line begin; the line itself when there is none.
    [[nodiscard]] std::uint32_t commentAbove(std::uint32_t lineBegin) const;
    [[nodiscard]] std::string join(const std::string &indent, const std::vector<std::string> &lines) const;
    [[nodiscard]] std::string whole(const std::string &indent, const std::vector<std::string> &lines) const;
    [[nodiscard]] std::vector<TextEdit> rewriteInPlace(const SyntaxNode &node, const std::string &line) const;
    [[nodiscard]] TextEdit squeezeIn(std::uint32_t statement, const std::vector<std::string> &lines) const;

    const SyntaxTree &tree_;
    std::string lineEnd_ = "\n";
    std::string unit_ = "    ";
    bool braceApart_ = false;
};

} // namespace twinhelm::config
