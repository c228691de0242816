#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>

#include "agent/linux/interface_table.h"
#include "agent/linux/route_socket.h"
#include "agent/process/fd_watch.h"
#include "common/base/ip_address.h"

namespace twinhelm::agent
{

/// All addresses of this network namespace, and what becomes of them: for ha_suspend.
/// Threading: the io_context's thread.
class LocalAddresses
{
public:
    using OnChange = std::function<void(std::set<IpAddress>)>;

    /// Fails as the kernel does; then nothing is suspended or woken any more.
    [[nodiscard]] static Result<std::unique_ptr<LocalAddresses>> open(boost::asio::io_context &io, OnChange onChange);
    [[nodiscard]] const std::set<IpAddress> &now() const { return addresses_; }

private:
    LocalAddresses(RouteSocket socket, RouteMonitor monitor, OnChange onChange);
    void listen(boost::asio::io_context &io);
    void read();
    void collect();

    RouteSocket socket_;
    RouteMonitor monitor_;
    OnChange onChange_;
    InterfaceTable interfaces_;
    std::set<IpAddress> addresses_;
    std::optional<FdWatch> watch_;
};

} // namespace twinhelm::agent
