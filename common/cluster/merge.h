#pragma once

#include <string>
#include <vector>

#include "common/diagnostics/diagnostic.h"

namespace twinhelm::cluster
{

struct NodeText {
    std::string node; ///< config id, as in keepalived -i
    std::string text; ///< that node's keepalived.conf
};

struct Merged {
    std::string text;        ///< one document in keepalived's conditional syntax; empty when there is an error
    Diagnostics diagnostics; ///< `node` says whose file; ranges are of that file
};

/// Several nodes' files as one: what is equal is written once, what differs becomes @node lines, next to each other.
/// Blocks are paired by keyword and name, statements by keyword. For every node, splitFor(merged, node) holds the same
/// statements in the same order as that node's own file; this is checked before the result is given out.
/// Comments are kept; those of one node only are kept where they stood. Equal files give exactly that file.
/// Cost: n log n in the number of statements. At most 64 nodes.
[[nodiscard]] Merged merge(const std::vector<NodeText> &nodes);

} // namespace twinhelm::cluster
