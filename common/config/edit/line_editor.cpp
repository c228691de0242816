#include "common/config/edit/line_editor.h"

#include <algorithm>

namespace twinhelm::config
{

LineEditor::LineEditor(const SyntaxTree &tree) : tree_(tree)
{
    const auto newline = tree.text().find('\n');
    if (newline != std::string_view::npos && newline > 0 && tree.text()[newline - 1] == '\r')
        lineEnd_ = "\r\n";
}

LineEditor::Place LineEditor::place(SourceRange range) const
{
    const auto text = tree_.text();
    Place out;
    const auto before = text.substr(0, range.begin).rfind('\n');
    out.lineBegin = before == std::string_view::npos ? 0 : static_cast<std::uint32_t>(before + 1);
    const auto after = text.find('\n', range.end);
    out.lineEnd = static_cast<std::uint32_t>(after == std::string_view::npos ? text.size() : after + 1);
    const auto left = text.substr(out.lineBegin, range.begin - out.lineBegin);
    out.first = left.find_first_not_of(" \t") == std::string_view::npos;
    const auto right = text.substr(range.end, out.lineEnd - range.end);
    const auto next = right.find_first_not_of(" \t\r\n");
    out.last = next == std::string_view::npos || right[next] == '#' || right[next] == '!';
    return out;
}

std::string LineEditor::indentOf(std::uint32_t offset) const
{
    const auto text = tree_.text();
    const auto before = text.substr(0, offset).rfind('\n');
    const auto begin = before == std::string_view::npos ? 0 : before + 1;
    const auto end = std::min(text.find_first_not_of(" \t", begin), text.size());
    return std::string(text.substr(begin, end - begin));
}

std::string LineEditor::childIndent(std::uint32_t block) const
{
    for (const auto child : tree_.children(block)) {
        const auto &range = tree_.nodes()[child].range;
        if (place(range).first)
            return indentOf(range.begin);
    }
    return block == SyntaxNode::none ? std::string() : indentOf(tree_.nodes()[block].range.begin) + "    ";
}

std::string LineEditor::join(const std::string &indent, const std::vector<std::string> &lines) const
{
    std::string out;
    for (const auto &line : lines) {
        if (!out.empty())
            out += lineEnd_ + indent;
        out += line;
    }
    return out;
}

TextEdit LineEditor::replace(std::uint32_t statement, const std::vector<std::string> &lines) const
{
    const auto &node = tree_.nodes()[statement];
    const auto where = place(node.range);
    if (lines.empty()) {
        if (where.first && where.last)
            return {{node.range.file, where.lineBegin, where.lineEnd}, {}};
        return {node.range, {}};
    }
    const auto indent = where.first ? indentOf(node.range.begin) : childIndent(node.parent);
    const bool conditional = lines.size() > 1 || lines.front().starts_with('@');
    auto text = join(indent, lines);
    if (conditional && !where.first)
        text.insert(0, lineEnd_ + indent);
    if (conditional && !where.last)
        text += lineEnd_ + indent;
    return {node.range, text};
}

TextEdit LineEditor::append(std::uint32_t block, const std::vector<std::string> &lines) const
{
    const auto indent = childIndent(block);
    const auto text = tree_.text();
    if (block == SyntaxNode::none || tree_.nodes()[block].close.empty()) {
        const auto end = static_cast<std::uint32_t>(text.size());
        const bool open = !text.empty() && text.back() != '\n';
        return {{tree_.file(), end, end}, (open ? lineEnd_ : std::string()) + indent + join(indent, lines) + lineEnd_};
    }
    const auto &node = tree_.nodes()[block];
    // A conditional block's closing brace carries the condition too: the line begins before it.
    const auto lineBegin = place(node.close).lineBegin;
    const auto left = text.substr(lineBegin, node.close.begin - lineBegin);
    const auto word = left.find_first_not_of(" \t");
    const bool ownLine = word == std::string_view::npos || left[word] == '@';
    if (ownLine && lineBegin > node.open.begin)
        return {{tree_.file(), lineBegin, lineBegin}, indent + join(indent, lines) + lineEnd_};
    return {{tree_.file(), node.close.begin, node.close.begin},
            lineEnd_ + indent + join(indent, lines) + lineEnd_ + indentOf(node.range.begin)};
}

} // namespace twinhelm::config
