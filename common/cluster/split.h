#pragma once

#include <string>
#include <string_view>

namespace twinhelm::cluster
{

/// The cluster's document as one node sees it: lines behind a condition that does not hold for `node` are gone, other
/// conditions are taken off, everything else (comments, white space, line ends, include lines) stays byte for byte;
/// only an empty line next to another goes when what stood between them is gone.
/// The result is a plain file for stock keepalived, without -i.
/// Conditions inside of definitions ($X=@lb01 ...) stay, since they act where the definition is used.
/// Never fails; cost: one pass.
[[nodiscard]] std::string splitFor(std::string_view text, std::string_view node);

} // namespace twinhelm::cluster
