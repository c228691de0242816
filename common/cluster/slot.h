#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/cluster/item.h"

namespace twinhelm::cluster
{

/// A set of at most 64 nodes, by their position in the input.
using NodeSet = std::uint64_t;

/// One way in which a slot is written, and by whom.
struct Variant {
    std::string identity;
    std::string text;
    std::string comment;
    NodeSet nodes = 0;
};

/// A place in the merged document: a statement with its variants, or a block with its slots.
struct Slot {
    std::string keyword;
    bool block = false;
    NodeSet nodes = 0; ///< who has it at all
    std::vector<Variant> variants;
    std::string indent;
    std::vector<std::string> before;
    std::vector<Slot> children;
    std::vector<std::string> tail;
    std::string closeIndent;
    std::string closeComment;
};

[[nodiscard]] Slot slotOf(const Item &item, NodeSet node);

/// Lays one more node's block into a slot, recursively.
void mergeInto(Slot &slot, const Item &item, NodeSet node);

} // namespace twinhelm::cluster
