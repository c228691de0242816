#include "common/config/edit/secrets.h"

#include <algorithm>
#include <set>

#include "common/config/expand/definitions.h"
#include "common/config/schema/schema.h"
#include "common/diagnostics/mask_secrets.h"

namespace twinhelm::config::edit
{

namespace
{

class Walker
{
public:
    explicit Walker(const SyntaxTree &tree) : tree_(tree) {}

    std::vector<SourceRange> run()
    {
        inside(SyntaxNode::none, schema::findBlock(""));
        definitions();
        std::sort(out_.begin(), out_.end());
        return std::move(out_);
    }

private:
    void inside(std::uint32_t block, const schema::Block *context)
    {
        const auto &nodes = tree_.nodes();
        const auto end = block == SyntaxNode::none ? static_cast<std::uint32_t>(nodes.size()) : nodes[block].end;
        for (auto at = block == SyntaxNode::none ? 0 : block + 1; at < end; at = nodes[at].end) {
            const auto &node = nodes[at];
            const auto keyword = tree_.keyword(node);
            const auto found = context && !context->entries ? schema::lookUp(*context, keyword) : schema::Found{};
            const bool anywhere = !context && isSecretSomewhere(keyword); // in a block that nobody knows
            if ((found.keyword && found.keyword->kind == schema::Kind::Secret) || anywhere)
                hide(tree_.arguments(node));
            if (node.isBlock())
                inside(at, found.inner);
        }
    }

    static bool isSecretSomewhere(std::string_view keyword)
    {
        const auto paths = schema::blocksWith(keyword);
        return std::any_of(paths.begin(), paths.end(), [&](std::string_view path) {
            return schema::find(path, keyword)->kind == schema::Kind::Secret;
        });
    }

    void hide(std::span<const SyntaxWord> words)
    {
        if (words.empty())
            return;
        const SourceRange range{tree_.file(), words.front().range.begin, words.back().range.end};
        const auto text = tree_.text(range);
        for (std::size_t from = 0; const auto found = Definitions::nextReference(text, from);) {
            names_.insert(found->name);
            from = found->begin + 1;
        }
        out_.push_back(range);
    }

    void definitions()
    {
        for (bool more = !names_.empty(); more;) { // a definition may refer to another
            const auto before = names_.size();
            const auto wanted = names_;
            for (const auto &node : tree_.nodes()) {
                const auto keyword = tree_.keyword(node);
                const bool named = keyword.size() > 2 && keyword.starts_with('$') && keyword.ends_with('=') &&
                                   wanted.contains(keyword.substr(1, keyword.size() - 2));
                if (named && done_.insert(node.range.begin).second)
                    hide(tree_.arguments(node));
            }
            more = names_.size() > before;
        }
    }

    const SyntaxTree &tree_;
    std::vector<SourceRange> out_;
    std::set<std::string_view> names_; ///< of definitions that hold secrets
    std::set<std::uint32_t> done_;
};

} // namespace

std::vector<SourceRange> secretRanges(const SyntaxTree &tree)
{
    return Walker(tree).run();
}

namespace
{

/// What the schema and the definitions tell.
std::string withoutKnownSecrets(std::string_view text)
{
    const auto tree = SyntaxTree::parse(std::string(text));
    std::string out;
    std::size_t at = 0;
    for (const auto &range : secretRanges(tree)) {
        if (range.begin < at)
            continue;
        out += text.substr(at, range.begin - at);
        out += secretMask;
        const auto hidden = text.substr(range.begin, range.end - range.begin);
        for (auto newline = hidden.find('\n'); newline != std::string_view::npos;
             newline = hidden.find('\n', newline + 1))
            out.append(1, '\n').append(secretMask);
        at = range.end;
    }
    return out.append(text.substr(at));
}

} // namespace

std::string masked(std::string_view text)
{
    const auto known = withoutKnownSecrets(text);
    std::string out;
    out.reserve(known.size());
    // Line by line for what only its looks give away: a misspelt keyword, a definition that nothing uses yet.
    for (std::string_view rest = known; !rest.empty();) {
        const auto end = rest.find('\n');
        std::size_t none = 0;
        std::size_t nothing = 0;
        const auto line = rest.substr(0, end);
        out += line.find(secretMask) == std::string_view::npos ? maskSecrets(line, none, nothing) : std::string(line);
        if (end != std::string_view::npos)
            out += '\n';
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    return out;
}

} // namespace twinhelm::config::edit
