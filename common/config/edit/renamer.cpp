#include "common/config/edit/renamer.h"

#include <algorithm>

#include "common/config/edit/definition_use.h"
#include "common/config/edit/layout.h"
#include "common/config/edit/references.h"
#include "common/config/edit/statement_writer.h"
#include "common/config/syntax/lexer.h"

namespace twinhelm::config::edit
{

Renamer::Edits Renamer::rename(const Path &path, std::string_view name) const
{
    const auto place = Finder(context_).find(path, context_.audience().everyone());
    if (!place)
        return tl::unexpected(place.error());
    if (auto error = cannotStand(name))
        return tl::unexpected(std::move(*error));
    const auto plain = plainWords(name);
    if (plain.empty())
        return fail("E0001", "A name cannot be empty.", "Give it a name.");
    if (place->kind == Location::Kind::Definition)
        return definition(path, *place, name);
    const bool named = place->row ? !place->row->arguments.starts_with('{') : true;
    if (place->kind != Location::Kind::Block || !named)
        return fail("E0008", path.text() + " has no name.",
                    place->kind == Location::Kind::Entry ? "Use set to write another entry in its place."
                                                         : "Blocks such as vrrp_instance[VI_1] have one.");
    if (place->hits.empty())
        return fail("E0002", "There is no " + path.text() + " in this document.", "twinhelmctl add makes one.");
    return block(path, *place, plain);
}

Renamer::Edits Renamer::block(const Path &path, const Location &place, const std::string &name) const
{
    const auto &tree = context_.tree();
    const auto &keyword = path.steps.back().keyword;
    const auto old = plainWords(context_.arguments(place.hits.front().index));
    if (old == name)
        return std::vector<TextEdit>{};
    const auto proper = place.row ? properKeyword(*place.row) : std::string_view(keyword);
    for (const auto &hit : place.hits) {
        for (const auto child : tree.children(hit.parent)) {
            const auto &node = tree.nodes()[child];
            const auto *row = place.outer ? schema::find(*place.outer, tree.keyword(node)) : nullptr;
            const auto other = row ? properKeyword(*row) : tree.keyword(node);
            if (node.isBlock() && other == proper && plainWords(context_.arguments(child)) == name)
                return fail("E0007",
                            "There is a " + keyword + ' ' + name + " already, in line " +
                                std::to_string(context_.lineOf(node.range.begin)) + '.',
                            "Pick another name, or remove that one first.");
        }
    }
    if (const auto hidden = insideDefinitions(old); !hidden.empty())
        return fail("E0006",
                    old + " also stands in the value of a definition (" + linesOf(context_, hidden) +
                        "), where it cannot be told whether it is this name.",
                    "Rename it as text, there as well.");
    Step header{keyword, {{name, 0}}};
    const auto written = Layout::header(header, place.row).substr(keyword.size() + 1);
    std::vector<TextEdit> out;
    for (const auto &hit : place.hits) {
        const auto words = tree.arguments(tree.nodes()[hit.index]);
        if (words.empty())
            return fail("E0008", path.text() + " has no name yet.", "Write it behind the keyword.");
        out.push_back({{tree.file(), words.front().range.begin, words.back().range.end}, written});
    }
    for (const auto &reference : references(tree)) {
        const auto &word = tree.words(tree.nodes()[reference.statement])[reference.word];
        if (reference.block == proper && tree.value(word) == old)
            out.push_back({word.range, written});
    }
    return out;
}

/// Where the word stands in values of definitions.
std::vector<SourceRange> Renamer::insideDefinitions(std::string_view word) const
{
    std::vector<SourceRange> out;
    const auto &tree = context_.tree();
    if (tree.text().find('$') == std::string_view::npos)
        return out;
    for (const auto &token : tree.tokens()) {
        if (token.kind != TokenKind::DefinitionText)
            continue;
        const SourceRange range{tree.file(), token.begin, token.end};
        const auto value = ' ' + plainWords(tree.text(range)) + ' ';
        if (value.find(' ' + std::string(word) + ' ') != std::string::npos)
            out.push_back(range);
    }
    return out;
}

Renamer::Edits Renamer::definition(const Path &path, const Location &place, std::string_view name) const
{
    if (name.starts_with('$'))
        name.remove_prefix(1);
    if (name.empty() || !isNameStart(name.front()) || !std::all_of(name.begin(), name.end(), isNameCharacter))
        return fail("E0008", std::string(name) + " cannot be a definition's name.",
                    "Letters, digits and _ make it: $PRIORITY.");
    if (place.hits.empty())
        return fail("E0002", path.text() + " is not defined in this document.", "twinhelmctl add defines it.");
    const auto old = std::string_view(path.steps.front().keyword).substr(1);
    if (old == name)
        return std::vector<TextEdit>{};
    if (const auto other = definitionUse(context_, name); !other.definitions.empty() || !other.uses.empty())
        return fail("E0007", '$' + std::string(name) + " is defined or used already.", "Pick another name.");
    const auto use = definitionUse(context_, old);
    std::vector<TextEdit> out;
    const auto &tree = context_.tree();
    for (const auto &one : use.definitions) {
        const auto begin = tree.words(tree.nodes()[one.index]).front().range.begin + 1;
        out.push_back({{tree.file(), begin, begin + static_cast<std::uint32_t>(old.size())}, std::string(name)});
    }
    for (auto range : use.uses) {
        range.begin += tree.text()[range.begin + 1] == '{' ? 2 : 1;
        range.end = range.begin + static_cast<std::uint32_t>(old.size());
        out.push_back({range, std::string(name)});
    }
    return out;
}

} // namespace twinhelm::config::edit
