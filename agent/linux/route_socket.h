#pragma once

#include <cstdint>
#include <vector>

#include "agent/linux/file_descriptor.h"
#include "agent/linux/netlink_message.h"
#include "agent/linux/route_change.h"
#include "common/base/result.h"

namespace twinhelm::agent
{

/// Requests to rtnetlink and their answers.
///
/// Cost: one system call for a batch of requests and one for each answer; the kernel works on them within the call,
/// so nothing here waits for anything but the kernel's own lock. Threading: one owner.
class RouteSocket
{
public:
    [[nodiscard]] static Result<RouteSocket> open();

    /// The kernel's answers in order: 0 or an errno.
    [[nodiscard]] std::vector<int> request(const std::vector<NetlinkMessage> &messages);
    /// All links and addresses of this network namespace.
    [[nodiscard]] Result<std::vector<RouteChange>> dump();
    /// Stands in AddressChange::requester of what we asked for ourselves.
    [[nodiscard]] std::uint32_t port() const { return port_; }

private:
    explicit RouteSocket(FileDescriptor fd, std::uint32_t port) : fd_(std::move(fd)), port_(port) {}
    void requestBatch(std::vector<int> &answers, const std::vector<NetlinkMessage> &messages, std::size_t from,
                      std::size_t to);
    [[nodiscard]] Result<std::vector<RouteChange>> dumpOf(std::uint16_t type);

    FileDescriptor fd_;
    std::uint32_t port_ = 0;
    std::uint32_t sequence_ = 0;
};

/// News about links and addresses.
class RouteMonitor
{
public:
    struct News {
        std::vector<RouteChange> changes;
        bool lost = false; ///< the kernel dropped news (ENOBUFS): dump again
    };

    [[nodiscard]] static Result<RouteMonitor> open();
    /// Becomes readable when there is news.
    [[nodiscard]] int fd() const { return fd_.get(); }
    /// Everything that waits now; does not block.
    [[nodiscard]] News read();

private:
    explicit RouteMonitor(FileDescriptor fd) : fd_(std::move(fd)) {}

    FileDescriptor fd_;
};

} // namespace twinhelm::agent
