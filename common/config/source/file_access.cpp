#include "common/config/source/file_access.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>

#include <glob.h>

namespace twinhelm::config
{

std::optional<std::string> readDiskFile(const std::string &path)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
        return std::nullopt;
    std::ifstream in(path, std::ios::binary);
    if (!in)
        return std::nullopt;
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (in.bad())
        return std::nullopt;
    return std::move(bytes).str();
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
