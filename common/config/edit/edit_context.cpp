#include "common/config/edit/edit_context.h"

#include <algorithm>

namespace twinhelm::config
{

namespace
{

std::string wordsFrom(const SyntaxTree &tree, std::span<const SyntaxWord> words)
{
    if (words.empty())
        return {};
    return std::string(tree.text({tree.file(), words.front().range.begin, words.back().range.end}));
}

} // namespace

EditContext::EditContext(std::string text, std::vector<std::string> nodes)
    : owned_(SyntaxTree::parse(std::move(text))), tree_(*owned_), audience_(tree_, std::move(nodes)), lines_(tree_)
{
}

EditContext::EditContext(const SyntaxTree &tree, std::vector<std::string> nodes)
    : tree_(tree), audience_(tree_, std::move(nodes)), lines_(tree_)
{
}

std::string EditContext::words(std::uint32_t statement) const
{
    return wordsFrom(tree_, tree_.words(tree_.nodes()[statement]));
}

std::string EditContext::arguments(std::uint32_t statement) const
{
    return wordsFrom(tree_, tree_.arguments(tree_.nodes()[statement]));
}

std::size_t EditContext::lineOf(std::uint32_t offset) const
{
    const auto before = tree_.text().substr(0, offset);
    return static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
}

} // namespace twinhelm::config
