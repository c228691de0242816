#pragma once

#include <vector>

#include "common/config/expand/words.h"
#include "common/config/schema/keyword.h"
#include "common/diagnostics/diagnostic.h"

namespace twinhelm::config
{

/// The words behind a keyword against its schema row. `words` begins with the keyword.
void checkValue(const schema::Keyword &keyword, const ExpandedLine &line, Words words, Diagnostics &diagnostics);

} // namespace twinhelm::config
