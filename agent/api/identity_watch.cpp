#include "agent/api/identity_watch.h"

#include <sys/stat.h>

namespace twinhelm::api
{

std::optional<Result<store::Identity>> IdentityWatch::look()
{
    const auto now = stamp();
    if (seen_ == now)
        return std::nullopt;
    seen_ = now;
    return store::loadIdentity(folder_);
}

IdentityWatch::Stamp IdentityWatch::stamp() const
{
    Stamp out{};
    std::size_t at = 0;
    for (const auto *name : {"node.key", "node.crt", "ca.crt"}) {
        struct stat file {
        };
        if (::stat((folder_ / name).c_str(), &file) == 0) {
            out[at] = file.st_dev;
            out[at + 1] = file.st_ino;
            out[at + 2] = static_cast<std::uint64_t>(file.st_size);
            out[at + 3] = static_cast<std::uint64_t>(file.st_mtim.tv_sec) * 1'000'000'000U +
                          static_cast<std::uint64_t>(file.st_mtim.tv_nsec);
        }
        at += 4;
    }
    return out;
}

} // namespace twinhelm::api
