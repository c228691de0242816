#include "common/config/edit/node_audience.h"

#include <algorithm>

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
    for (const auto &node : tree.nodes()) {
        for (const auto &condition : tree.conditions(node)) {
            if (const auto id = tree.text(condition.id); !knows(id))
                nodes_.emplace_back(id);
        }
    }
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

Audience NodeAudience::of(std::uint32_t node) const
{
    auto out = everyone();
    for (auto at = node; at != SyntaxNode::none; at = tree_.nodes()[at].parent) {
        for (const auto &condition : tree_.conditions(tree_.nodes()[at])) {
            const auto id = tree_.text(condition.id);
            for (std::size_t i = 0; i < nodes_.size(); ++i)
                out[i] = out[i] && (nodes_[i] == id) != condition.negated;
        }
    }
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
