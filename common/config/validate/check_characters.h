#pragma once

#include "common/config/expand/expanded.h"
#include "common/diagnostics/diagnostic.h"

namespace twinhelm::config
{

/// Full-width and invisible characters outside quotes (K0009): they look like ASCII and are not.
void checkCharacters(const ExpandedLine &line, Diagnostics &diagnostics);

} // namespace twinhelm::config
