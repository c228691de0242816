#pragma once

#include <string>
#include <vector>

#include <sys/types.h>

#include "common/base/result.h"

namespace twinhelm::agent
{

/// Whom a process runs as.
struct Identity {
    uid_t user = 0;
    gid_t group = 0;
    std::vector<gid_t> supplementary;

    friend bool operator==(const Identity &, const Identity &) = default;
};

/// From the user database; an empty group is the user's own. A0330: there is no such user or group.
/// May block (LDAP): call it when settings come in, not when time matters.
[[nodiscard]] Result<Identity> findIdentity(const std::string &user, const std::string &group);

} // namespace twinhelm::agent
