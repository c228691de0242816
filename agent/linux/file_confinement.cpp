#include "agent/linux/file_confinement.h"

#include <cerrno>
#include <cstdint>

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "agent/linux/file_descriptor.h"
#include "agent/linux/system_error.h"

namespace twinhelm::agent
{

namespace
{

constexpr std::uint64_t readAccess = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t socketAccess =
    LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_REMOVE_FILE;
/// Everything the first version of Landlock can forbid: execute, write, read, remove, make.
constexpr std::uint64_t firstVersion = (1ULL << 13U) - 1;
/// LANDLOCK_ACCESS_FS_TRUNCATE, which Debian 12's header does not know.
constexpr std::uint64_t truncateAccess = 1ULL << 14U;
constexpr long truncateSince = 3;

bool allow(int ruleset, const std::string &path, std::uint64_t access)
{
    const FileDescriptor fd(::open(path.c_str(), O_PATH | O_CLOEXEC));
    if (!fd.valid())
        return errno == ENOENT;
    landlock_path_beneath_attr rule{};
    rule.allowed_access = access;
    rule.parent_fd = fd.get();
    return ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
}

} // namespace

Result<bool> confineFiles(const ReachableFiles &files)
{
    const auto refused = [](const std::string &step) {
        return fail("A0351", "cannot confine the process to its files (" + step + "): " + errorText(errno),
                    "the api process does not serve with more rights than it needs; look at the kernel's Landlock");
    };
    const long version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1)
        return false;
    landlock_ruleset_attr attributes{};
    attributes.handled_access_fs = firstVersion | (version >= truncateSince ? truncateAccess : 0);
    const FileDescriptor ruleset(
        static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0)));
    if (!ruleset.valid())
        return refused("rules");
    for (const auto &path : files.readable) {
        if (!allow(ruleset.get(), path, readAccess))
            return refused(path);
    }
    for (const auto &path : files.socketFolders) {
        if (!allow(ruleset.get(), path, socketAccess))
            return refused(path);
    }
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || ::syscall(SYS_landlock_restrict_self, ruleset.get(), 0) != 0)
        return refused("restrict");
    return true;
}

} // namespace twinhelm::agent
