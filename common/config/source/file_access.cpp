#include "common/config/source/file_access.h"

#include <filesystem>
#include <fstream>
#include <system_error>

#include <glob.h>

namespace twinhelm::config
{

std::optional<std::string> readDiskFile(const std::string &path)
{
    namespace fs = std::filesystem;
    std::error_code error;
    const auto status = fs::status(path, error);
    constexpr auto execute = fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec;
    if (error || !fs::is_regular_file(status) || (status.permissions() & execute) != fs::perms::none)
        return std::nullopt;
    std::ifstream in(path, std::ios::binary);
    if (!in)
        return std::nullopt;
    // One buffer of the right size: files may be large. Some files (of /proc) have no size to be known beforehand.
    std::string bytes;
    if (const auto size = fs::file_size(path, error); !error)
        bytes.resize(size);
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    char more[4096];
    while (in.read(more, sizeof more) || in.gcount() > 0)
        bytes.append(more, static_cast<std::size_t>(in.gcount()));
    if (in.bad())
        return std::nullopt;
    return bytes;
}

std::vector<std::string> findDiskFiles(const std::string &pattern)
{
    std::vector<std::string> found;
    glob_t matches{};
    if (glob(pattern.c_str(), GLOB_MARK | GLOB_BRACE, nullptr, &matches) == 0)
        found.assign(matches.gl_pathv, matches.gl_pathv + matches.gl_pathc);
    globfree(&matches);
    return found;
}

} // namespace twinhelm::config
