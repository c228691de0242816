#include "common/config/edit/mover.h"

#include <algorithm>

namespace twinhelm::config::edit
{

Result<Hit> Mover::single(const Path &path) const
{
    auto place = Finder(context_).find(path, context_.audience().everyone());
    if (!place)
        return tl::unexpected(place.error());
    if (place->kind == Location::Kind::Option)
        return fail("E0008", path.text() + " is a word of an entry.", "Its entry can be moved.");
    if (place->hits.empty())
        return fail("E0002", "There is no " + path.text() + " in this document.", "Check the name with get.");
    if (place->hits.size() > 1)
        return fail("E0005", path.text() + " stands there several times.", "Say which one: " + path.text() + "[#1].");
    return std::move(place->hits.front());
}

/// The lines, each with `to` instead of its first `from` bytes of indentation.
std::string Mover::reindented(SourceRange lines, std::size_t from, const std::string &to) const
{
    std::string out;
    auto text = context_.tree().text(lines);
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
        auto line = text.substr(0, end);
        text.remove_prefix(end);
        const auto blanks = std::min(line.find_first_not_of(" \t"), line.size());
        line.remove_prefix(std::min(from, blanks));
        if (line.find_first_not_of("\r\n") != std::string_view::npos)
            out += to;
        out += line;
    }
    if (!out.ends_with('\n'))
        out += context_.lines().lineEnd();
    return out;
}

Result<std::vector<TextEdit>> Mover::moveWord(const Hit &hit, const Hit &target, Side side) const
{
    const auto &tree = context_.tree();
    const auto words = tree.words(tree.nodes()[hit.index]);
    auto range = words[hit.word].range;
    const std::string word(tree.text(range));
    if (hit.word > 0)
        range.begin = words[hit.word - 1].range.end;
    else if (words.size() > 1)
        range.end = words[1].range.begin;
    if (side == Side::Into)
        return std::vector<TextEdit>{{range, {}}, context_.lines().append(target.index, {word})};
    const auto other = tree.words(tree.nodes()[target.index])[target.word].range;
    const auto at = side == Side::Before ? other.begin : other.end;
    return std::vector<TextEdit>{{range, {}}, {{tree.file(), at, at}, side == Side::Before ? word + ' ' : ' ' + word}};
}

Result<std::vector<TextEdit>> Mover::move(const Path &what, Side side, const Path &where) const
{
    const auto hit = single(what);
    if (!hit)
        return tl::unexpected(hit.error());
    const auto target = single(where);
    if (!target)
        return tl::unexpected(target.error());
    const auto &tree = context_.tree();
    const auto &there = tree.nodes()[target->index];
    if (hit->index == target->index && hit->word == target->word)
        return std::vector<TextEdit>{};
    if (side == Side::Into && !there.isBlock())
        return fail("E0008", where.text() + " is no block.", "Name the block to move it into.");
    if (target->index > hit->index && target->index < tree.nodes()[hit->index].end)
        return fail("E0008", where.text() + " is inside of " + what.text() + '.', "Name a place outside.");
    const auto readers = side == Side::Into ? target->audience : context_.audience().of(target->parent);
    if (any(without(hit->audience, readers)))
        return fail("E0009", what.text() + " is read by nodes that do not read the new place.",
                    "Move it once for each node.");
    if (!hit->wholeLine)
        return moveWord(*hit, *target, side);

    const auto lines = context_.lines().wholeLines(hit->index, true);
    if (lines.empty())
        return fail("E0009", what.text() + " shares its line with something else.",
                    "Put it on a line of its own first.");
    const auto from = context_.lines().indentOf(tree.nodes()[hit->index].range.begin).size();
    const auto indent =
        side == Side::Into ? context_.lines().childIndent(target->index) : context_.lines().indentOf(there.range.begin);
    const auto text = reindented(lines, from, indent);
    TextEdit insertion;
    if (side == Side::Into) {
        // An empty line as the only new one tells where new lines go.
        insertion = context_.lines().append(target->index, {std::string()});
        const auto lineEnd = indent + std::string(context_.lines().lineEnd());
        insertion.text.replace(insertion.text.find(lineEnd), lineEnd.size(), text);
    } else {
        const auto beside = context_.lines().wholeLines(target->index, true);
        if (beside.empty())
            return fail("E0009", where.text() + " shares its line with something else.",
                        "Put it on a line of its own first.");
        const auto at = side == Side::Before ? beside.begin : beside.end;
        if (at > lines.begin && at < lines.end)
            return std::vector<TextEdit>{};
        const bool open = side == Side::Behind && !tree.text().substr(0, at).ends_with('\n');
        insertion = {{tree.file(), at, at}, (open ? std::string(context_.lines().lineEnd()) : std::string()) + text};
    }
    if (insertion.range.begin == lines.begin || insertion.range.begin == lines.end) {
        if (text == tree.text(lines))
            return std::vector<TextEdit>{};
    }
    return std::vector<TextEdit>{{lines, {}}, std::move(insertion)};
}

} // namespace twinhelm::config::edit
