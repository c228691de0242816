#include "agent/checker/kernel_table.h"

namespace twinhelm::agent
{

std::vector<TablePort::Failure> KernelTable::apply(std::span<const ipvs::Change> changes)
{
    std::vector<Failure> out;
    for (auto &one : socket_.apply(changes))
        out.push_back({one.change, std::move(one.error)});
    return out;
}

Result<void> KernelTable::setTimeouts(const ipvs::NodeSettings &settings)
{
    if (!settings.tcpTimeout && !settings.tcpFinTimeout && !settings.udpTimeout)
        return {};
    return socket_.setTimeouts(settings.tcpTimeout, settings.tcpFinTimeout, settings.udpTimeout);
}

Result<void> KernelTable::runSync(const std::optional<ipvs::SyncDaemon> &daemon, std::optional<ipvs::SyncRole> role)
{
    const auto running = socket_.syncDaemons();
    if (!running)
        return tl::unexpected(running.error());
    const auto wanted = role ? daemon : std::optional<ipvs::SyncDaemon>();
    const auto changes = ipvs::planSync(*running, wanted, role.value_or(ipvs::SyncRole::Backup));
    return socket_.applySync(changes);
}

} // namespace twinhelm::agent
