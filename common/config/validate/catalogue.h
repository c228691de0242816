#pragma once

#include <string_view>
#include <vector>

namespace twinhelm::config
{

/// What a diagnostic code means, for people: shown by the desk, `twinhelmctl explain`, docs/messages.md.
struct CatalogueEntry {
    std::string_view code;
    std::string_view title;
    std::string_view explanation; ///< why it matters
    std::string_view mend;        ///< what to do
    std::string_view bad;         ///< an example that gets it; may be empty
    std::string_view good;        ///< the same, mended
};

/// nullptr for a code that does not exist.
[[nodiscard]] const CatalogueEntry *explain(std::string_view code);

/// All of them, by code.
[[nodiscard]] std::vector<const CatalogueEntry *> catalogue();

} // namespace twinhelm::config
