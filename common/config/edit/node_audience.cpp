#include "common/config/edit/node_audience.h"

#include <algorithm>

#include "common/config/syntax/lexer.h"

namespace twinhelm::config
{

bool any(const Audience &one)
{
    return std::find(one.begin(), one.end(), true) != one.end();
}

Audience both(const Audience &a, const Audience &b)
{
    Audience out(a.size());
    for (std::size_t i = 0; i < a.size(); ++i)
        out[i] = a[i] && b[i];
    return out;
}

Audience without(const Audience &a, const Audience &b)
{
    Audience out(a.size());
    for (std::size_t i = 0; i < a.size(); ++i)
        out[i] = a[i] && !b[i];
    return out;
}

NodeAudience::NodeAudience(const SyntaxTree &tree, std::vector<std::string> nodes)
    : tree_(tree), nodes_(std::move(nodes))
{
    // Few texts of many lines have conditions, so looking for '@' is much cheaper than visiting the outline.
    const auto text = tree.text();
    for (auto at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
        auto before = at;
        while (before > 0 && isBlank(text[before - 1]))
            --before;
        if (before > 0 && std::string_view("\n{}").find(text[before - 1]) == std::string_view::npos)
            continue;
        const auto length = text.substr(at).find_first_of(" \t\r\f\v\n");
        auto id = text.substr(at + 1, length == std::string_view::npos ? length : length - 1);
        if (id.starts_with('^'))
            id.remove_prefix(1);
        if (!id.empty() && !knows(id))
            nodes_.emplace_back(id);
    }
    if (nodes_.empty())
        nodes_.emplace_back();
}

bool NodeAudience::knows(std::string_view node) const
{
    return std::find(nodes_.begin(), nodes_.end(), node) != nodes_.end();
}

Audience NodeAudience::only(const std::string &node) const
{
    if (node.empty())
        return everyone();
    Audience out(nodes_.size());
    for (std::size_t i = 0; i < nodes_.size(); ++i)
        out[i] = nodes_[i] == node;
    return out;
}

Audience NodeAudience::own(std::uint32_t node) const
{
    auto out = everyone();
    for (const auto &condition : tree_.conditions(tree_.nodes()[node])) {
        const auto id = tree_.text(condition.id);
        for (std::size_t i = 0; i < nodes_.size(); ++i)
            out[i] = out[i] && (nodes_[i] == id) != condition.negated;
    }
    return out;
}

bool NodeAudience::isOtherHeader(std::uint32_t statement) const
{
    const auto &node = tree_.nodes()[statement];
    const auto text = tree_.text();
    auto next = node.range.end;
    while (!node.isBlock() && next < text.size() && isBlank(text[next]))
        ++next;
    return !node.isBlock() && next < text.size() && text[next] == '{';
}

Audience NodeAudience::inside(std::uint32_t block) const
{
    auto out = own(block);
    const auto &nodes = tree_.nodes();
    for (auto at = block + 1; at < nodes[block].end && nodes[at].conditionCount > 0 && isOtherHeader(at); ++at) {
        const auto other = own(at);
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = out[i] || other[i];
    }
    return out;
}

Audience NodeAudience::of(std::uint32_t node) const
{
    if (node == SyntaxNode::none)
        return everyone();
    auto out = tree_.nodes()[node].isBlock() ? inside(node) : own(node);
    for (auto at = tree_.nodes()[node].parent; at != SyntaxNode::none; at = tree_.nodes()[at].parent)
        out = both(out, inside(at));
    return out;
}

std::vector<std::string> NodeAudience::prefixes(const Audience &audience) const
{
    const auto missing = static_cast<std::size_t>(std::count(audience.begin(), audience.end(), false));
    if (missing == 0)
        return {""};
    if (missing == 1 && audience.size() > 2) {
        const auto out =
            static_cast<std::size_t>(std::find(audience.begin(), audience.end(), false) - audience.begin());
        return {"@^" + nodes_[out] + ' '};
    }
    std::vector<std::string> out;
    for (std::size_t i = 0; i < audience.size(); ++i) {
        if (audience[i])
            out.push_back('@' + nodes_[i] + ' ');
    }
    return out;
}

} // namespace twinhelm::config
