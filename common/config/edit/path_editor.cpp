#include "common/config/edit/path_editor.h"

#include <algorithm>
#include <iterator>

#include "common/config/edit/definition_use.h"
#include "common/config/edit/entry_words.h"
#include "common/config/edit/restrict.h"

namespace twinhelm::config::edit
{

namespace
{

using Kind = Location::Kind;

void addAll(std::vector<TextEdit> &to, std::vector<TextEdit> from)
{
    std::ranges::move(from, std::back_inserter(to));
}

/// A hit as the writer wants it.
std::vector<Statement> statementsOf(const std::vector<Hit> &hits, std::uint32_t parent, const Audience &wanted)
{
    std::vector<Statement> out;
    for (const auto &hit : hits) {
        if (hit.parent == parent && any(both(hit.audience, wanted)))
            out.push_back({hit.index, hit.audience});
    }
    return out;
}

std::string count(std::size_t number)
{
    return number == 1 ? "once" : std::to_string(number) + " times";
}

} // namespace

Result<Audience> PathEditor::audienceOf(const std::string &node) const
{
    const auto &audience = context_.audience();
    if (node.empty() || audience.knows(node))
        return audience.only(node);
    std::string known;
    for (const auto &one : audience.nodes())
        known += (known.empty() ? "" : ", ") + one; // one without a name is none
    return fail("E0003", "This document has no node named " + node + ".",
                known.empty() ? "It names no node at all; say which nodes the cluster has."
                              : "Its nodes are " + known + '.');
}

Result<Location> PathEditor::locate(const Path &path, const std::string &node) const
{
    const auto wanted = audienceOf(node);
    if (!wanted)
        return tl::unexpected(wanted.error());
    return finder_.find(path, *wanted);
}

PathEditor::Edits PathEditor::set(const Path &path, const std::string &node, std::string_view value,
                                  Written written) const
{
    const auto place = locate(path, node);
    if (!place)
        return tl::unexpected(place.error());
    if (auto error = cannotStand(value))
        return tl::unexpected(std::move(*error));
    const auto wanted = context_.audience().only(node);
    switch (place->kind) {
    case Kind::Value: return setValue(path, *place, wanted, value, written);
    case Kind::Entry: return setEntry(path, *place, wanted, value);
    case Kind::Option: return setOption(path, *place, wanted, value);
    case Kind::Definition: return setDefinition(path, *place, wanted, value);
    case Kind::Block: break;
    }
    return fail("E0008", path.text() + " is a block; it has no value of its own.",
                "Set one of its keywords (" + path.text() + "/...), or give the block another name with rename.");
}

PathEditor::Edits PathEditor::setValue(const Path &path, const Location &place, const Audience &wanted,
                                       std::string_view value, Written written) const
{
    const auto &keyword = path.steps.back().keyword;
    const Wording wording{keyword, std::string(value)};
    const bool chosen = !path.steps.back().selectors.empty();
    if (chosen && place.hits.empty())
        return fail("E0002", "There is no " + path.text() + '.', "twinhelmctl add makes one.");
    if (!chosen && place.row && place.row->many && place.hits.size() > 1 && overlap(place.hits))
        return fail("E0005", keyword + " stands " + count(place.hits.size()) + " there, and each counts.",
                    "Say which one: " + path.text() + "[#1].");
    if (!place.missing.empty())
        return adder_.append(place, wanted, keyword + (value.empty() ? "" : " ") + std::string(value));
    if (written == Written::WhereItStands) {
        if (auto edits = throughDefinition(path, place, wanted, value))
            return std::move(*edits);
    }
    std::vector<TextEdit> out;
    for (const auto &parent : place.parents) {
        auto here = both(wanted, parent.audience);
        const auto affected = statementsOf(place.hits, parent.index, here);
        if (chosen) // this line and no other
            here = affected.empty() ? Audience(here.size()) : both(here, affected.front().audience);
        if (!any(here))
            continue;
        std::optional<std::uint32_t> sibling;
        const auto &tree = context_.tree();
        for (const auto child : affected.empty() ? tree.children(parent.index) : std::vector<std::uint32_t>{}) {
            if (!tree.nodes()[child].isBlock() && tree.keyword(tree.nodes()[child]) == keyword)
                sibling = child;
        }
        addAll(out, writer_.set(parent.index, affected, here, wording, sibling));
    }
    return out;
}

std::optional<PathEditor::Edits> PathEditor::throughDefinition(const Path &path, const Location &place,
                                                               const Audience &wanted, std::string_view value) const
{
    if (hasReference(value)) // whoever writes a reference knows of it
        return std::nullopt;
    const auto found = std::find_if(place.hits.begin(), place.hits.end(), [&](const Hit &hit) {
        return any(both(hit.audience, wanted)) && hasReference(context_.arguments(hit.index));
    });
    if (found == place.hits.end())
        return std::nullopt;
    const auto old = context_.arguments(found->index);
    const auto refuse = [&](const std::string &why) -> Edits {
        return fail("E0006", path.text() + " is written " + old + "; " + why,
                    "Change what it refers to, or write the value where it stands (--in-place).");
    };
    const auto name = soleReference(old);
    if (name.empty())
        return refuse("only part of it comes from a definition.");
    const auto use = definitionUse(context_, name);
    if (use.definitions.empty())
        return refuse("this file does not define it.");
    std::vector<SourceRange> places;
    std::vector<Hit> definitions;
    for (const auto &one : use.definitions) {
        places.push_back(context_.tree().nodes()[one.index].range);
        definitions.push_back({context_.tree().nodes()[one.index].parent, one.index, one.audience, 0, true});
    }
    const auto defined = "$" + std::string(name) + " is defined in " + linesOf(context_, places);
    const bool several = std::any_of(use.definitions.begin(), use.definitions.end(), [&](const Statement &one) {
        return context_.tree().nodes()[one.index].wordCount > 2;
    });
    if (use.uses.size() != 1)
        return refuse(defined + " and used " + count(use.uses.size()) + " (" + linesOf(context_, use.uses) +
                      "), so other places would change too.");
    if (several || overlap(definitions))
        return refuse(defined + (several ? " as several lines." : ", and which of them counts depends on the order."));
    const auto affected = statementsOf(definitions, definitions.front().parent, wanted);
    return writer_.set(definitions.front().parent, affected, both(wanted, context_.audience().of(found->index)),
                       {'$' + std::string(name) + '=', std::string(value)}, definitions.back().index);
}

PathEditor::Edits PathEditor::setDefinition(const Path &path, const Location &place, const Audience &wanted,
                                            std::string_view value) const
{
    if (place.hits.empty())
        return fail("E0002", path.text() + " is not defined in this document.",
                    "twinhelmctl add FILE '" + path.text() + "' VALUE defines it.");
    const auto &tree = context_.tree();
    for (const auto &hit : place.hits) {
        if (tree.nodes()[hit.index].wordCount > 2)
            return fail("E0008", path.text() + " is a definition of several lines.", "Edit it as text.");
    }
    if (overlap(place.hits))
        return fail("E0005", path.text() + " is defined " + count(place.hits.size()) + '.',
                    "Each holds from its line on; edit them as text.");
    const auto parent = place.hits.front().parent;
    return writer_.set(parent, statementsOf(place.hits, parent, wanted), wanted,
                       {path.text() + '=', std::string(value)});
}

PathEditor::Edits PathEditor::setEntry(const Path &path, const Location &place, const Audience &wanted,
                                       std::string_view value) const
{
    if (place.hits.empty())
        return fail("E0002", "There is no entry " + place.name + " in " + path.text(path.steps.size()) + '.',
                    "twinhelmctl add makes one.");
    if (plainWords(value).empty())
        return fail("E0001", "An entry cannot be empty.", "Remove it with unset.");
    const auto space = std::min(value.find(' '), value.size());
    const Wording wording{std::string(value.substr(0, space)),
                          std::string(value.substr(std::min(space + 1, value.size())))};
    std::vector<TextEdit> out;
    for (const auto &hit : place.hits) {
        const auto here = both(hit.audience, wanted);
        if (!any(here))
            continue;
        if (hit.wholeLine) {
            addAll(out, writer_.set(hit.parent, {{hit.index, hit.audience}}, here, wording));
            continue;
        }
        if (here != hit.audience)
            return manyInOneLine(context_, hit);
        out.push_back({context_.tree().words(context_.tree().nodes()[hit.index])[hit.word].range, std::string(value)});
    }
    return out;
}

PathEditor::Edits PathEditor::setOption(const Path &path, const Location &place, const Audience &wanted,
                                        std::optional<std::string_view> value) const
{
    std::vector<TextEdit> out;
    for (const auto &hit : place.hits) {
        const auto here = both(hit.audience, wanted);
        if (!any(here))
            continue;
        const EntryWords entry(context_.words(hit.index), *place.outer);
        const auto text = entry.with(*place.row, value);
        if (!text)
            return fail("E0008", path.steps.back().keyword + " stands alone; it takes no value.",
                        "Set it to an empty value.");
        const auto space = std::min(text->find_first_of(" \t"), text->size());
        addAll(out, writer_.set(hit.parent, {{hit.index, hit.audience}}, here,
                                {text->substr(0, space), text->substr(std::min(space + 1, text->size()))}));
    }
    return out;
}

PathEditor::Edits PathEditor::remove(const Path &path, const std::string &node) const
{
    const auto place = locate(path, node);
    if (!place)
        return tl::unexpected(place.error());
    const auto wanted = context_.audience().only(node);
    if (place->kind == Kind::Option)
        return setOption(path, *place, wanted, std::nullopt);
    if (place->kind == Kind::Definition && !place->hits.empty()) {
        const auto use = definitionUse(context_, std::string_view(path.text()).substr(1));
        if (!use.uses.empty())
            return fail("E0006", path.text() + " is still used in " + linesOf(context_, use.uses) + '.',
                        "Write values in its place first, or the bare name would be left standing there.");
    }
    std::vector<TextEdit> out;
    for (const auto &hit : place->hits) {
        if (!hit.wholeLine) {
            auto edits = removeWord(hit, wanted);
            if (!edits)
                return edits;
            addAll(out, std::move(*edits));
        } else if (place->kind != Kind::Block) {
            addAll(out, writer_.remove({{hit.index, hit.audience}}, wanted));
        } else if (any(without(hit.audience, wanted))) {
            auto edits = restrictTo(context_, hit.index, without(hit.audience, wanted));
            if (!edits)
                return edits;
            addAll(out, std::move(*edits));
        } else {
            out.push_back(context_.lines().remove(hit.index));
        }
    }
    return out;
}

PathEditor::Edits PathEditor::removeWord(const Hit &hit, const Audience &wanted) const
{
    if (any(without(hit.audience, wanted)))
        return manyInOneLine(context_, hit);
    const auto words = context_.tree().words(context_.tree().nodes()[hit.index]);
    auto range = words[hit.word].range;
    if (hit.word > 0)
        range.begin = words[hit.word - 1].range.end;
    else
        range.end = words[1].range.begin;
    return std::vector<TextEdit>{{range, {}}};
}

PathEditor::Edits PathEditor::add(const Path &path, const std::string &node, const std::vector<std::string> &body) const
{
    const auto wanted = audienceOf(node);
    if (!wanted)
        return tl::unexpected(wanted.error());
    const auto place = finder_.findForNew(path, *wanted);
    if (!place)
        return tl::unexpected(place.error());
    switch (place->kind) {
    case Kind::Block: return adder_.block(path, *place, *wanted, body);
    case Kind::Entry: return adder_.entry(path, *place, *wanted, body);
    case Kind::Value: return adder_.statement(path, *place, *wanted, body);
    case Kind::Definition: return adder_.definition(path, *place, *wanted, body);
    case Kind::Option: break;
    }
    return fail("E0008", path.text() + " is a word of an entry.", "Use set for it.");
}

PathEditor::Edits PathEditor::split(const Path &path) const
{
    const auto place = locate(path, {});
    if (!place)
        return tl::unexpected(place.error());
    std::vector<TextEdit> out;
    for (const auto &hit : place->hits) {
        if (place->kind != Kind::Value && place->kind != Kind::Definition &&
            !(place->kind == Kind::Entry && hit.wholeLine))
            return fail("E0008", path.text() + " cannot be written once for each node.", "Name a value or an entry.");
        if (std::count(hit.audience.begin(), hit.audience.end(), true) > 1)
            addAll(out, writer_.split({hit.index, hit.audience}));
    }
    return out;
}

PathEditor::Edits PathEditor::join(const Path &path, const std::string &keep) const
{
    const auto place = locate(path, keep);
    if (!place)
        return tl::unexpected(place.error());
    if (place->hits.empty() || (place->kind != Kind::Value && place->kind != Kind::Definition))
        return fail("E0002", keep + " has no value at " + path.text() + " to share with the other nodes.",
                    "Pick a node that has one.");
    return set(path, {}, context_.arguments(place->hits.back().index), Written::InPlace);
}

} // namespace twinhelm::config::edit
