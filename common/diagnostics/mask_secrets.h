#pragma once

#include <string>
#include <string_view>

namespace twinhelm
{

/// What is shown in a secret's place.
inline constexpr std::string_view secretMask = "********";

/// A line of a configuration to be shown: ******** stands in place of what follows a secret keyword (auth_pass, key,
/// password, also misspelt), up to the end of its statement and with a comment behind it, and of a definition whose
/// name says that it is secret. The marked bytes [begin, begin + length) move along; a mark on a secret becomes the
/// asterisks.
[[nodiscard]] std::string maskSecrets(std::string_view line, std::size_t &begin, std::size_t &length);

} // namespace twinhelm
