#include "common/config/edit/statement_writer.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "common/config/syntax/lexer.h"

namespace twinhelm::config
{

namespace
{

auto firstOf(const Audience &audience)
{
    return std::find(audience.begin(), audience.end(), true) - audience.begin();
}

void addAll(std::vector<TextEdit> &to, std::vector<TextEdit> from)
{
    std::move(from.begin(), from.end(), std::back_inserter(to));
}

/// Of two edits at one place nobody could tell which comes first, so an insertion becomes a part of its neighbour.
std::vector<TextEdit> unambiguous(std::vector<TextEdit> edits)
{
    std::stable_sort(edits.begin(), edits.end(),
                     [](const TextEdit &a, const TextEdit &b) { return a.range.begin < b.range.begin; });
    std::vector<TextEdit> out;
    for (auto &edit : edits) {
        const bool together = !out.empty() && out.back().range.empty() && out.back().range.begin == edit.range.begin;
        if (together) {
            out.back().range.end = edit.range.end;
            out.back().text += edit.text;
        } else {
            out.push_back(std::move(edit));
        }
    }
    return out;
}

} // namespace

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
    for (std::size_t at = 0; at < value.size(); ++at) {
        if (value[at] == '"')
            quoted = !quoted;
        const auto reference = value.substr(at).starts_with("${") ? value.find('}', at) : std::string_view::npos;
        if (reference != std::string_view::npos)
            at = reference;
        else if (!quoted && (value[at] == '{' || value[at] == '}'))
            return refuse("a brace opens or closes a block.");
    }
    return std::nullopt;
}

std::vector<std::string> StatementWriter::linesFor(const Audience &audience, const std::string &text) const
{
    std::vector<std::string> out;
    if (!any(audience))
        return out;
    for (const auto &prefix : context_.audience().prefixes(audience))
        out.push_back(prefix + text);
    return out;
}

std::string StatementWriter::compose(const Wording &wording, std::optional<std::uint32_t> like) const
{
    if (wording.value.empty())
        return wording.keyword;
    std::string between = wording.keyword.ends_with('=') ? "" : " ";
    if (like) {
        const auto &tree = context_.tree();
        const auto words = tree.words(tree.nodes()[*like]);
        if (words.size() > 1)
            between = tree.text({tree.file(), words[0].range.end, words[1].range.begin});
        // A quote may stand right behind the keyword, nothing else may.
        if (between.empty() && !wording.keyword.ends_with('=') && !wording.value.starts_with('"'))
            between = " ";
    }
    return wording.keyword + between + wording.value;
}

/// The statement that stays: one that nobody else reads, best one that says the same already, then the one with a
/// comment behind it.
std::optional<std::size_t> StatementWriter::survivor(const std::vector<Statement> &affected, const Audience &wanted,
                                                     const Wording &wording) const
{
    std::optional<std::size_t> best;
    std::tuple<bool, std::size_t> merit;
    for (std::size_t i = 0; i < affected.size(); ++i) {
        if (any(without(affected[i].audience, wanted)))
            continue;
        const std::tuple mine{context_.arguments(affected[i].index) == wording.value,
                              context_.lines().tail(affected[i].index)};
        if (!best || mine > merit) {
            best = i;
            merit = mine;
        }
    }
    return best;
}

std::vector<TextEdit> StatementWriter::set(std::uint32_t block, const std::vector<Statement> &affected,
                                           const Audience &wanted, const Wording &wording,
                                           std::optional<std::uint32_t> sibling) const
{
    const auto &lines = context_.lines();
    if (affected.empty()) {
        const auto fresh = linesFor(wanted, compose(wording, sibling));
        if (fresh.empty())
            return {};
        return {sibling ? lines.insertBehind(*sibling, fresh) : lines.append(block, fresh)};
    }
    const auto mine = linesFor(wanted, compose(wording, affected.front().index));
    const auto kept = survivor(affected, wanted, wording);
    std::vector<TextEdit> out;
    bool written = kept.has_value();
    for (std::size_t i = 0; i < affected.size(); ++i) {
        const auto &one = affected[i];
        if (kept && i == *kept) {
            addAll(out, lines.replace(one.index, linesFor(wanted, compose(wording, one.index)), 0));
            continue;
        }
        const auto rest = without(one.audience, wanted);
        auto stay = linesFor(rest, context_.words(one.index));
        std::size_t keep = 0;
        if (!written && !stay.empty()) {
            const bool first = firstOf(wanted) < firstOf(rest);
            stay.insert(first ? stay.begin() : stay.end(), mine.begin(), mine.end());
            keep = first ? mine.size() : 0;
            written = true;
        }
        addAll(out, lines.replace(one.index, stay, keep));
    }
    return unambiguous(std::move(out));
}

std::vector<TextEdit> StatementWriter::remove(const std::vector<Statement> &affected, const Audience &wanted) const
{
    std::vector<TextEdit> out;
    for (const auto &one : affected) {
        const auto stay = linesFor(without(one.audience, wanted), context_.words(one.index));
        addAll(out, context_.lines().replace(one.index, stay, 0));
    }
    return unambiguous(std::move(out));
}

std::vector<TextEdit> StatementWriter::split(const Statement &shared) const
{
    std::vector<std::string> each;
    const auto &nodes = context_.audience().nodes();
    for (std::size_t i = 0; i < shared.audience.size(); ++i) {
        if (shared.audience[i] && !nodes[i].empty())
            each.push_back('@' + nodes[i] + ' ' + context_.words(shared.index));
    }
    if (each.empty())
        return {};
    return unambiguous(context_.lines().replace(shared.index, each, each.size() - 1));
}

} // namespace twinhelm::config
