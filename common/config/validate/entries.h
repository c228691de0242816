#pragma once

#include <span>

#include "common/config/validate/catalogue.h"

/// The entries of findings that no rule brings: those of reading, expanding and checking single values.
namespace twinhelm::config
{

[[nodiscard]] std::span<const CatalogueEntry> writingEntries(); ///< K00xx, writing_entries.cpp
[[nodiscard]] std::span<const CatalogueEntry> valueEntries();   ///< K01xx, value_entries.cpp
[[nodiscard]] std::span<const CatalogueEntry> gapEntries();     ///< K03xx, value_entries.cpp

} // namespace twinhelm::config
