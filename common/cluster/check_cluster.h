#pragma once

#include <span>
#include <string>
#include <vector>

#include "common/base/ip_address.h"
#include "common/config/load.h"
#include "common/diagnostics/diagnostic.h"

namespace twinhelm::cluster
{

/// One network interface of a running node.
struct NodeInterface {
    std::string name;
    std::vector<Prefix> addresses; ///< with the network's prefix length; virtual addresses left out
};

/// What is known about a node beyond its configuration.
struct NodeFacts {
    std::vector<NodeInterface> interfaces; ///< all of them; empty: not known
};

/// One node of a cluster. What is pointed at must live as long as the call.
struct CheckedNode {
    std::string id; ///< config id, as in keepalived -i
    const config::LoadedNode *loaded = nullptr;
    const NodeFacts *facts = nullptr; ///< nullptr: nothing is known
};

/// Everything that can be said only by looking at all nodes together: K04xx how their settings fit, K05xx what
/// priorities and weights amount to, which is found out by simulation. A node's own findings are not repeated.
/// `node` of a finding, and of a note, says whose sources the range is of. Each finding stands once, whatever number of
/// nodes it concerns. Order: by node, then by place.
/// Cost: milliseconds for a pair; the simulations are bounded in number.
[[nodiscard]] Diagnostics checkCluster(std::span<const CheckedNode> nodes);

/// The nodes' own findings in one list. What is said of the same words of the same document on every node stands once,
/// with an empty `node`.
[[nodiscard]] Diagnostics mergeFindings(std::span<const CheckedNode> nodes);

} // namespace twinhelm::cluster
