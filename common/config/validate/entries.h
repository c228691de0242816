#pragma once

#include <span>

#include "common/config/validate/catalogue.h"

/// The entries of findings that no rule brings: those of reading, expanding and checking single values, of importing,
/// merging and editing.
namespace twinhelm::config
{

[[nodiscard]] std::span<const CatalogueEntry> writingEntries(); ///< K00xx, writing_entries.cpp
[[nodiscard]] std::span<const CatalogueEntry> valueEntries();   ///< K01xx, value_entries.cpp
[[nodiscard]] std::span<const CatalogueEntry> importEntries();  ///< K06xx, import_entries.cpp
[[nodiscard]] std::span<const CatalogueEntry> changeEntries();  ///< Cxxxx merging, Exxxx editing; change_entries.cpp
[[nodiscard]] std::span<const CatalogueEntry> gapEntries();     ///< K03xx, value_entries.cpp

} // namespace twinhelm::config
