#pragma once

#include <array>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "agent/linux/file_descriptor.h"
#include "common/base/result.h"
#include "common/vrrp/node_events.h"

namespace twinhelm::agent
{

/// A raw socket for protocol 112 on one interface and family: multicast TTL 255, no loop, member of the groups that
/// setGroups() names.
/// Threading: one owner. Needs CAP_NET_RAW.
class VrrpSocket
{
public:
    /// AuthHeader (IPv4 only): what is sent is a whole datagram with its IP header (vrrp/auth_header.h).
    enum class Protocol : std::uint8_t { Vrrp, AuthHeader };

    /// A0310 with the step that failed.
    [[nodiscard]] static Result<VrrpSocket> open(const std::string &interface, int interfaceIndex, Family family,
                                                 Protocol protocol = Protocol::Vrrp);
    /// Joins and leaves what differs from the groups so far. Empty: done; else what went wrong.
    [[nodiscard]] std::string setGroups(const std::vector<IpAddress> &groups);

    [[nodiscard]] int fd() const { return fd_.get(); }
    /// What one reading takes at most.
    static constexpr std::size_t batchSize = 64;
    using Batch = std::array<vrrp::PacketReceived, batchSize>;
    /// Reads what waits, at most one batch; does not block. `out` is filled from its beginning and may be used again
    /// and again, which saves allocations. How many datagrams waited (`read`), and how many of them are in `out`.
    struct Read {
        std::size_t read = 0;
        std::size_t usable = 0;
    };
    [[nodiscard]] Read receive(Batch &out) const;
    /// Source addresses and TTLs as the packets say; all are tried. Tells those that did not leave with their errno.
    void send(std::span<const vrrp::SendPacket *const> packets,
              const std::function<void(const vrrp::SendPacket &, int error)> &onFailed) const;

private:
    VrrpSocket(FileDescriptor fd, std::string interface, int interfaceIndex, Family family)
        : fd_(std::move(fd)), interface_(std::move(interface)), interfaceIndex_(interfaceIndex), family_(family)
    {
    }

    FileDescriptor fd_;
    std::string interface_;
    int interfaceIndex_ = 0;
    Family family_ = Family::IPv4;
    std::vector<IpAddress> groups_;
};

} // namespace twinhelm::agent
