#include "common/config/edit/line_editor.h"

#include <algorithm>

#include "common/config/syntax/lexer.h"

namespace twinhelm::config
{

namespace
{

constexpr std::uint32_t nodesLookedAt = 2000; ///< for the style; documents are of one hand
constexpr auto blanks = " \t";

bool isComment(std::string_view line)
{
    const auto first = line.find_first_not_of(" \t\r");
    return first != std::string_view::npos && (line[first] == '#' || line[first] == '!');
}

/// The words of a line that a new statement consists of, quotes included.
std::vector<std::string_view> wordsOf(std::string_view line)
{
    std::vector<std::string_view> out;
    for (const auto &token : tokenize(line).all) {
        if (token.kind == TokenKind::Blank || token.kind == TokenKind::Condition)
            continue;
        out.push_back(line.substr(token.begin, token.end - token.begin));
    }
    return out;
}

} // namespace

LineEditor::LineEditor(const SyntaxTree &tree) : tree_(tree)
{
    const auto newline = tree.text().find('\n');
    if (newline != std::string_view::npos && newline > 0 && tree.text()[newline - 1] == '\r')
        lineEnd_ = "\r\n";
    learnStyle();
}

void LineEditor::learnStyle()
{
    std::uint32_t apart = 0;
    std::uint32_t together = 0;
    bool unitKnown = false;
    const auto &nodes = tree_.nodes();
    for (std::uint32_t i = 0; i < std::min<std::size_t>(nodes.size(), nodesLookedAt); ++i) {
        const auto &node = nodes[i];
        if (!node.isBlock())
            continue;
        ++(place(node.open).first && node.open.begin > node.range.begin ? apart : together);
        if (unitKnown || i + 1 >= node.end || !place(nodes[i + 1].range).first || !place(node.range).first)
            continue;
        const auto outer = indentOf(node.range.begin);
        const auto inner = indentOf(nodes[i + 1].range.begin);
        if (inner.size() > outer.size() && inner.starts_with(outer)) {
            unit_ = inner.substr(outer.size());
            unitKnown = true;
        }
    }
    braceApart_ = apart > together;
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
    out.first = left.find_first_not_of(blanks) == std::string_view::npos;
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
    const auto end = std::min(text.find_first_not_of(blanks, begin), text.size());
    return std::string(text.substr(begin, end - begin));
}

std::string LineEditor::childIndent(std::uint32_t block) const
{
    const auto &nodes = tree_.nodes();
    const auto end = block == SyntaxNode::none ? static_cast<std::uint32_t>(nodes.size()) : nodes[block].end;
    for (auto child = block == SyntaxNode::none ? 0 : block + 1; child < end; child = nodes[child].end) {
        if (place(nodes[child].range).first)
            return indentOf(nodes[child].range.begin);
    }
    return block == SyntaxNode::none ? std::string() : indentOf(nodes[block].range.begin) + unit_;
}

std::size_t LineEditor::tail(std::uint32_t statement) const
{
    const auto end = tree_.nodes()[statement].range.end;
    const auto rest = tree_.text().substr(end);
    return std::min(rest.find_first_of("\r\n"), rest.size());
}

std::vector<std::string> LineEditor::opening(const std::string &header) const
{
    if (!braceApart_)
        return {header + " {"};
    return {header, (header.starts_with('@') ? header.substr(0, header.find(' ') + 1) : std::string()) + '{'};
}

std::string LineEditor::join(const std::string &indent, const std::vector<std::string> &lines) const
{
    std::string out;
    for (std::size_t i = 0; i < lines.size(); ++i)
        out += (i == 0 ? std::string() : lineEnd_ + indent) + lines[i];
    return out;
}

std::string LineEditor::whole(const std::string &indent, const std::vector<std::string> &lines) const
{
    return indent + join(indent, lines) + lineEnd_;
}

/// Where a line and the statement on it differ: the condition, and the words from the first to the last that differ.
std::vector<TextEdit> LineEditor::rewriteInPlace(const SyntaxNode &node, const std::string &line) const
{
    std::vector<TextEdit> out;
    const auto words = tree_.words(node);
    const auto file = tree_.file();
    const auto condition = conditionLength(line);
    const auto prefix = condition == 0 ? std::string() : line.substr(0, condition) + ' ';
    const SourceRange oldPrefix{file, node.range.begin, words.front().range.begin};
    const auto conditions = tree_.conditions(node);
    const auto oldCondition = conditions.size() == 1 ? tree_.text(conditions.front().range) : std::string_view{};
    if (conditions.size() > 1 || oldCondition != std::string_view(line).substr(0, condition))
        out.push_back({oldPrefix, prefix});
    const SourceRange body{file, words.front().range.begin, words.back().range.end};
    const auto wanted = std::string_view(line).substr(std::min(prefix.size(), line.size()));
    if (tree_.text(body) == wanted)
        return out;
    const auto fresh = wordsOf(line);
    std::size_t front = 0;
    while (front < std::min(words.size(), fresh.size()) && tree_.text(words[front].range) == fresh[front])
        ++front;
    std::size_t back = 0;
    while (back < std::min(words.size(), fresh.size()) - front &&
           tree_.text(words[words.size() - 1 - back].range) == fresh[fresh.size() - 1 - back])
        ++back;
    const auto offsetIn = [&](const char *at) { return static_cast<std::size_t>(at - line.data()); };
    // A quote may stand right behind another word: no blank is there to stay.
    const auto apart = [&](std::size_t word) { return words[word - 1].range.end < words[word].range.begin; };
    if (front == 0) {
        out.push_back({body, std::string(wanted)});
    } else if (front + back < std::min(words.size(), fresh.size()) && apart(front) &&
               (back == 0 || apart(words.size() - back))) { // other words: the blanks between stay
        const auto &last = fresh[fresh.size() - 1 - back];
        const auto begin = offsetIn(fresh[front].data());
        out.push_back({{file, words[front].range.begin, words[words.size() - 1 - back].range.end},
                       line.substr(begin, offsetIn(last.data() + last.size()) - begin)});
    } else { // more words or fewer
        const auto begin = offsetIn(fresh[front - 1].data() + fresh[front - 1].size());
        const auto end = back > 0 ? offsetIn(fresh[fresh.size() - back].data()) : line.size();
        out.push_back({{file, words[front - 1].range.end, back > 0 ? words[words.size() - back].range.begin : body.end},
                       line.substr(begin, end - begin)});
    }
    return out;
}

TextEdit LineEditor::squeezeIn(std::uint32_t statement, const std::vector<std::string> &lines) const
{
    const auto &node = tree_.nodes()[statement];
    const auto where = place(node.range);
    const auto indent = where.first ? indentOf(node.range.begin) : childIndent(node.parent);
    const bool conditional = lines.size() > 1 || lines.front().starts_with('@');
    auto text = join(indent, lines);
    if (conditional && !where.first)
        text.insert(0, lineEnd_ + indent);
    if (conditional && !where.last)
        text += lineEnd_ + indent;
    return {node.range, text};
}

std::vector<TextEdit> LineEditor::replace(std::uint32_t statement, const std::vector<std::string> &lines,
                                          std::size_t keep) const
{
    if (lines.empty())
        return {remove(statement)};
    const auto &node = tree_.nodes()[statement];
    const auto where = place(node.range);
    const bool asItStands = lines.size() == 1 && !lines.front().starts_with('@');
    if (!asItStands && (!where.first || !where.last))
        return {squeezeIn(statement, lines)};
    std::vector<TextEdit> out;
    const auto indent = indentOf(node.range.begin);
    const std::vector<std::string> before(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(keep));
    const std::vector<std::string> behind(lines.begin() + static_cast<std::ptrdiff_t>(keep) + 1, lines.end());
    if (!before.empty())
        out.push_back({{node.range.file, where.lineBegin, where.lineBegin}, whole(indent, before)});
    for (auto &edit : rewriteInPlace(node, lines[keep]))
        out.push_back(std::move(edit));
    if (!behind.empty())
        out.push_back(insertBehind(statement, behind));
    return out;
}

TextEdit LineEditor::insertBehind(std::uint32_t statement, const std::vector<std::string> &lines) const
{
    const auto &node = tree_.nodes()[statement];
    const auto where = place(node.range);
    const auto file = tree_.file();
    const auto indent = where.first ? indentOf(node.range.begin) : childIndent(node.parent);
    if (!where.last)
        return {{file, node.range.end, node.range.end}, lineEnd_ + indent + join(indent, lines) + lineEnd_ + indent};
    if (where.lineEnd > 0 && tree_.text()[where.lineEnd - 1] == '\n')
        return {{file, where.lineEnd, where.lineEnd}, whole(indent, lines)};
    return {{file, where.lineEnd, where.lineEnd}, lineEnd_ + indent + join(indent, lines)};
}

TextEdit LineEditor::insertBefore(std::uint32_t statement, const std::vector<std::string> &lines) const
{
    const auto &node = tree_.nodes()[statement];
    const auto where = place(node.range);
    const auto indent = where.first ? indentOf(node.range.begin) : childIndent(node.parent);
    if (!where.first)
        return {{tree_.file(), node.range.begin, node.range.begin},
                lineEnd_ + indent + join(indent, lines) + lineEnd_ + indent};
    const auto lineBegin = commentAbove(where.lineBegin);
    return {{tree_.file(), lineBegin, lineBegin}, whole(indent, lines)};
}

TextEdit LineEditor::remove(std::uint32_t node) const
{
    const auto range = wholeLines(node, false);
    return {range.empty() ? tree_.nodes()[node].range : range, {}};
}

SourceRange LineEditor::wholeLines(std::uint32_t node, bool withComment) const
{
    const auto where = place(tree_.nodes()[node].range);
    if (!where.first || !where.last)
        return {};
    return {tree_.file(), withComment ? commentAbove(where.lineBegin) : where.lineBegin, where.lineEnd};
}

std::uint32_t LineEditor::commentAbove(std::uint32_t lineBegin) const
{
    const auto text = tree_.text();
    while (lineBegin > 0) {
        const auto before = lineBegin < 2 ? std::string_view::npos : text.rfind('\n', lineBegin - 2);
        const auto begin = before == std::string_view::npos ? 0 : static_cast<std::uint32_t>(before + 1);
        if (!isComment(text.substr(begin, lineBegin - begin)))
            break;
        lineBegin = begin;
    }
    return lineBegin;
}

TextEdit LineEditor::append(std::uint32_t block, const std::vector<std::string> &lines) const
{
    const auto indent = childIndent(block);
    const auto text = tree_.text();
    if (block == SyntaxNode::none || tree_.nodes()[block].close.empty()) {
        const auto end = static_cast<std::uint32_t>(text.size());
        const bool open = !text.empty() && text.back() != '\n';
        return {{tree_.file(), end, end}, (open ? lineEnd_ : std::string()) + whole(indent, lines)};
    }
    const auto &node = tree_.nodes()[block];
    // A conditional block's closing brace carries the condition too: the line begins before it.
    const auto lineBegin = place(node.close).lineBegin;
    const auto left = text.substr(lineBegin, node.close.begin - lineBegin);
    const auto word = left.find_first_not_of(blanks);
    const bool ownLine = word == std::string_view::npos || left[word] == '@';
    if (ownLine && lineBegin > node.open.begin)
        return {{tree_.file(), lineBegin, lineBegin}, whole(indent, lines)};
    return {{tree_.file(), node.close.begin, node.close.begin},
            lineEnd_ + whole(indent, lines) + indentOf(node.range.begin)};
}

} // namespace twinhelm::config
