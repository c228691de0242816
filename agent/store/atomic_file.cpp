#include "agent/store/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>

#include "agent/store/posix_write.h"

namespace twinhelm::store
{

namespace
{

tl::unexpected<Error> refuse(const std::filesystem::path &path, int error)
{
    return fail("A0469", path.string() + " cannot be written: " + systemReason(error) + '.',
                "Check owner, mode and free space of its folder; run this as root or as twinhelmd's user.");
}

/// 0, or what went wrong.
int fill(int fd, std::string_view bytes, unsigned mode, const struct stat *like)
{
    const bool other = like != nullptr && (like->st_uid != ::geteuid() || like->st_gid != ::getegid());
    if (other && ::fchown(fd, like->st_uid, like->st_gid) != 0)
        return errno;
    if (::fchmod(fd, mode) != 0 || !writeAll(fd, bytes) || ::fsync(fd) != 0)
        return errno;
    return 0;
}

/// `like`: the owner to keep; nullptr: whoever runs this.
Result<void> write(const std::filesystem::path &path, std::string_view bytes, unsigned mode, const struct stat *like)
{
    auto temporary = path.string() + ".XXXXXX";
    const int fd = ::mkostemp(temporary.data(), O_CLOEXEC); // mode 0600 from its first moment
    if (fd < 0)
        return refuse(path, errno);
    int error = fill(fd, bytes, mode, like);
    ::close(fd);
    if (error == 0 && ::rename(temporary.c_str(), path.c_str()) != 0)
        error = errno;
    if (error != 0) {
        ::unlink(temporary.c_str());
        return refuse(path, error);
    }
    // The rename itself must survive a power cut.
    const int folder = ::open(path.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
    return {};
}

} // namespace

Result<void> writeAtomically(const std::filesystem::path &path, std::string_view bytes, unsigned mode)
{
    return write(path, bytes, mode, nullptr);
}

Result<void> replaceAtomically(const std::filesystem::path &path, std::string_view bytes)
{
    std::error_code error;
    const auto real = std::filesystem::canonical(path, error);
    if (error)
        return refuse(path, error.value());
    struct stat now {
    };
    if (::stat(real.c_str(), &now) != 0)
        return refuse(path, errno);
    return write(real, bytes, now.st_mode & 07777U, &now);
}

} // namespace twinhelm::store
