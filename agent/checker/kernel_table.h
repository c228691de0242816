#pragma once

#include "agent/checker/ports.h"
#include "agent/linux/ipvs_socket.h"

namespace twinhelm::agent
{

/// The kernel behind TablePort. Threading: one owner.
class KernelTable final : public TablePort
{
public:
    explicit KernelTable(IpvsSocket socket) : socket_(std::move(socket)) {}

    [[nodiscard]] Result<ipvs::Table> read() override { return socket_.readTable(); }
    [[nodiscard]] std::vector<Failure> apply(std::span<const ipvs::Change> changes) override;
    [[nodiscard]] Result<void> flush() override { return socket_.flush(); }
    [[nodiscard]] Result<void> setTimeouts(const ipvs::NodeSettings &settings) override;
    [[nodiscard]] Result<void> runSync(const std::optional<ipvs::SyncDaemon> &daemon,
                                       std::optional<ipvs::SyncRole> role) override;

private:
    IpvsSocket socket_;
};

} // namespace twinhelm::agent
