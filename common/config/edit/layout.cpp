#include "common/config/edit/layout.h"

#include <algorithm>

namespace twinhelm::config::edit
{

Result<std::string> Layout::condition(const Audience &audience) const
{
    const auto prefixes = context_.audience().prefixes(audience);
    if (prefixes.size() == 1)
        return prefixes.front();
    std::string names;
    for (const auto &prefix : prefixes)
        names += (names.empty() ? "" : ", ") + prefix.substr(1, prefix.size() - 2);
    return fail("E0009", "A block for " + names + " needs a condition of its own for each of them.",
                "keepalived's conditions name one node, or all but one: edit it once for each node.");
}

std::vector<std::string> Layout::block(const std::string &condition, const std::string &header,
                                       const std::vector<std::string> &inside) const
{
    auto out = context_.lines().opening(condition + header);
    for (const auto &line : inside)
        out.push_back(context_.lines().unit() + line);
    out.push_back(condition + '}');
    return out;
}

void Layout::outline(const SyntaxTree &tree, std::uint32_t block, const std::string &condition,
                     std::vector<std::string> &out) const
{
    for (const auto child : tree.children(block)) {
        const auto &node = tree.nodes()[child];
        const auto words = tree.words(node);
        const auto header =
            words.empty() ? std::string()
                          : std::string(tree.text({tree.file(), words.front().range.begin, words.back().range.end}));
        if (!node.isBlock()) {
            out.push_back(condition + header);
            continue;
        }
        std::vector<std::string> inside;
        outline(tree, child, condition, inside);
        for (auto &line : this->block(condition, header, inside))
            out.push_back(std::move(line));
    }
}

Result<std::vector<std::string>> Layout::lines(std::string_view text, const std::string &condition) const
{
    const auto tree = SyntaxTree::parse(std::string(text));
    const auto &nodes = tree.nodes();
    const bool open = std::any_of(nodes.begin(), nodes.end(),
                                  [](const SyntaxNode &node) { return node.isBlock() && node.close.empty(); });
    const auto quotes = std::count(text.begin(), text.end(), '"');
    const bool odd = std::any_of(tree.tokens().begin(), tree.tokens().end(), [](const Token &token) {
        return token.kind == TokenKind::Invalid || token.kind == TokenKind::Condition ||
               token.kind == TokenKind::Definition || token.kind == TokenKind::Comment;
    });
    if (open || !tree.strayBraces().empty() || quotes % 2 != 0 || odd) {
        return fail("E0001", "\"" + std::string(text) + "\" cannot be written into the file as it stands.",
                    "Braces and quotes must match; comments, conditions and definitions are not for here.");
    }
    std::vector<std::string> out;
    outline(tree, SyntaxNode::none, condition, out);
    return out;
}

std::string Layout::header(const Step &step, const schema::Keyword *row)
{
    const auto name = step.selectors.empty() ? std::string() : step.selectors.front().name;
    if (name.empty())
        return step.keyword;
    const bool oneWord = row != nullptr && row->arguments.starts_with("NAME");
    const bool quote =
        (oneWord && name.find_first_of(" \t") != std::string::npos) || name.find_first_of("#!{}") != std::string::npos;
    return step.keyword + ' ' + (quote ? '"' + name + '"' : name);
}

} // namespace twinhelm::config::edit
