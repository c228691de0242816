#include "agent/linux/lock_file.h"

#include <array>
#include <cerrno>
#include <filesystem>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "agent/linux/system_error.h"

namespace twinhelm::agent
{

Result<void> makeFolder(const std::string &folder, unsigned mode)
{
    std::error_code error;
    const bool made = std::filesystem::create_directories(folder, error);
    if (error)
        return fail("A0361", "cannot make the folder " + folder + ": " + error.message(),
                    "choose another one with --runtime-dir or --state-dir, or start as root");
    if (made)
        ::chmod(folder.c_str(), mode);
    return {};
}

Result<LockFile> LockFile::take(const std::string &folder)
{
    if (auto made = makeFolder(folder, 0755); !made)
        return tl::unexpected(made.error());
    const std::string path = folder + "/twinhelmd.pid";
    FileDescriptor fd(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
    if (!fd.valid())
        return fail("A0360", "cannot write " + path + ": " + errorText(errno),
                    "choose another folder with --runtime-dir, or start as root");
    if (::flock(fd.get(), LOCK_EX | LOCK_NB) != 0) {
        std::array<char, 32> holder{};
        const ssize_t got = ::read(fd.get(), holder.data(), holder.size() - 1);
        std::string pid(holder.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
        while (!pid.empty() && pid.back() == '\n')
            pid.pop_back();
        return fail("A0360", "another twinhelmd (process " + pid + ") runs with the folder " + folder,
                    "stop it, or give this one its own --runtime-dir and --state-dir");
    }
    const std::string pid = std::to_string(::getpid()) + '\n';
    if (::ftruncate(fd.get(), 0) != 0 || ::pwrite(fd.get(), pid.data(), pid.size(), 0) < 0)
        return fail("A0360", "cannot write " + path + ": " + errorText(errno), "is the file system full?");
    return LockFile(std::move(fd));
}

} // namespace twinhelm::agent
