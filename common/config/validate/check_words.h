#pragma once

#include <span>
#include <string_view>

#include "common/config/expand/words.h"
#include "common/config/schema/argument.h"
#include "common/diagnostics/diagnostic.h"

namespace twinhelm::config
{

/// Checks words[from] and what follows against a list of arguments (Keyword::more). Arguments without a word of their
/// own come in order, those with one anywhere. Returns the index of the first word that fits nowhere.
[[nodiscard]] std::size_t checkWords(std::span<const schema::Argument> grammar, Words words, std::size_t from,
                                     Diagnostics &diagnostics);

} // namespace twinhelm::config
