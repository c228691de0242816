#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/cluster/item.h"

namespace twinhelm::cluster
{

/// A set of at most 64 nodes, by their position in the input.
using NodeSet = std::uint64_t;

/// A comment or empty line, and who has it.
struct GapLine {
    std::string text;
    NodeSet nodes = 0;
};

/// One way in which a slot is written, and by whom.
struct Variant {
    std::string identity;
    std::string text;
    std::string open;
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
    std::vector<GapLine> before;
    std::vector<Slot> children;
    std::vector<GapLine> tail;
    std::string closeIndent;
    std::string closeComment;
};

[[nodiscard]] Slot slotOf(const Item &item, NodeSet node);

/// Lays one more node's block into a slot, recursively.
/// A named block of the top level that both have, but in another order, is paired when nothing but such blocks stands
/// around it: keepalived does not mind their order. True when that happened.
bool mergeInto(Slot &slot, const Item &item, NodeSet node);

/// Whether keepalived minds the order of this block among its likes at the top level.
[[nodiscard]] bool isMovable(std::string_view keyword, bool block);

} // namespace twinhelm::cluster
