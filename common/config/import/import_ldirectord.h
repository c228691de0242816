#pragma once

#include "common/config/import/import_result.h"

namespace twinhelm::config
{

/// A ldirectord.cf (ldirectord(8)): every virtual= with its real servers, forwarding, check and fallback, with the
/// defaults of ldirectord where it says nothing. What keepalived has nothing like (autoreload, logfile, LDAP queries,
/// ...) is reported where it stands. Never fails: lines that are not understood are left out with K0601.
[[nodiscard]] ImportResult importLdirectord(std::string_view text);

} // namespace twinhelm::config
