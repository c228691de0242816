#include "common/config/edit/editor.h"

#include <algorithm>

#include "common/config/syntax/lexer.h"

namespace twinhelm::config
{

namespace
{

/// Nothing that would end the line, begin a comment or open a block may slip in through a form field.
std::optional<Error> cannotStand(std::string_view value)
{
    const auto refuse = [&](std::string why) {
        return Error{"E0001", "\"" + std::string(value) + "\" cannot be written into the file: " + std::move(why),
                     "Put the value in double quotes, or take the character out."};
    };
    if (value.find_first_of(std::string_view("\n\r\0", 3)) != std::string_view::npos)
        return refuse("it has a line end or a NUL byte.");
    if (std::count(value.begin(), value.end(), '"') % 2 != 0)
        return refuse("a double quote is never closed.");
    if (commentStart(value) != value.size())
        return refuse("# and ! begin a comment.");
    bool quoted = false;
    for (const char c : value) {
        if (c == '"')
            quoted = !quoted;
        if (!quoted && (c == '{' || c == '}') && value.find("${") == std::string_view::npos)
            return refuse("a brace opens or closes a block.");
    }
    return std::nullopt;
}

} // namespace

Editor::Editor(std::string text, std::vector<std::string> nodes)
    : tree_(SyntaxTree::parse(std::move(text))), audience_(tree_, std::move(nodes)), lines_(tree_)
{
}

std::vector<std::uint32_t> Editor::blocks(const std::vector<BlockRef> &path) const
{
    std::vector<std::uint32_t> level{SyntaxNode::none};
    for (const auto &wanted : path) {
        std::vector<std::uint32_t> next;
        for (const auto parent : level) {
            for (const auto child : tree_.children(parent)) {
                const auto &node = tree_.nodes()[child];
                if (node.isBlock() && tree_.keyword(node) == wanted.keyword && argumentText(child) == wanted.name)
                    next.push_back(child);
            }
        }
        level = std::move(next);
    }
    return level;
}

std::vector<Editor::Statement> Editor::statements(std::uint32_t block, std::string_view keyword) const
{
    std::vector<Statement> out;
    for (const auto child : tree_.children(block)) {
        const auto &node = tree_.nodes()[child];
        if (!node.isBlock() && (keyword.empty() || tree_.keyword(node) == keyword))
            out.push_back({child, audience_.of(child)});
    }
    return out;
}

std::string Editor::words(std::uint32_t statement) const
{
    const auto all = tree_.words(tree_.nodes()[statement]);
    if (all.empty())
        return {};
    return std::string(tree_.text({tree_.file(), all.front().range.begin, all.back().range.end}));
}

std::string Editor::argumentText(std::uint32_t statement) const
{
    const auto all = tree_.arguments(tree_.nodes()[statement]);
    if (all.empty())
        return {};
    return std::string(tree_.text({tree_.file(), all.front().range.begin, all.back().range.end}));
}

std::vector<std::string> Editor::linesFor(const Audience &audience, const std::string &text) const
{
    std::vector<std::string> out;
    if (!any(audience))
        return out;
    for (const auto &prefix : audience_.prefixes(audience))
        out.push_back(prefix + text);
    return out;
}

Result<Audience> Editor::audienceOf(const std::string &node) const
{
    if (!node.empty() && !audience_.knows(node))
        return fail("E0003", "This document has no node named " + node + ".", "Add the node to the cluster first.");
    return audience_.only(node);
}

tl::unexpected<Error> Editor::noBlock(const std::vector<BlockRef> &path) const
{
    std::string name;
    for (const auto &block : path)
        name += (name.empty() ? "" : " / ") + block.keyword + (block.name.empty() ? "" : " " + block.name);
    return fail("E0002", "There is no block " + name + " in this document.",
                "It may have been renamed or removed in the text; reload the form.");
}

std::vector<TextEdit> Editor::rewrite(std::uint32_t block, const std::vector<Statement> &affected,
                                      const Audience &wanted, const std::optional<std::string> &text) const
{
    if (affected.empty()) {
        if (!text)
            return {};
        return {lines_.append(block, linesFor(wanted, *text))};
    }
    if (affected.size() == 1 && affected.front().audience == wanted && text) {
        if (words(affected.front().index) == *text)
            return {};
        const auto all = tree_.words(tree_.nodes()[affected.front().index]);
        return {{{tree_.file(), all.front().range.begin, all.back().range.end}, *text}};
    }
    std::vector<TextEdit> out;
    for (const auto &statement : affected) {
        const auto rest = without(statement.audience, wanted);
        auto lines = linesFor(rest, words(statement.index));
        if (text && &statement == &affected.front()) {
            auto mine = linesFor(wanted, *text);
            const bool first = std::find(wanted.begin(), wanted.end(), true) - wanted.begin() <
                               std::find(rest.begin(), rest.end(), true) - rest.begin();
            lines.insert(first ? lines.begin() : lines.end(), mine.begin(), mine.end());
        }
        out.push_back(lines_.replace(statement.index, lines));
    }
    return out;
}

Editor::Edits Editor::makeBlock(const Target &target, const Audience &wanted, const std::string &text) const
{
    auto path = target.path;
    std::vector<BlockRef> missing;
    while (!path.empty() && blocks(path).empty()) {
        missing.insert(missing.begin(), path.back());
        path.pop_back();
    }
    if (path.empty()) // a top-level block has a meaning of its own; it is not made in passing
        return noBlock(target.path);
    const auto parent = blocks(path).front();
    const auto prefixes = audience_.prefixes(audience_.of(parent));
    std::vector<std::string> lines;
    std::string indent;
    for (const auto &block : missing) {
        lines.push_back(indent + prefixes.front() + block.keyword + (block.name.empty() ? "" : " " + block.name) +
                        " {");
        indent += "    ";
    }
    for (const auto &line : linesFor(both(wanted, audience_.of(parent)), text))
        lines.push_back(indent + line);
    for (std::size_t i = 0; i < missing.size(); ++i) {
        indent.resize(indent.size() - 4);
        lines.push_back(indent + prefixes.front() + "}");
    }
    return std::vector<TextEdit>{lines_.append(parent, lines)};
}

Editor::Edits Editor::setValue(const Target &target, const std::string &node, std::string_view value) const
{
    if (auto error = cannotStand(value))
        return tl::unexpected(std::move(*error));
    const auto wanted = audienceOf(node);
    if (!wanted)
        return tl::unexpected(wanted.error());
    const auto text = target.keyword + (value.empty() ? "" : " ") + std::string(value);
    std::vector<TextEdit> out;
    bool found = false;
    for (const auto block : blocks(target.path)) {
        const auto here = both(*wanted, audience_.of(block));
        if (!any(here))
            continue;
        found = true;
        std::vector<Statement> affected;
        for (auto &statement : statements(block, target.keyword)) {
            if (any(both(statement.audience, here)))
                affected.push_back(std::move(statement));
        }
        for (auto &edit : rewrite(block, affected, here, text))
            out.push_back(std::move(edit));
    }
    return found ? Edits(std::move(out)) : makeBlock(target, *wanted, text);
}

Editor::Edits Editor::removeValue(const Target &target, const std::string &node) const
{
    const auto wanted = audienceOf(node);
    if (!wanted)
        return tl::unexpected(wanted.error());
    std::vector<TextEdit> out;
    for (const auto block : blocks(target.path)) {
        std::vector<Statement> affected;
        for (auto &statement : statements(block, target.keyword)) {
            if (any(both(statement.audience, *wanted)))
                affected.push_back(std::move(statement));
        }
        for (auto &edit : rewrite(block, affected, *wanted, std::nullopt))
            out.push_back(std::move(edit));
    }
    return out;
}

Editor::Edits Editor::splitValue(const Target &target) const
{
    std::vector<TextEdit> out;
    for (const auto block : blocks(target.path)) {
        for (const auto &statement : statements(block, target.keyword)) {
            std::vector<std::string> lines;
            for (std::size_t i = 0; i < statement.audience.size(); ++i) {
                if (statement.audience[i])
                    lines.push_back('@' + audience_.nodes()[i] + ' ' + words(statement.index));
            }
            out.push_back(lines_.replace(statement.index, lines));
        }
    }
    if (out.empty())
        return noBlock(target.path);
    return out;
}

Editor::Edits Editor::joinValue(const Target &target, const std::string &keep) const
{
    const auto kept = value(target, keep);
    if (!kept)
        return fail("E0002", keep + " has no " + target.keyword + " to share with the other nodes.",
                    "Pick a node that has the value.");
    return setValue(target, {}, *kept);
}

Editor::Edits Editor::setEntries(const std::vector<BlockRef> &path, const std::string &node,
                                 const std::vector<std::string> &entries) const
{
    const auto wanted = audienceOf(node);
    if (!wanted)
        return tl::unexpected(wanted.error());
    for (const auto &entry : entries) {
        if (auto error = cannotStand(entry))
            return tl::unexpected(std::move(*error));
    }
    const auto found = blocks(path);
    if (found.empty())
        return noBlock(path);
    std::vector<TextEdit> out;
    const auto block = found.front();
    auto missing = entries;
    for (const auto &statement : statements(block, {})) {
        const auto here = both(statement.audience, *wanted);
        if (!any(here))
            continue;
        const auto same = std::find(missing.begin(), missing.end(), words(statement.index));
        if (same != missing.end() && here == *wanted)
            missing.erase(same);
        else
            out.push_back(lines_.replace(statement.index,
                                         linesFor(without(statement.audience, *wanted), words(statement.index))));
    }
    std::vector<std::string> lines;
    for (const auto &entry : missing) {
        for (auto &line : linesFor(both(*wanted, audience_.of(block)), entry))
            lines.push_back(std::move(line));
    }
    if (!lines.empty())
        out.push_back(lines_.append(block, lines));
    return out;
}

std::optional<std::string> Editor::value(const Target &target, const std::string &node) const
{
    std::optional<std::string> out;
    const auto wanted = audience_.only(node);
    for (const auto block : blocks(target.path)) {
        for (const auto &statement : statements(block, target.keyword)) {
            if (any(both(statement.audience, wanted)))
                out = argumentText(statement.index);
        }
    }
    return out;
}

std::vector<std::string> Editor::entries(const std::vector<BlockRef> &path, const std::string &node) const
{
    std::vector<std::string> out;
    const auto wanted = audience_.only(node);
    for (const auto block : blocks(path)) {
        for (const auto &statement : statements(block, {})) {
            if (any(both(statement.audience, wanted)))
                out.push_back(words(statement.index));
        }
    }
    return out;
}

bool Editor::isShared(const Target &target) const
{
    for (const auto block : blocks(target.path)) {
        for (const auto &statement : statements(block, target.keyword)) {
            if (statement.audience != audience_.of(block))
                return false;
        }
    }
    return true;
}

} // namespace twinhelm::config
