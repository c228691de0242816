#pragma once

#include <string>
#include <vector>

namespace twinhelm::config
{

/// A block by its keyword and the words behind it: {"vrrp_instance", "VI_1"}, {"authentication", ""}.
struct BlockRef {
    std::string keyword;
    std::string name;
    friend bool operator==(const BlockRef &, const BlockRef &) = default;
};

/// A statement: the blocks around it, outermost first, and its keyword.
struct Target {
    std::vector<BlockRef> path;
    std::string keyword;
    friend bool operator==(const Target &, const Target &) = default;
};

} // namespace twinhelm::config
