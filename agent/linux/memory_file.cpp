#include "agent/linux/memory_file.h"

#include <cerrno>

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "agent/linux/system_error.h"

namespace twinhelm::agent
{

Result<FileDescriptor> makeMemoryFile(const std::string &content)
{
    FileDescriptor fd(::memfd_create("twinhelm", MFD_CLOEXEC));
    std::size_t written = 0;
    while (fd.valid() && written < content.size()) {
        const auto more =
            ::pwrite(fd.get(), content.data() + written, content.size() - written, static_cast<off_t>(written));
        if (more <= 0)
            break;
        written += static_cast<std::size_t>(more);
    }
    if (!fd.valid() || written < content.size())
        return fail("A0361", "the kernel gives no memory for a file: " + errorText(errno),
                    "look whether the machine is out of memory");
    return fd;
}

Result<std::string> readWholeFile(int fd)
{
    struct stat status = {};
    std::string out;
    if (::fstat(fd, &status) == 0 && status.st_size > 0)
        out.resize(static_cast<std::size_t>(status.st_size));
    std::size_t got = 0;
    while (got < out.size()) {
        const auto more = ::pread(fd, out.data() + got, out.size() - got, static_cast<off_t>(got));
        if (more <= 0)
            break;
        got += static_cast<std::size_t>(more);
    }
    if (out.empty() || got < out.size())
        return fail("A0361", "cannot read what the program before this one has left: " + errorText(errno),
                    "start twinhelmd as a service does, without --succession");
    return out;
}

} // namespace twinhelm::agent
