#pragma once

#include <cstdint>
#include <functional>
#include <span>
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

    /// True: that was the last of the answer.
    using Take = std::function<bool(std::span<const std::uint8_t> buffer)>;
    /// Sends one request and hands over every buffer of its answer, until there is no more. An errno, or 0.
    [[nodiscard]] int exchange(const NetlinkMessage &message, const Take &take);

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
    std::vector<std::uint32_t> buffer_; ///< aligned as messages are
};

/// A socket that hears these groups; an errno.
[[nodiscard]] tl::expected<FileDescriptor, int> openNetlink(int protocol, std::uint32_t groups);
/// How much may wait to be read. Without the privilege a smaller buffer must do.
void setNetlinkBuffer(int fd, int bytes);

} // namespace twinhelm::agent
