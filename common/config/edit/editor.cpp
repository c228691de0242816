#include "common/config/edit/editor.h"

#include <algorithm>
#include <iterator>

namespace twinhelm::config
{

Editor::Editor(std::string text, std::vector<std::string> nodes)
    : context_(std::move(text), std::move(nodes)), writer_(context_)
{
}

Editor::Editor(const SyntaxTree &tree, std::vector<std::string> nodes)
    : context_(tree, std::move(nodes)), writer_(context_)
{
}

std::vector<std::uint32_t> Editor::blocks(const std::vector<BlockRef> &path) const
{
    std::vector<std::uint32_t> level{SyntaxNode::none};
    for (const auto &wanted : path) {
        std::vector<std::uint32_t> next;
        for (const auto parent : level) {
            unsigned number = 0;
            for (const auto child : context_.tree().children(parent)) {
                const auto &node = context_.tree().nodes()[child];
                if (!node.isBlock() || context_.tree().keyword(node) != wanted.keyword ||
                    context_.arguments(child) != wanted.name)
                    continue;
                ++number;
                if (wanted.number == 0 || wanted.number == number)
                    next.push_back(child);
            }
        }
        level = std::move(next);
    }
    return level;
}

std::vector<Statement> Editor::statements(std::uint32_t block, std::string_view keyword) const
{
    std::vector<Statement> out;
    for (const auto child : context_.tree().children(block)) {
        const auto &node = context_.tree().nodes()[child];
        if (!node.isBlock() && (keyword.empty() || context_.tree().keyword(node) == keyword))
            out.push_back({child, context_.audience().of(child)});
    }
    return out;
}

Result<Audience> Editor::audienceOf(const std::string &node) const
{
    if (!node.empty() && !context_.audience().knows(node))
        return fail("E0003", "This document has no node named " + node + ".", "Add the node to the cluster first.");
    return context_.audience().only(node);
}

tl::unexpected<Error> Editor::noBlock(const std::vector<BlockRef> &path) const
{
    std::string name;
    for (const auto &block : path)
        name += (name.empty() ? "" : " / ") + block.keyword + (block.name.empty() ? "" : " " + block.name);
    return fail("E0002", "There is no block " + name + " in this document.",
                "It may have been renamed or removed in the text; reload the form.");
}

Editor::Edits Editor::makeBlock(const Target &target, const Audience &wanted, const std::string &text) const
{
    auto path = target.path;
    std::vector<BlockRef> missing;
    while (!path.empty() && blocks(path).empty()) {
        if (path.back().number > 0)
            return noBlock(target.path);
        missing.insert(missing.begin(), path.back());
        path.pop_back();
    }
    if (path.empty()) // a top-level block has a meaning of its own; it is not made in passing
        return noBlock(target.path);
    const auto parent = blocks(path).front();
    const auto prefixes = context_.audience().prefixes(context_.audience().of(parent));
    std::vector<std::string> lines;
    std::string indent;
    const auto unit = context_.lines().unit();
    for (const auto &block : missing) {
        const auto header = block.keyword + (block.name.empty() ? "" : " " + block.name);
        for (const auto &line : context_.lines().opening(prefixes.front() + header))
            lines.push_back(indent + line);
        indent += unit;
    }
    for (const auto &line : writer_.linesFor(both(wanted, context_.audience().of(parent)), text))
        lines.push_back(indent + line);
    for (std::size_t i = 0; i < missing.size(); ++i) {
        indent.resize(indent.size() - unit.size());
        lines.push_back(indent + prefixes.front() + "}");
    }
    return std::vector<TextEdit>{context_.lines().append(parent, lines)};
}

Editor::Edits Editor::setValue(const Target &target, const std::string &node, std::string_view value) const
{
    if (auto error = cannotStand(value))
        return tl::unexpected(std::move(*error));
    const auto wanted = audienceOf(node);
    if (!wanted)
        return tl::unexpected(wanted.error());
    const Wording wording{target.keyword, std::string(value)};
    std::vector<TextEdit> out;
    bool found = false;
    for (const auto block : blocks(target.path)) {
        const auto here = both(*wanted, context_.audience().of(block));
        if (!any(here))
            continue;
        found = true;
        std::optional<std::uint32_t> sibling;
        std::vector<Statement> affected;
        for (auto &statement : statements(block, target.keyword)) {
            sibling = statement.index;
            if (any(both(statement.audience, here)))
                affected.push_back(std::move(statement));
        }
        std::ranges::move(writer_.set(block, affected, here, wording, sibling), std::back_inserter(out));
    }
    return found ? Edits(std::move(out))
                 : makeBlock(target, *wanted, target.keyword + (value.empty() ? "" : " ") + std::string(value));
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
        std::ranges::move(writer_.remove(affected, *wanted), std::back_inserter(out));
    }
    return out;
}

Editor::Edits Editor::splitValue(const Target &target) const
{
    std::vector<TextEdit> out;
    for (const auto block : blocks(target.path)) {
        for (const auto &statement : statements(block, target.keyword))
            std::ranges::move(writer_.split(statement), std::back_inserter(out));
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
        const auto same = std::find(missing.begin(), missing.end(), context_.words(statement.index));
        if (same != missing.end() && here == *wanted)
            missing.erase(same);
        else
            std::ranges::move(writer_.remove({statement}, *wanted), std::back_inserter(out));
    }
    std::vector<std::string> lines;
    for (const auto &entry : missing) {
        for (auto &line : writer_.linesFor(both(*wanted, context_.audience().of(block)), entry))
            lines.push_back(std::move(line));
    }
    if (!lines.empty())
        out.push_back(context_.lines().append(block, lines));
    return out;
}

std::optional<std::string> Editor::value(const Target &target, const std::string &node) const
{
    auto all = values(target, node);
    return all.empty() ? std::nullopt : std::optional(std::move(all.back()));
}

std::vector<std::string> Editor::values(const Target &target, const std::string &node) const
{
    std::vector<std::string> out;
    const auto wanted = context_.audience().only(node);
    for (const auto block : blocks(target.path)) {
        for (const auto &statement : statements(block, target.keyword)) {
            if (any(both(statement.audience, wanted)))
                out.push_back(context_.arguments(statement.index));
        }
    }
    return out;
}

std::vector<std::string> Editor::entries(const std::vector<BlockRef> &path, const std::string &node) const
{
    std::vector<std::string> out;
    const auto wanted = context_.audience().only(node);
    for (const auto block : blocks(path)) {
        for (const auto &statement : statements(block, {})) {
            if (any(both(statement.audience, wanted)))
                out.push_back(context_.words(statement.index));
        }
    }
    return out;
}

bool Editor::isShared(const Target &target) const
{
    for (const auto block : blocks(target.path)) {
        for (const auto &statement : statements(block, target.keyword)) {
            if (statement.audience != context_.audience().of(block))
                return false;
        }
    }
    return true;
}

} // namespace twinhelm::config
