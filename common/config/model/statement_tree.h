#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "common/config/expand/expanded.h"
#include "common/config/schema/schema.h"
#include "common/diagnostics/diagnostic.h"

namespace twinhelm::config
{

/// A statement of the expanded text, with its block if it has one.
struct StatementNode {
    std::uint32_t line = noLine; ///< in Expanded::lines; noLine for a block without a keyword
    std::uint32_t end = 0;       ///< index one past the last node inside
    bool block = false;
    const schema::Block *outer = nullptr; ///< the block it stands in; nullptr inside an unknown one
    const schema::Block *inner = nullptr; ///< what the keyword opens; nullptr when that has no table

    static constexpr auto noLine = std::numeric_limits<std::uint32_t>::max();
};

/// The block structure of an expanded text, in document order. Where braces do not fit, it assumes what was most
/// likely meant and says so (K0001, K0002, K0007, K0008).
class StatementTree
{
public:
    static StatementTree build(const Expanded &expanded, Diagnostics &diagnostics);

    [[nodiscard]] const std::vector<StatementNode> &nodes() const { return nodes_; }

private:
    std::vector<StatementNode> nodes_;
    friend class StatementTreeBuilder;
};

} // namespace twinhelm::config
