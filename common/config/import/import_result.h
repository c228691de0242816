#pragma once

#include <string>
#include <string_view>

#include "common/diagnostics/diagnostic.h"

namespace twinhelm::config
{

/// A configuration of another program as keepalived.conf. Ranges of the diagnostics are bytes of the text that was
/// read (file 0): what could not be carried over stands there, and what it means for the service.
struct ImportResult {
    std::string config; ///< keepalived.conf, normalised
    Diagnostics diagnostics;
};

namespace importcodes
{
inline constexpr std::string_view notUnderstood = "K0601";  ///< error: the line is left out
inline constexpr std::string_view notCarriedOver = "K0602"; ///< warning: keepalived has nothing like it
inline constexpr std::string_view unchecked = "K0603";      ///< warning: nobody notices when the server dies
inline constexpr std::string_view differs = "K0604";        ///< hint: carried over, but works in another way
} // namespace importcodes

} // namespace twinhelm::config
