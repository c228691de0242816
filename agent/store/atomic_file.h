#pragma once

#include <filesystem>
#include <string_view>

#include "common/base/result.h"

namespace twinhelm::store
{

/// Replaces a file so that readers and power cuts see the old bytes or the new ones, never half of them.
/// A0469 with the system's reason.
[[nodiscard]] Result<void> writeAtomically(const std::filesystem::path &path, std::string_view bytes, unsigned mode);

/// The same for a file that is there: it keeps its mode, owner and group, and a link to it stays a link.
[[nodiscard]] Result<void> replaceAtomically(const std::filesystem::path &path, std::string_view bytes);

} // namespace twinhelm::store
