#pragma once

#include <cstdint>
#include <vector>

#include "agent/linux/file_descriptor.h"
#include "agent/linux/netlink_socket.h"
#include "agent/linux/route_change.h"
#include "common/base/result.h"

namespace twinhelm::agent
{

/// Requests to rtnetlink and their answers. Cost and threading as of NetlinkSocket.
class RouteSocket
{
public:
    [[nodiscard]] static Result<RouteSocket> open();

    /// The kernel's answers in order: 0 or an errno.
    [[nodiscard]] std::vector<int> request(const std::vector<NetlinkMessage> &messages)
    {
        return socket_.request(messages);
    }
    /// All links and addresses of this network namespace.
    [[nodiscard]] Result<std::vector<RouteChange>> dump();
    /// Stands in AddressChange::requester of what we asked for ourselves.
    [[nodiscard]] std::uint32_t port() const { return socket_.port(); }

private:
    explicit RouteSocket(NetlinkSocket socket) : socket_(std::move(socket)) {}
    [[nodiscard]] Result<std::vector<RouteChange>> dumpOf(std::uint16_t type);

    NetlinkSocket socket_;
};

/// News about links, addresses and, when asked for, removed routes and rules.
class RouteMonitor
{
public:
    struct News {
        std::vector<RouteChange> changes;
        bool lost = false; ///< the kernel dropped news (ENOBUFS): dump again
    };

    /// `bufferBytes`: how much news may wait.
    [[nodiscard]] static Result<RouteMonitor> open(int bufferBytes = 4 << 20);
    /// Hear about routes and rules, too: only when we have some, for a router's table may change all day.
    void followRoutes();
    /// Becomes readable when there is news.
    [[nodiscard]] int fd() const { return fd_.get(); }
    /// Everything that waits now; does not block.
    [[nodiscard]] News read();

private:
    explicit RouteMonitor(FileDescriptor fd) : fd_(std::move(fd)) {}

    FileDescriptor fd_;
};

} // namespace twinhelm::agent
