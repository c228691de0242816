#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include <tl/expected.hpp>

#include "agent/linux/file_descriptor.h"
#include "agent/linux/netlink_message.h"

namespace twinhelm::agent
{

/// Requests to one of the kernel's netlink protocols, and their answers.
///
/// Cost: two system calls for 256 requests when none of them fails: only the last one of a batch asks for an answer,
/// failures answer by themselves. The kernel works within the call, so nothing here waits for anything but the
/// kernel's own lock. Threading: one owner.
class NetlinkSocket
{
public:
    /// `protocol` as NETLINK_ROUTE. The error is an errno.
    [[nodiscard]] static tl::expected<NetlinkSocket, int> open(int protocol);

    /// The kernel's answers in order: 0 or an errno.
    [[nodiscard]] std::vector<int> request(const std::vector<NetlinkMessage> &messages);

    /// Sends one request and hands every buffer that comes as its answer to `take`, until that returns true: it was
    /// the last one. An errno, or 0.
    [[nodiscard]] int exchange(const NetlinkMessage &message,
                               const std::function<bool(const std::uint8_t *data, std::size_t size)> &take);

    /// Ours, as the kernel names who asked for a change.
    [[nodiscard]] std::uint32_t port() const { return port_; }

private:
    NetlinkSocket(FileDescriptor fd, std::uint32_t port) : fd_(std::move(fd)), port_(port) {}
    void requestBatch(std::vector<int> &answers, const std::vector<NetlinkMessage> &messages, std::size_t from,
                      std::size_t to);
    [[nodiscard]] bool readAnswers(std::vector<int> &answers, std::size_t from, std::size_t to, std::uint32_t first);

    FileDescriptor fd_;
    std::uint32_t port_ = 0;
    std::uint32_t sequence_ = 0;
};

} // namespace twinhelm::agent
