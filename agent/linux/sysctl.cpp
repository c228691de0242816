#include "agent/linux/sysctl.h"

#include <array>
#include <cerrno>
#include <cstdlib>

#include <fcntl.h>
#include <unistd.h>

#include "agent/linux/file_descriptor.h"
#include "agent/linux/system_error.h"

namespace twinhelm::agent
{

namespace
{

FileDescriptor openSetting(const std::string &path, int flags)
{
    return FileDescriptor(::open(("/proc/sys/net/" + path).c_str(), flags | O_CLOEXEC));
}

} // namespace

std::optional<int> readSysctl(const std::string &path)
{
    const auto fd = openSetting(path, O_RDONLY);
    std::array<char, 32> text{};
    if (!fd.valid() || ::read(fd.get(), text.data(), text.size() - 1) <= 0)
        return std::nullopt;
    return std::atoi(text.data());
}

std::string writeSysctl(const std::string &path, int value)
{
    const auto fd = openSetting(path, O_WRONLY);
    const auto text = std::to_string(value);
    if (!fd.valid() || ::write(fd.get(), text.data(), text.size()) < 0)
        return "net/" + path + ": " + errorText(errno);
    return {};
}

} // namespace twinhelm::agent
