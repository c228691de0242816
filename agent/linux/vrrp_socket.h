#pragma once

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
    /// Appends what waits, at most one batch; does not block. False: nothing waited.
    bool receive(std::vector<vrrp::PacketReceived> &out);
    /// Source address and TTL as the packet says. Empty: sent; else what went wrong.
    [[nodiscard]] std::string send(const vrrp::SendPacket &packet) const;

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
