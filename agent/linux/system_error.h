#pragma once

#include <string>

namespace twinhelm::agent
{

/// "Operation not permitted": errno in words, safe with threads.
[[nodiscard]] std::string errorText(int error);

} // namespace twinhelm::agent
