#include "common/ipvs/sync.h"

namespace twinhelm::ipvs
{

namespace
{

template<typename T>
bool fits(const T &actual, const T &wanted)
{
    return wanted == T{} || actual == wanted;
}

bool fits(const RunningSync &running, const SyncDaemon &daemon, SyncRole role)
{
    return running.role == role && running.interface == daemon.interface && running.id == daemon.id &&
           fits(running.mostLength, daemon.mostLength) && fits(running.port, daemon.port) &&
           fits(running.timeToLive, daemon.timeToLive) && fits(running.group, daemon.group);
}

} // namespace

std::vector<SyncChange> planSync(const std::vector<RunningSync> &running, const std::optional<SyncDaemon> &daemon,
                                 SyncRole role)
{
    std::vector<SyncChange> out;
    bool runs = false;
    for (const auto &one : running) {
        if (daemon && !runs && fits(one, *daemon, role))
            runs = true;
        else
            out.push_back(StopSync{one.role, one.id});
    }
    if (daemon && !runs)
        out.push_back(StartSync{role, *daemon});
    return out;
}

} // namespace twinhelm::ipvs
