#include "common/config/edit/finder.h"

#include <algorithm>

#include "common/config/schema/spelling.h"

namespace twinhelm::config::edit
{

namespace
{

constexpr std::size_t mostListed = 8;

/// How well an entry or header answers to a name: 3 all of it, 2 its first words, 1 an address without its length.
int fit(std::string_view text, std::string_view name)
{
    if (text == name)
        return 3;
    if (text.starts_with(name) && text[name.size()] == ' ')
        return 2;
    const auto first = text.substr(0, text.find(' '));
    return name.find('/') == std::string_view::npos && first.substr(0, first.find('/')) == name ? 1 : 0;
}

bool takesNoName(const schema::Keyword *row)
{
    return row != nullptr && row->arguments.starts_with('{');
}

} // namespace

bool overlap(const std::vector<Hit> &hits)
{
    for (std::size_t i = 0; i < hits.size(); ++i) {
        for (std::size_t j = i + 1; j < hits.size(); ++j) {
            if (any(both(hits[i].audience, hits[j].audience)))
                return true;
        }
    }
    return false;
}

bool Location::isListOfWords() const
{
    return list != nullptr && list->more.size() == 1 && list->more.front().repeats;
}

struct Finder::Walk {
    const Path &path;
    const Audience &wanted;
    const schema::Block *inside = schema::findBlock("");
    Location out;
    bool toAdd = false; ///< what is there under the last step does not stand in the way
};

std::string Finder::nameOf(const Hit &hit) const
{
    const auto &node = context_.tree().nodes()[hit.index];
    if (!hit.wholeLine)
        return std::string(context_.tree().value(context_.tree().words(node)[hit.word]));
    return plainWords(node.isBlock() ? context_.arguments(hit.index) : context_.words(hit.index));
}

std::vector<Hit> Finder::children(const Walk &walk, const std::string &keyword, bool blocks) const
{
    std::vector<Hit> out;
    const auto &tree = context_.tree();
    for (const auto &parent : walk.out.parents) {
        for (const auto child : tree.children(parent.index)) {
            const auto &node = tree.nodes()[child];
            if (node.isBlock() != blocks || tree.keyword(node) != keyword || context_.audience().isOtherHeader(child))
                continue;
            Hit hit{parent.index, child, context_.audience().of(child), 0, true};
            if (any(both(hit.audience, walk.wanted)))
                out.push_back(std::move(hit));
        }
    }
    return out;
}

Result<void> Finder::pick(const Walk &walk, std::size_t number, const std::vector<Selector> &selectors,
                          std::vector<Hit> &hits) const
{
    const auto all = hits;
    for (const auto &selector : selectors) {
        if (selector.number > 0) {
            if (selector.number > hits.size())
                return noSuch(walk, number, '#' + std::to_string(selector.number), hits);
            hits = {hits[selector.number - 1]};
            continue;
        }
        int best = 1;
        for (const auto &hit : hits)
            best = std::max(best, fit(nameOf(hit), selector.name));
        std::erase_if(hits, [&](const Hit &hit) { return fit(nameOf(hit), selector.name) < best; });
    }
    return {};
}

Result<void> Finder::entries(Walk &walk, std::size_t number, const std::vector<Selector> &selectors) const
{
    auto &out = walk.out;
    const auto &tree = context_.tree();
    out.kind = Location::Kind::Entry;
    out.list = out.row;
    out.name = selectors.front().number > 0 ? "" : selectors.front().name;
    for (const auto &parent : out.missing.empty() ? out.parents : std::vector<Statement>{}) {
        for (const auto child : tree.children(parent.index)) {
            const auto &node = tree.nodes()[child];
            const auto audience = context_.audience().of(child);
            if (node.isBlock() || !any(both(audience, walk.wanted)))
                continue;
            const auto count = out.isListOfWords() ? node.wordCount : 1;
            for (std::uint32_t word = 0; word < count; ++word)
                out.hits.push_back({parent.index, child, audience, word, count == 1});
        }
    }
    const auto all = out.hits;
    if (auto picked = pick(walk, number, selectors, out.hits); !picked)
        return picked;
    if (overlap(out.hits) && selectors.back().number == 0)
        return several(walk, number, out.hits);
    if (number + 1 == walk.path.steps.size())
        return {};
    if (number + 2 < walk.path.steps.size() || !walk.path.steps[number + 1].selectors.empty())
        return fail("E0008", walk.path.text(number + 2) + " has no further parts.",
                    "An entry has words, and they have values: " + walk.path.text(number + 1) + "/dev.");
    if (out.hits.empty())
        return noSuch(walk, number, out.name, all);
    const auto &option = walk.path.steps[number + 1].keyword;
    out.kind = Location::Kind::Option;
    out.outer = walk.inside;
    out.row = walk.inside ? schema::find(*walk.inside, option) : nullptr;
    return out.row ? Result<void>{} : unknownKeyword(walk, number + 1);
}

Result<void> Finder::value(Walk &walk, std::size_t number) const
{
    auto &out = walk.out;
    const auto &step = walk.path.steps[number];
    out.kind = Location::Kind::Value;
    out.hits = out.missing.empty() ? children(walk, step.keyword, false) : std::vector<Hit>{};
    if (!out.row && out.hits.empty())
        return unknownKeyword(walk, number);
    if (number + 1 < walk.path.steps.size())
        return fail("E0008", step.keyword + " is a value; it has no parts.",
                    "End the path at " + walk.path.text(number + 1) + '.');
    if (step.selectors.empty())
        return {};
    const auto all = out.hits;
    for (const auto &selector : step.selectors) {
        if (selector.number > 0) {
            if (auto picked = pick(walk, number, {selector}, out.hits); !picked)
                return picked;
            continue;
        }
        std::erase_if(out.hits, [&](const Hit &hit) {
            return fit(plainWords(context_.arguments(hit.index)), selector.name) < 2;
        });
    }
    return {};
}

Result<void> Finder::enter(Walk &walk, std::size_t number) const
{
    auto &out = walk.out;
    const auto &step = walk.path.steps[number];
    out.outer = walk.inside;
    out.row = walk.inside && !walk.inside->entries ? schema::find(*walk.inside, step.keyword) : nullptr;
    auto hits = out.missing.empty() ? children(walk, step.keyword, true) : std::vector<Hit>{};
    const bool block = out.row ? out.row->opensBlock() : !hits.empty();
    if (!block)
        return value(walk, number);

    const bool list = out.row && out.row->kind == schema::Kind::ListBlock;
    auto names = step.selectors;
    std::vector<Selector> entry;
    if (list) { // the first name is the block's own, if it has one
        const auto own = takesNoName(out.row) ? 0 : std::min<std::size_t>(names.size(), 1);
        const auto more = own == 1 && names[0].number == 0 && names.size() > 1 && names[1].number > 0 ? 1U : 0U;
        entry.assign(names.begin() + static_cast<std::ptrdiff_t>(own + more), names.end());
        names.resize(own + more);
    }
    const auto all = hits;
    out.name = names.empty() ? "" : names.front().name;
    if (takesNoName(out.row) && !out.name.empty())
        return fail("E0008", step.keyword + " has no name, but the path gives it " + out.name + '.',
                    "Write " + (number > 0 ? walk.path.text(number) + '/' : "") + step.keyword + '.');
    if (auto picked = pick(walk, number, names, hits); !picked)
        return picked;
    std::erase_if(hits, [&](const Hit &hit) { return !out.name.empty() && fit(nameOf(hit), out.name) < 3; });
    const bool last = number + 1 == walk.path.steps.size() && entry.empty();
    const bool chosen = !names.empty() && names.back().number > 0;
    const bool another = walk.toAdd && takesNoName(out.row) && out.row->many;
    if (overlap(hits) && !chosen && ((last && !another) || !takesNoName(out.row)))
        return several(walk, number, hits);
    if (last) {
        out.kind = Location::Kind::Block;
        out.hits = std::move(hits);
        return {};
    }
    walk.inside = walk.inside ? schema::innerBlock(*walk.inside, step.keyword) : nullptr;
    if (hits.empty()) {
        if (!takesNoName(out.row))
            return noSuch(walk, number, out.name, all);
        out.missing.push_back({step.keyword, {}});
    } else {
        out.parents.clear();
        for (auto &hit : hits)
            out.parents.push_back({hit.index, std::move(hit.audience)});
    }
    return entry.empty() ? Result<void>{} : entries(walk, number, entry);
}

Result<Location> Finder::definition(const Path &path, const Audience &wanted) const
{
    if (path.steps.size() > 1 || !path.steps.front().selectors.empty())
        return fail("E0008", "A definition has neither parts nor a name in brackets.",
                    "Write " + path.steps.front().keyword + '.');
    Location out;
    out.kind = Location::Kind::Definition;
    const auto &tree = context_.tree();
    const auto keyword = path.steps.front().keyword + '=';
    for (std::uint32_t i = 0; i < tree.nodes().size(); ++i) {
        if (tree.keyword(tree.nodes()[i]) != keyword)
            continue;
        Hit hit{tree.nodes()[i].parent, i, context_.audience().of(i), 0, true};
        if (any(both(hit.audience, wanted)))
            out.hits.push_back(std::move(hit));
    }
    out.parents.push_back({SyntaxNode::none, context_.audience().everyone()});
    return out;
}

Result<Location> Finder::find(const Path &path, const Audience &wanted) const
{
    return go({path, wanted, schema::findBlock(""), {}});
}

Result<Location> Finder::findForNew(const Path &path, const Audience &wanted) const
{
    return go({path, wanted, schema::findBlock(""), {}, true});
}

Result<Location> Finder::go(Walk walk) const
{
    const auto &path = walk.path;
    if (path.steps.front().keyword.starts_with('$'))
        return definition(path, walk.wanted);
    walk.out.parents.push_back({SyntaxNode::none, context_.audience().everyone()});
    for (std::size_t i = 0; i < path.steps.size(); ++i) {
        if (auto entered = enter(walk, i); !entered)
            return tl::unexpected(entered.error());
        if (walk.out.kind == Location::Kind::Option || (walk.out.list && i + 1 == path.steps.size()))
            break;
    }
    return std::move(walk.out);
}

tl::unexpected<Error> Finder::unknownKeyword(const Walk &walk, std::size_t number) const
{
    const auto &word = walk.path.steps[number].keyword;
    const auto where = number == 0 ? std::string("The top level") : walk.path.steps[number - 1].keyword;
    std::string mend;
    if (walk.inside) {
        if (const auto near = schema::suggest(*walk.inside, word); near.keyword) {
            mend = "Did you mean " + std::string(near.keyword->name) + '?';
            if (near.block != walk.inside)
                mend += " It stands in " +
                        (near.block->path.empty() ? "the top level" : std::string(near.block->path)) + '.';
        } else {
            mend = "docs/keywords lists what it may contain.";
        }
    } else {
        mend = "This block is none of keepalived's own, so only what stands in it can be named.";
    }
    return fail("E0004", where + " has no keyword " + word + '.', mend);
}

tl::unexpected<Error> Finder::noSuch(const Walk &walk, std::size_t number, const std::string &wanted,
                                     const std::vector<Hit> &others) const
{
    const auto &keyword = walk.path.steps[number].keyword;
    const auto where = number == 0 ? std::string("this document") : walk.path.text(number);
    std::string mend;
    const Hit *nearest = nullptr;
    auto nearestSteps = static_cast<unsigned>(std::max<std::size_t>(3, wanted.size()));
    for (std::size_t i = 0; i < others.size(); ++i) {
        const auto name = nameOf(others[i]);
        if (i < mostListed)
            mend += (i == 0 ? "There are: " : ", ") + (name.empty() ? "one without a name" : name) + " (line " +
                    std::to_string(context_.lineOf(context_.tree().nodes()[others[i].index].range.begin)) + ')';
        const auto steps = schema::spellingDistance(name, wanted, nearestSteps);
        if (!wanted.empty() && steps < nearestSteps) {
            nearest = &others[i];
            nearestSteps = steps;
        }
    }
    if (others.size() > mostListed)
        mend += " and " + std::to_string(others.size() - mostListed) + " more";
    mend += others.empty() ? "There is none of it; twinhelmctl add makes one." : ".";
    if (nearest)
        mend = "Did you mean " + nameOf(*nearest) + "? " + mend;
    return fail("E0002", "There is no " + keyword + (wanted.empty() ? "" : ' ' + wanted) + " in " + where + '.', mend);
}

tl::unexpected<Error> Finder::several(const Walk &walk, std::size_t number, const std::vector<Hit> &hits) const
{
    const auto &step = walk.path.steps[number];
    std::string lines;
    for (std::size_t i = 0; i < std::min(hits.size(), mostListed); ++i) {
        const auto name = nameOf(hits[i]);
        lines += (i == 0 ? "" : ", ") + (name.empty() ? std::string() : name + " in ") + "line " +
                 std::to_string(context_.lineOf(context_.tree().nodes()[hits[i].index].range.begin));
    }
    if (hits.size() > mostListed)
        lines += " and " + std::to_string(hits.size() - mostListed) + " more";
    const bool named = nameOf(hits[0]) != nameOf(hits[1]);
    const auto example = named ? '[' + nameOf(hits[0]) + ']' : std::string("[#2]");
    return fail("E0005", walk.path.text(number + 1) + " fits " + std::to_string(hits.size()) + " times: " + lines + '.',
                "Say which one: " + (number > 0 ? walk.path.text(number) + '/' : std::string()) + step.keyword +
                    (!named && !step.selectors.empty() ? '[' + step.selectors.front().name + ']' : "") + example + '.');
}

} // namespace twinhelm::config::edit
