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
/// Cost: two system calls for 256 requests when none of them fails: only the last one of a batch asks for an answer,
/// failures answer by themselves. The kernel works within the call, so nothing here waits for anything but the
/// kernel's own lock. Threading: one owner.
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
    [[nodiscard]] bool readAnswers(std::vector<int> &answers, std::size_t from, std::size_t to, std::uint32_t first);
    [[nodiscard]] Result<std::vector<RouteChange>> dumpOf(std::uint16_t type);

    FileDescriptor fd_;
    std::uint32_t port_ = 0;
    std::uint32_t sequence_ = 0;
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
