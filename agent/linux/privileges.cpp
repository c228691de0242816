#include "agent/linux/privileges.h"

#include <array>
#include <cerrno>
#include <string>

#include <linux/capability.h>
#include <linux/securebits.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "agent/linux/system_error.h"

namespace twinhelm::agent
{

namespace
{

tl::unexpected<Error> refused(const char *step)
{
    return fail("A0350", std::string("cannot give away privileges (") + step + "): " + errorText(errno),
                "the api process does not serve with more rights than it needs; start twinhelmd as root");
}

bool clearCapabilities()
{
    __user_cap_header_struct header{};
    header.version = _LINUX_CAPABILITY_VERSION_3;
    const std::array<__user_cap_data_struct, 2> none{};
    return ::syscall(SYS_capset, &header, none.data()) == 0;
}

} // namespace

Result<void> dropPrivileges()
{
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return refused("no new privileges");
    if (::geteuid() != 0)
        return {};
    for (int capability = 0; ::prctl(PR_CAPBSET_READ, capability) >= 0; ++capability) {
        if (::prctl(PR_CAPBSET_DROP, capability) != 0)
            return refused("bounding set");
    }
    // User id 0 must mean nothing by itself any more.
    ::prctl(PR_SET_SECUREBITS,
            SECBIT_NOROOT | SECBIT_NOROOT_LOCKED | SECBIT_NO_SETUID_FIXUP | SECBIT_NO_SETUID_FIXUP_LOCKED);
    if (!clearCapabilities())
        return refused("capabilities");
    return {};
}

} // namespace twinhelm::agent
