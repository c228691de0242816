#include "agent/linux/file_view.h"

#include <array>
#include <climits>

#include <sys/stat.h>
#include <unistd.h>

namespace twinhelm::agent
{

std::optional<scripts::FileFacts> SystemFileView::look(const std::string &path) const
{
    struct stat status = {};
    if (::lstat(path.c_str(), &status) != 0)
        return std::nullopt;
    using Kind = scripts::FileFacts::Kind;
    scripts::FileFacts out;
    out.kind = S_ISREG(status.st_mode)   ? Kind::Regular
               : S_ISDIR(status.st_mode) ? Kind::Folder
               : S_ISLNK(status.st_mode) ? Kind::Link
                                         : Kind::Other;
    out.owner = status.st_uid;
    out.group = status.st_gid;
    out.mode = status.st_mode & 07777;
    if (out.kind == Kind::Link) {
        std::array<char, PATH_MAX> target{};
        const auto length = ::readlink(path.c_str(), target.data(), target.size());
        if (length > 0)
            out.target.assign(target.data(), static_cast<std::size_t>(length));
    }
    return out;
}

} // namespace twinhelm::agent
