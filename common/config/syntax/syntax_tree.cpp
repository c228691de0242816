#include "common/config/syntax/syntax_tree.h"

#include "common/config/syntax/lexer.h"
#include "common/config/syntax/outliner.h"

namespace twinhelm::config
{

SyntaxTree SyntaxTree::parse(std::string text, FileIndex file)
{
    SyntaxTree tree;
    if (text.size() > std::numeric_limits<std::uint32_t>::max())
        text.resize(std::numeric_limits<std::uint32_t>::max());
    tree.text_ = std::move(text);
    tree.file_ = file;
    auto tokens = tokenize(tree.text_);
    tree.tokens_ = std::move(tokens.all);
    tree.lineStarts_ = std::move(tokens.lineStarts);
    Outliner(tree).run();
    return tree;
}

std::span<const Token> SyntaxTree::lineTokens(std::uint32_t line) const
{
    if (line >= lineCount())
        return {};
    return std::span(tokens_).subspan(lineStarts_[line], lineStarts_[line + 1] - lineStarts_[line]);
}

std::span<const SyntaxWord> SyntaxTree::words(const SyntaxNode &node) const
{
    return std::span(words_).subspan(node.firstWord, node.wordCount);
}

std::span<const SyntaxWord> SyntaxTree::arguments(const SyntaxNode &node) const
{
    return node.wordCount == 0 ? std::span<const SyntaxWord>{} : words(node).subspan(1);
}

std::span<const SyntaxCondition> SyntaxTree::conditions(const SyntaxNode &node) const
{
    return std::span(conditions_).subspan(node.firstCondition, node.conditionCount);
}

std::string_view SyntaxTree::keyword(const SyntaxNode &node) const
{
    return node.wordCount == 0 ? std::string_view{} : value(words_[node.firstWord]);
}

std::vector<std::uint32_t> SyntaxTree::children(std::uint32_t node) const
{
    std::vector<std::uint32_t> found;
    const auto end = node == SyntaxNode::none ? static_cast<std::uint32_t>(nodes_.size()) : nodes_[node].end;
    for (auto at = node == SyntaxNode::none ? 0 : node + 1; at < end; at = nodes_[at].end)
        found.push_back(at);
    return found;
}

std::string_view SyntaxTree::text(SourceRange range) const
{
    return std::string_view(text_).substr(range.begin, range.end - range.begin);
}

std::string_view SyntaxTree::value(const SyntaxWord &word) const
{
    auto bytes = text(word.range);
    if (!word.quoted)
        return bytes;
    bytes.remove_prefix(1);
    if (bytes.ends_with('"'))
        bytes.remove_suffix(1);
    return bytes;
}

std::string text(const SyntaxTree &tree)
{
    std::string out;
    out.reserve(tree.text().size());
    for (const auto &token : tree.tokens())
        out += tree.text().substr(token.begin, token.end - token.begin);
    return out;
}

} // namespace twinhelm::config
