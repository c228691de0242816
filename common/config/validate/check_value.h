#pragma once

#include "common/config/expand/words.h"
#include "common/config/schema/keyword.h"
#include "common/diagnostics/diagnostic.h"

namespace twinhelm::config
{

/// The words behind a keyword against its schema row. `words` begins with the keyword.
void checkValue(const schema::Keyword &keyword, const ExpandedLine &line, Words words, Diagnostics &diagnostics);

/// Words from `first` on that nothing reads (K0020).
void reportExtraWords(Words words, std::size_t first, Severity severity, Diagnostics &diagnostics);

} // namespace twinhelm::config
