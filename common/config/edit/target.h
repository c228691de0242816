#pragma once

#include <string>
#include <vector>

namespace twinhelm::config
{

/// A block by its keyword and the words behind it: {"vrrp_instance", "VI_1"}, {"authentication", ""}.
struct BlockRef {
    std::string keyword;
    std::string name;
    /// The how-manieth of those with this name in their block, from 1: {"url", "", 2}. 0: all of them, which are one
    /// block that nodes read differently.
    unsigned number = 0;
    friend bool operator==(const BlockRef &, const BlockRef &) = default;
};

/// A statement: the blocks around it, outermost first, and its keyword.
struct Target {
    std::vector<BlockRef> path;
    std::string keyword;
    friend bool operator==(const Target &, const Target &) = default;
};

} // namespace twinhelm::config
