#pragma once

#include <string_view>

#include "common/config/schema/block.h"

namespace twinhelm::config::schema
{

/// What to know about a keyword before changing it: what it does, when to use it, the trap. Some sentences for people
/// who are in a hurry. It stands alone: Keyword::help says no more. Ends in a zero byte, for translation in the
/// context "schema". Empty only when `keyword` is no row of the tables.
[[nodiscard]] std::string_view paragraph(const Keyword &keyword);

} // namespace twinhelm::config::schema
