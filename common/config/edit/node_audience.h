#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/config/syntax/syntax_tree.h"

namespace twinhelm::config
{

/// Which of the cluster's nodes a line is for, one flag per node, and how to write that as a condition.
using Audience = std::vector<bool>;

[[nodiscard]] bool any(const Audience &one);
[[nodiscard]] Audience both(const Audience &a, const Audience &b);
[[nodiscard]] Audience without(const Audience &a, const Audience &b);

/// The nodes of one document: those the caller knows and those its lines name. When there are none, one without a name
/// stands for whoever reads the file.
class NodeAudience
{
public:
    NodeAudience(const SyntaxTree &tree, std::vector<std::string> nodes);

    [[nodiscard]] const std::vector<std::string> &nodes() const { return nodes_; }
    [[nodiscard]] Audience everyone() const { return Audience(nodes_.size(), true); }
    /// Empty means everyone; an unknown name nobody.
    [[nodiscard]] Audience only(const std::string &node) const;
    [[nodiscard]] bool knows(std::string_view node) const;
    /// Of a statement or block, its surrounding blocks included. A block with a header for each node
    /// (@lb01 virtual_server A {, then @lb02 virtual_server B {) is read by all of them.
    [[nodiscard]] Audience of(std::uint32_t node) const;
    /// Whether a statement is in truth a further header of the block around it.
    [[nodiscard]] bool isOtherHeader(std::uint32_t statement) const;
    /// The line prefixes that together say `audience`: {""}, {"@^lb03 "} or one "@lb01 " for each node.
    [[nodiscard]] std::vector<std::string> prefixes(const Audience &audience) const;

private:
    /// By the conditions of its own line.
    [[nodiscard]] Audience own(std::uint32_t node) const;
    /// Of what stands in a block, by the conditions of its headers.
    [[nodiscard]] Audience inside(std::uint32_t block) const;

    const SyntaxTree &tree_;
    std::vector<std::string> nodes_;
};

} // namespace twinhelm::config
