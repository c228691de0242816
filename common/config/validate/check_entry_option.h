#pragma once

#include "common/config/expand/words.h"
#include "common/config/schema/keyword.h"
#include "common/diagnostics/diagnostic.h"

namespace twinhelm::config
{

/// An option inside an entry, at words[at], with its value. Returns the index behind both.
[[nodiscard]] std::size_t checkEntryOption(const schema::Keyword &option, Words words, std::size_t at,
                                           Diagnostics &diagnostics);

} // namespace twinhelm::config
