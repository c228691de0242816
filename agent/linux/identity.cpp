#include "agent/linux/identity.h"

#include <grp.h>
#include <pwd.h>

namespace twinhelm::agent
{

Result<Identity> findIdentity(const std::string &user, const std::string &group)
{
    const passwd *entry = ::getpwnam(user.c_str());
    if (entry == nullptr)
        return fail("A0330", "there is no user '" + user + "' on this machine", "create it or correct script_user");
    Identity out;
    out.user = entry->pw_uid;
    out.group = entry->pw_gid;
    if (!group.empty()) {
        const ::group *named = ::getgrnam(group.c_str());
        if (named == nullptr)
            return fail("A0330", "there is no group '" + group + "' on this machine",
                        "create it or correct script_user");
        out.group = named->gr_gid;
    }
    int count = 64;
    out.supplementary.resize(static_cast<std::size_t>(count));
    if (::getgrouplist(user.c_str(), out.group, out.supplementary.data(), &count) < 0) {
        out.supplementary.resize(static_cast<std::size_t>(count));
        ::getgrouplist(user.c_str(), out.group, out.supplementary.data(), &count);
    }
    out.supplementary.resize(static_cast<std::size_t>(count));
    return out;
}

} // namespace twinhelm::agent
