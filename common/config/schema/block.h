#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "common/config/schema/keyword.h"

namespace twinhelm::config::schema
{

/// The keywords valid inside one block. `path` is the blocks' keywords joined by '/', "" for the top level:
/// "vrrp_instance/authentication".
struct Block {
    std::string_view path;
    std::span<const Keyword> keywords;
    /// Lines begin with an entry (an address, a name) instead of a keyword; `keywords` are the words that may
    /// follow it.
    bool entries = false;
    std::uint8_t number = 0; ///< its place in blocks()
};

} // namespace twinhelm::config::schema
