#pragma once

#include <optional>

#include "common/config/validate/check_argument.h"

namespace twinhelm::config
{

/// What is wrong with `word` as a number of that kind and range.
[[nodiscard]] std::optional<Diagnostic> checkNumber(const Expected &expected, const Word &word);

/// A bound without trailing zeros: 0.01, 255.
[[nodiscard]] std::string numberText(double value);

} // namespace twinhelm::config
