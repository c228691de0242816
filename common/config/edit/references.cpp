#include "common/config/edit/references.h"

#include <algorithm>

namespace twinhelm::config::edit
{

namespace
{

class Walker
{
public:
    explicit Walker(const SyntaxTree &tree) : tree_(tree) {}

    std::vector<Reference> run()
    {
        inside(SyntaxNode::none, schema::findBlock(""), nullptr);
        return std::move(out_);
    }

private:
    /// `list`: the row of the list block that we are in.
    void inside(std::uint32_t block, const schema::Block *context, const schema::Keyword *list)
    {
        const auto &nodes = tree_.nodes();
        const auto end = block == SyntaxNode::none ? static_cast<std::uint32_t>(nodes.size()) : nodes[block].end;
        for (auto at = block == SyntaxNode::none ? 0 : block + 1; at < end; at = nodes[at].end) {
            if (list)
                entry(at, *list, context);
            else if (context)
                statement(at, *context);
        }
    }

    void statement(std::uint32_t at, const schema::Block &context)
    {
        const auto &node = tree_.nodes()[at];
        const auto found = schema::lookUp(context, tree_.keyword(node));
        if (!found.keyword)
            return;
        const auto &row = *found.keyword;
        if (row.kind == schema::Kind::ListBlock) {
            inside(at, found.inner, &row);
            return;
        }
        if (!row.refersTo.empty())
            add(at, 1, row.refersTo);
        arguments(at, 1, row.more);
        if (node.isBlock() && found.inner)
            inside(at, found.inner, nullptr);
    }

    void entry(std::uint32_t at, const schema::Keyword &list, const schema::Block *options)
    {
        arguments(at, 0, list.more);
        const auto words = tree_.words(tree_.nodes()[at]);
        for (std::uint32_t i = 1; options && i < words.size(); ++i) {
            const auto *option = schema::find(*options, tree_.value(words[i]));
            if (option && !option->refersTo.empty())
                add(at, i + 1, option->refersTo);
        }
    }

    /// Words by their place, or behind a word of their own.
    void arguments(std::uint32_t at, std::uint32_t from, std::span<const schema::Argument> grammar)
    {
        const auto words = tree_.words(tree_.nodes()[at]);
        const auto isOwnWord = [&](std::string_view text) {
            return std::any_of(grammar.begin(), grammar.end(),
                               [&](const schema::Argument &one) { return one.word == text; });
        };
        auto place = from;
        for (const auto &one : grammar) {
            if (!one.word.empty()) {
                for (auto i = from; !one.refersTo.empty() && i < words.size(); ++i) {
                    if (tree_.value(words[i]) == one.word)
                        add(at, i + 1, one.refersTo);
                }
                continue;
            }
            const auto last = one.repeats ? static_cast<std::uint32_t>(words.size()) : place + 1;
            for (; place < last; ++place) {
                if (!one.refersTo.empty() && place < words.size() && !isOwnWord(tree_.value(words[place])))
                    add(at, place, one.refersTo);
            }
        }
    }

    void add(std::uint32_t statement, std::uint32_t word, std::string_view block)
    {
        const auto words = tree_.words(tree_.nodes()[statement]);
        if (word < words.size() && tree_.value(words[word]).find('$') == std::string_view::npos)
            out_.push_back({statement, word, block});
    }

    const SyntaxTree &tree_;
    std::vector<Reference> out_;
};

} // namespace

std::vector<Reference> references(const SyntaxTree &tree)
{
    return Walker(tree).run();
}

std::string_view properKeyword(const schema::Keyword &row)
{
    return row.aliasOf.empty() ? row.name : row.aliasOf;
}

} // namespace twinhelm::config::edit
