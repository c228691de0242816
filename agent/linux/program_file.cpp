#include "agent/linux/program_file.h"

#include <cerrno>

#include <fcntl.h>
#include <linux/close_range.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "agent/linux/system_error.h"

namespace twinhelm::agent
{

Result<ProgramFile> ProgramFile::open(const std::string &path)
{
    const auto refused = [&](const std::string &why, const char *mend) {
        return fail("A0191", "cannot run " + path + " in the place of this program: " + why, mend);
    };
    if (!path.starts_with('/'))
        return refused("the path is not absolute", "name it from / on");
    FileDescriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status = {};
    if (!fd.valid() || ::fstat(fd.get(), &status) != 0)
        return refused(errorText(errno), "look whether the path is right");
    if (!S_ISREG(status.st_mode))
        return refused("it is not a regular file", "name the file of twinhelmd itself");
    if ((status.st_mode & (S_IXUSR | S_IXGRP | S_IXOTH)) == 0)
        return refused("it is not executable", "chmod 755 it");
    if ((status.st_uid != 0 && status.st_uid != ::geteuid()) || (status.st_mode & (S_IWGRP | S_IWOTH)) != 0)
        return refused("others than root may write it, and would become root with it",
                       "chown root it and chmod 755 it");
    return ProgramFile(path, std::move(fd));
}

std::string ProgramFile::ownPath()
{
    constexpr std::string_view replaced = " (deleted)";
    std::error_code error;
    std::string path = std::filesystem::read_symlink("/proc/self/exe", error).string();
    if (path.ends_with(replaced))
        path.resize(path.size() - replaced.size());
    return path;
}

std::string ProgramFile::runnablePath() const
{
    return "/proc/" + std::to_string(::getpid()) + "/fd/" + std::to_string(fd_.get());
}

int ProgramFile::replaceThisProcess(const std::vector<std::string> &argv, const std::vector<int> &kept) const
{
    std::vector<char *> arguments;
    for (const auto &one : argv)
        arguments.push_back(const_cast<char *>(one.c_str()));
    arguments.push_back(nullptr);
    ::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
    for (const int fd : kept)
        ::fcntl(fd, F_SETFD, 0);
    ::execve(runnablePath().c_str(), arguments.data(), environ);
    const int error = errno;
    for (const int fd : kept)
        ::fcntl(fd, F_SETFD, FD_CLOEXEC);
    return error;
}

} // namespace twinhelm::agent
