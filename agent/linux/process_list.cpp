#include "agent/linux/process_list.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include "agent/linux/file_descriptor.h"

namespace twinhelm::agent
{

namespace
{

/// Command lines may be long; what is longer is not compared.
constexpr std::size_t mostBytes = 64 * 1024;

std::optional<std::string> contentOf(const std::string &path)
{
    const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.valid())
        return std::nullopt;
    std::string out;
    std::array<char, 4096> buffer{};
    for (;;) {
        const auto got = ::read(file.get(), buffer.data(), buffer.size());
        if (got < 0)
            return std::nullopt;
        if (got == 0 || out.size() > mostBytes)
            return out;
        out.append(buffer.data(), static_cast<std::size_t>(got));
    }
}

} // namespace

/// 4711 (name, which may hold blanks and brackets) S ...
std::optional<std::string> nameInStat(std::string_view stat)
{
    const auto open = stat.find('(');
    const auto close = stat.rfind(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open || close + 2 >= stat.size())
        return std::nullopt;
    const char state = stat[close + 2];
    if (state == 'Z' || state == 'X' || state == 'x')
        return std::nullopt;
    return std::string(stat.substr(open + 1, close - open - 1));
}

std::optional<vrrp::ProcessNames> readProcess(pid_t pid, bool arguments)
{
    const std::string folder = "/proc/" + std::to_string(pid);
    const auto stat = contentOf(folder + "/stat");
    auto comm = stat ? nameInStat(*stat) : std::nullopt;
    if (!comm)
        return std::nullopt;
    vrrp::ProcessNames out;
    out.comm = std::move(*comm);
    if (!arguments)
        return out;
    const auto line = contentOf(folder + "/cmdline").value_or(std::string());
    for (std::size_t at = 0; at < line.size();) {
        const auto end = std::min(line.find('\0', at), line.size());
        out.argv.push_back(line.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

std::vector<std::pair<pid_t, vrrp::ProcessNames>> listProcesses(bool arguments)
{
    std::vector<std::pair<pid_t, vrrp::ProcessNames>> out;
    const std::unique_ptr<DIR, int (*)(DIR *)> folder(::opendir("/proc"), ::closedir);
    if (!folder)
        return out;
    while (const dirent *entry = ::readdir(folder.get())) {
        const std::string_view name = entry->d_name;
        pid_t pid = 0;
        const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), pid);
        if (error != std::errc() || end != name.data() + name.size())
            continue;
        if (auto names = readProcess(pid, arguments))
            out.emplace_back(pid, std::move(*names));
    }
    return out;
}

} // namespace twinhelm::agent
