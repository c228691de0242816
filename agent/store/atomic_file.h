#pragma once

#include <filesystem>
#include <string_view>

#include "common/base/result.h"

namespace twinhelm::store
{

/// Replaces a file so that readers and power cuts see the old bytes or the new ones, never half of them.
/// A0469 with the system's reason.
[[nodiscard]] Result<void> writeAtomically(const std::filesystem::path &path, std::string_view bytes, unsigned mode);

} // namespace twinhelm::store
