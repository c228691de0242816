#include "common/config/edit/adder.h"

#include <algorithm>

#include "common/base/joined.h"
#include "common/config/edit/definition_place.h"
#include "common/config/edit/references.h"
#include "common/config/syntax/lexer.h"

namespace twinhelm::config::edit
{

tl::unexpected<Error> Adder::isThere(const Path &path, const Hit &hit) const
{
    const auto line = context_.lineOf(context_.tree().nodes()[hit.index].range.begin);
    return fail("E0007", path.text() + " is there already, in line " + std::to_string(line) + ", and says otherwise.",
                "Change it with set, or remove it first with unset.");
}

/// Whether a block has all of these statements already.
bool Adder::holds(const Hit &hit, const std::vector<std::string> &body) const
{
    std::vector<std::string> has;
    const auto &tree = context_.tree();
    for (const auto child : tree.children(hit.index)) {
        if (!tree.nodes()[child].isBlock())
            has.push_back(plainWords(context_.words(child)));
    }
    return std::all_of(body.begin(), body.end(), [&](const std::string &text) {
        return std::find(has.begin(), has.end(), plainWords(text)) != has.end();
    });
}

Adder::Edits Adder::appendLines(const Location &place, const Audience &wanted,
                                const std::function<Lines(const Audience &)> &make,
                                std::string_view besideKeyword) const
{
    std::vector<TextEdit> out;
    const auto &tree = context_.tree();
    for (const auto &parent : place.parents) {
        const auto here = both(wanted, parent.audience);
        if (!any(here))
            continue;
        auto lines = make(here);
        if (!lines)
            return tl::unexpected(lines.error());
        for (auto step = place.missing.rbegin(); step != place.missing.rend(); ++step) {
            const auto condition = layout_.condition(parent.audience);
            if (!condition)
                return tl::unexpected(condition.error());
            lines = layout_.block(*condition, Layout::header(*step, nullptr), *lines);
        }
        const bool top = parent.index == SyntaxNode::none;
        const auto *row = top ? schema::find(std::string_view(), besideKeyword) : nullptr;
        const auto high = row ? definitionPlace(tree, properKeyword(*row)) : DefinitionPlace{};
        if (high.behind == SyntaxNode::none && high.before != SyntaxNode::none) {
            lines->emplace_back();
            out.push_back(context_.lines().insertBefore(high.before, *lines));
            continue;
        }
        auto beside = high.behind;
        for (const auto child : tree.children(parent.index)) {
            if (high.behind == SyntaxNode::none && !besideKeyword.empty() &&
                tree.keyword(tree.nodes()[child]) == besideKeyword)
                beside = child;
        }
        if (beside != SyntaxNode::none) {
            if (top && tree.nodes()[beside].isBlock())
                lines->insert(lines->begin(), std::string());
            out.push_back(context_.lines().insertBehind(beside, *lines));
        } else {
            const bool apart =
                top && !tree.nodes().empty() && !tree.text().ends_with("\n\n") && !tree.text().ends_with("\n\r\n");
            if (apart && lines->size() > 1)
                lines->insert(lines->begin(), std::string());
            out.push_back(context_.lines().append(parent.index, *lines));
        }
    }
    return out;
}

Adder::Edits Adder::append(const Location &place, const Audience &wanted, const std::string &text) const
{
    return appendLines(
        place, wanted, [&](const Audience &here) { return Lines(writer_.linesFor(here, text)); },
        place.missing.empty() && place.kind == Location::Kind::Value ? std::string_view(text).substr(0, text.find(' '))
                                                                     : std::string_view());
}

Adder::Edits Adder::block(const Path &path, const Location &place, const Audience &wanted,
                          const std::vector<std::string> &body) const
{
    // Of blocks that have no names and may stand several times (checkers, url) another one is added.
    const bool another = place.row && place.row->many && place.row->arguments.starts_with('{');
    bool there = false;
    for (const auto &hit : place.hits) {
        const bool same = holds(hit, body);
        if (!same && !another)
            return isThere(path, hit);
        there = there || same;
    }
    if (there)
        return std::vector<TextEdit>{};
    const auto &step = path.steps.back();
    if (place.row && place.row->kind != schema::Kind::Block && place.row->kind != schema::Kind::ListBlock)
        return fail("E0008", step.keyword + " is no block.", "Use set " + path.text() + " VALUE.");
    if (std::any_of(step.selectors.begin(), step.selectors.end(), [](const Selector &one) { return one.number > 0; }))
        return fail("E0008", "A new block needs a name, not a number.", "Write " + step.keyword + "[NAME].");
    const bool nameless = !place.row || place.row->arguments.starts_with('{');
    if (!nameless && step.selectors.empty())
        return fail("E0008", "A " + step.keyword + " needs a name.", "Write " + step.keyword + "[NAME].");
    const auto header = Layout::header(step, place.row);
    if (header.find_first_of(std::string_view("\n\r\0", 3)) != std::string::npos)
        return fail("E0001", "A name cannot have a line end or a NUL byte.", "Give it another name.");
    return appendLines(
        place, wanted,
        [&](const Audience &here) -> Lines {
            const auto condition = layout_.condition(here);
            if (!condition)
                return tl::unexpected(condition.error());
            std::vector<std::string> inside;
            for (const auto &text : body) {
                auto lines = layout_.lines(text, *condition);
                if (!lines)
                    return lines;
                inside.insert(inside.end(), lines->begin(), lines->end());
            }
            return layout_.block(*condition, header, inside);
        },
        step.keyword);
}

Adder::Edits Adder::entry(const Path &path, const Location &place, const Audience &wanted,
                          const std::vector<std::string> &body) const
{
    if (place.name.empty())
        return fail("E0008", "The path must say what the new entry is.",
                    "Write it in brackets: " + path.steps.back().keyword + "[10.0.0.9/24 dev eth0].");
    const auto text = place.name + (body.empty() ? "" : ' ' + joined(body, " "));
    if (auto error = cannotStand(text))
        return tl::unexpected(std::move(*error));
    auto missing = wanted;
    const Hit *other = nullptr;
    for (const auto &hit : place.hits) {
        const auto says = hit.wholeLine ? plainWords(context_.words(hit.index)) : place.name;
        if (says == plainWords(text))
            missing = without(missing, hit.audience);
        else if (says.substr(0, says.find(' ')) == text.substr(0, text.find(' ')))
            other = &hit;
    }
    if (!any(missing))
        return std::vector<TextEdit>{};
    if (other)
        return isThere(path, *other);
    return append(place, missing, text);
}

Adder::Edits Adder::statement(const Path &path, const Location &place, const Audience &wanted,
                              const std::vector<std::string> &body) const
{
    const auto value = joined(body, " ");
    if (auto error = cannotStand(value))
        return tl::unexpected(std::move(*error));
    auto missing = wanted;
    const Hit *other = nullptr;
    for (const auto &hit : place.hits) {
        if (plainWords(context_.arguments(hit.index)) == plainWords(value))
            missing = without(missing, hit.audience);
        else if (any(both(hit.audience, wanted)))
            other = &hit;
    }
    if (!any(missing))
        return std::vector<TextEdit>{};
    if (other && (!place.row || !place.row->many))
        return isThere(path, *other);
    return append(place, missing, path.steps.back().keyword + (value.empty() ? "" : " ") + value);
}

Adder::Edits Adder::definition(const Path &path, const Location &place, const Audience &wanted,
                               const std::vector<std::string> &body) const
{
    const auto &name = path.steps.back().keyword;
    const auto text = name + '=' + joined(body, " ");
    if (auto error = cannotStand(joined(body, " ")))
        return tl::unexpected(std::move(*error));
    if (name.size() < 2 || !std::all_of(name.begin() + 1, name.end(), [](char c) { return isNameCharacter(c); }) ||
        !isNameStart(name[1]))
        return fail("E0008", name + " cannot be a definition's name.", "Letters, digits and _ make it: $PRIORITY.");
    for (const auto &hit : place.hits) {
        if (context_.arguments(hit.index) != joined(body, " "))
            return isThere(path, hit);
    }
    if (!place.hits.empty())
        return std::vector<TextEdit>{};
    const auto lines = writer_.linesFor(wanted, text);
    const auto &tree = context_.tree();
    // A definition counts from its line on, so it goes to the others at the top, or in front of everything.
    const auto &nodes = tree.nodes();
    if (nodes.empty())
        return std::vector<TextEdit>{context_.lines().append(SyntaxNode::none, lines)};
    std::uint32_t last = SyntaxNode::none;
    for (std::uint32_t at = 0; at < nodes.size() && tree.keyword(nodes[at]).starts_with('$'); ++at)
        last = at;
    return std::vector<TextEdit>{last == SyntaxNode::none ? context_.lines().insertBefore(0, lines)
                                                          : context_.lines().insertBehind(last, lines)};
}

} // namespace twinhelm::config::edit
