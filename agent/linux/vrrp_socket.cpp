#include "agent/linux/vrrp_socket.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>

#include <netinet/in.h>
#include <netinet/ip.h>
#include <sys/socket.h>

#include "agent/linux/system_error.h"
#include "common/vrrp/auth_header.h"
#include "common/vrrp/ipv4_datagram.h"

namespace twinhelm::agent
{

namespace
{

/// The longest VRRP message (255 IPv6 addresses) and its IP header.
constexpr std::size_t longestPacket = 5120;
/// Internetwork control, as keepalived marks its packets.
constexpr int trafficClass = 0xc0;

struct Option {
    int level;
    int name;
    int value;
    const char *what;
};

sockaddr_storage socketAddress(const IpAddress &address, int interfaceIndex, socklen_t &length)
{
    sockaddr_storage out{};
    if (address.isV4()) {
        auto &v4 = reinterpret_cast<sockaddr_in &>(out);
        v4.sin_family = AF_INET;
        std::memcpy(&v4.sin_addr, address.bytes().data(), 4);
        length = sizeof v4;
    } else {
        auto &v6 = reinterpret_cast<sockaddr_in6 &>(out);
        v6.sin6_family = AF_INET6;
        std::memcpy(&v6.sin6_addr, address.bytes().data(), 16);
        if (address.isLinkLocal() || address.isMulticast())
            v6.sin6_scope_id = static_cast<std::uint32_t>(interfaceIndex);
        length = sizeof v6;
    }
    return out;
}

IpAddress addressOf(const in6_addr &address)
{
    std::array<std::uint8_t, 16> bytes{};
    std::memcpy(bytes.data(), &address, bytes.size());
    return IpAddress::v6(bytes);
}

std::vector<Option> optionsFor(Family family)
{
    if (family == Family::IPv4) {
        return {{IPPROTO_IP, IP_MULTICAST_TTL, 255, "IP_MULTICAST_TTL"},
                {IPPROTO_IP, IP_MULTICAST_LOOP, 0, "IP_MULTICAST_LOOP"},
                {IPPROTO_IP, IP_MULTICAST_ALL, 0, "IP_MULTICAST_ALL"},
                {IPPROTO_IP, IP_TOS, trafficClass, "IP_TOS"}};
    }
    return {{IPPROTO_IPV6, IPV6_MULTICAST_HOPS, 255, "IPV6_MULTICAST_HOPS"},
            {IPPROTO_IPV6, IPV6_MULTICAST_LOOP, 0, "IPV6_MULTICAST_LOOP"},
            {IPPROTO_IPV6, IPV6_TCLASS, trafficClass, "IPV6_TCLASS"},
            {IPPROTO_IPV6, IPV6_RECVPKTINFO, 1, "IPV6_RECVPKTINFO"},
            {IPPROTO_IPV6, IPV6_RECVHOPLIMIT, 1, "IPV6_RECVHOPLIMIT"}};
}

/// The membership of one group begins or ends.
bool changeMembership(int fd, int interfaceIndex, const IpAddress &group, bool join)
{
    if (group.isV4()) {
        ip_mreqn request{};
        std::memcpy(&request.imr_multiaddr, group.bytes().data(), 4);
        request.imr_ifindex = interfaceIndex;
        return ::setsockopt(fd, IPPROTO_IP, join ? IP_ADD_MEMBERSHIP : IP_DROP_MEMBERSHIP, &request, sizeof request) ==
               0;
    }
    ipv6_mreq request{};
    std::memcpy(&request.ipv6mr_multiaddr, group.bytes().data(), 16);
    request.ipv6mr_interface = static_cast<unsigned>(interfaceIndex);
    return ::setsockopt(fd, IPPROTO_IPV6, join ? IPV6_ADD_MEMBERSHIP : IPV6_DROP_MEMBERSHIP, &request,
                        sizeof request) == 0;
}

bool sendMulticastThrough(int fd, Family family, int interfaceIndex)
{
    if (family == Family::IPv6)
        return ::setsockopt(fd, IPPROTO_IPV6, IPV6_MULTICAST_IF, &interfaceIndex, sizeof interfaceIndex) == 0;
    ip_mreqn request{};
    request.imr_ifindex = interfaceIndex;
    return ::setsockopt(fd, IPPROTO_IP, IP_MULTICAST_IF, &request, sizeof request) == 0;
}

/// IPv6 raw sockets deliver no header; source, destination and hop limit come beside the data.
bool readIpv6(msghdr &message, std::span<const std::uint8_t> data, vrrp::PacketReceived &out)
{
    out.source = addressOf(static_cast<const sockaddr_in6 *>(message.msg_name)->sin6_addr);
    out.authHeader = false;
    out.bytes.assign(data.begin(), data.end());
    for (cmsghdr *one = CMSG_FIRSTHDR(&message); one != nullptr; one = CMSG_NXTHDR(&message, one)) {
        if (one->cmsg_level != IPPROTO_IPV6)
            continue;
        if (one->cmsg_type == IPV6_PKTINFO) {
            in6_pktinfo info{};
            std::memcpy(&info, CMSG_DATA(one), sizeof info);
            out.destination = addressOf(info.ipi6_addr);
        } else if (one->cmsg_type == IPV6_HOPLIMIT) {
            int hops = 0;
            std::memcpy(&hops, CMSG_DATA(one), sizeof hops);
            out.ttl = static_cast<std::uint8_t>(hops);
        }
    }
    return true;
}

/// Appends one control message to a buffer that is large enough.
template<typename Value>
void putControl(msghdr &message, int level, int type, const Value &value)
{
    auto *header =
        reinterpret_cast<cmsghdr *>(static_cast<std::uint8_t *>(message.msg_control) + message.msg_controllen);
    header->cmsg_level = level;
    header->cmsg_type = type;
    header->cmsg_len = CMSG_LEN(sizeof value);
    std::memcpy(CMSG_DATA(header), &value, sizeof value);
    message.msg_controllen += CMSG_SPACE(sizeof value);
}

/// The adverts of 255 virtual routers leave, and come, in one burst; some drivers count 2 KiB for each.
void makeRoom(int fd)
{
    constexpr int bytes = 2 << 20;
    for (const auto &[forced, asked] : {std::pair{SO_RCVBUFFORCE, SO_RCVBUF}, std::pair{SO_SNDBUFFORCE, SO_SNDBUF}}) {
        if (::setsockopt(fd, SOL_SOCKET, forced, &bytes, sizeof bytes) != 0)
            ::setsockopt(fd, SOL_SOCKET, asked, &bytes, sizeof bytes);
    }
}

/// Source address, interface and TTL of one packet.
void putHeaderWishes(msghdr &message, const vrrp::SendPacket &packet, int interfaceIndex)
{
    const int ttl = packet.ttl;
    if (packet.destination.isV4()) {
        in_pktinfo info{};
        info.ipi_ifindex = interfaceIndex;
        std::memcpy(&info.ipi_spec_dst, packet.source.bytes().data(), 4);
        putControl(message, IPPROTO_IP, IP_PKTINFO, info);
        putControl(message, IPPROTO_IP, IP_TTL, ttl);
        return;
    }
    in6_pktinfo info{};
    info.ipi6_ifindex = static_cast<unsigned>(interfaceIndex);
    std::memcpy(&info.ipi6_addr, packet.source.bytes().data(), 16);
    putControl(message, IPPROTO_IPV6, IPV6_PKTINFO, info);
    putControl(message, IPPROTO_IPV6, IPV6_HOPLIMIT, ttl);
}

} // namespace

Result<VrrpSocket> VrrpSocket::open(const std::string &interface, int interfaceIndex, Family family, Protocol protocol)
{
    const auto refused = [&](const std::string &step) {
        return fail("A0310", "VRRP on " + interface + " cannot start: " + step + ": " + errorText(errno),
                    "the engine needs CAP_NET_RAW; start it as root, and look whether the interface is there");
    };
    const int domain = family == Family::IPv4 ? AF_INET : AF_INET6;
    const bool signs = protocol == Protocol::AuthHeader;
    FileDescriptor fd(::socket(domain, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK,
                               signs ? vrrp::protocolAuthHeader : vrrp::protocolVrrp));
    if (!fd.valid())
        return refused("raw socket");
    if (::setsockopt(fd.get(), SOL_SOCKET, SO_BINDTODEVICE, interface.c_str(),
                     static_cast<socklen_t>(interface.size() + 1)) != 0)
        return refused("SO_BINDTODEVICE");
    for (const auto &option : optionsFor(family)) {
        if (::setsockopt(fd.get(), option.level, option.name, &option.value, sizeof option.value) != 0)
            return refused(option.what);
    }
    // What is signed covers the IP header, so the engine has written it.
    const int wholeDatagrams = 1;
    if (signs && ::setsockopt(fd.get(), IPPROTO_IP, IP_HDRINCL, &wholeDatagrams, sizeof wholeDatagrams) != 0)
        return refused("IP_HDRINCL");
    makeRoom(fd.get());
    const int priority = 7; // TC_PRIO_CONTROL: adverts overtake everything else in the interface's queue
    ::setsockopt(fd.get(), SOL_SOCKET, SO_PRIORITY, &priority, sizeof priority);
    if (!sendMulticastThrough(fd.get(), family, interfaceIndex))
        return refused("IP_MULTICAST_IF");
    return VrrpSocket(std::move(fd), interface, interfaceIndex, family);
}

std::string VrrpSocket::setGroups(const std::vector<IpAddress> &groups)
{
    std::string errors;
    const auto change = [&](const IpAddress &group, bool join) {
        if (!changeMembership(fd_.get(), interfaceIndex_, group, join))
            errors += std::string(errors.empty() ? "" : "; ") + (join ? "joining " : "leaving ") + group.toString() +
                      ": " + errorText(errno);
    };
    for (const auto &group : groups_) {
        if (std::ranges::find(groups, group) == groups.end())
            change(group, false);
    }
    for (const auto &group : groups) {
        if (std::ranges::find(groups_, group) == groups_.end())
            change(group, true);
    }
    groups_ = groups;
    return errors;
}

VrrpSocket::Read VrrpSocket::receive(Batch &out) const
{
    struct Slot {
        std::array<std::uint8_t, 128> control;
        sockaddr_storage from;
        iovec part;
    };
    static thread_local std::vector<Slot> slots(batchSize);
    // One thread reads all sockets; the buffers are too large for its stack. Memory that no packet fills is not
    // touched.
    static thread_local const auto buffers = std::make_unique_for_overwrite<std::uint8_t[]>(batchSize * longestPacket);
    static thread_local std::array<mmsghdr, batchSize> messages{};
    for (std::size_t i = 0; i < batchSize; ++i) {
        slots[i].part = {buffers.get() + i * longestPacket, longestPacket};
        msghdr &header = messages[i].msg_hdr;
        header.msg_iov = &slots[i].part;
        header.msg_iovlen = 1;
        header.msg_name = &slots[i].from;
        header.msg_namelen = sizeof slots[i].from;
        header.msg_control = slots[i].control.data();
        header.msg_controllen = slots[i].control.size();
    }
    const int got = ::recvmmsg(fd_.get(), messages.data(), batchSize, 0, nullptr);
    Read done;
    for (; got > 0 && done.read < static_cast<std::size_t>(got); ++done.read) {
        const std::span<const std::uint8_t> data(buffers.get() + done.read * longestPacket,
                                                 messages[done.read].msg_len);
        auto &packet = out[done.usable];
        const bool usable = family_ == Family::IPv4 ? vrrp::readIpv4Datagram(data, packet)
                                                    : readIpv6(messages[done.read].msg_hdr, data, packet);
        if (!usable)
            continue;
        packet.interface = interface_;
        ++done.usable;
    }
    return done;
}

void VrrpSocket::send(std::span<const vrrp::SendPacket *const> packets,
                      const std::function<void(const vrrp::SendPacket &, int error)> &onFailed) const
{
    struct Slot {
        alignas(cmsghdr) std::array<std::uint8_t, 128> control;
        sockaddr_storage destination;
        iovec part;
    };
    static thread_local std::vector<Slot> slots(batchSize);
    static thread_local std::array<mmsghdr, batchSize> messages{};
    while (!packets.empty()) {
        const auto count = std::min(packets.size(), batchSize);
        for (std::size_t i = 0; i < count; ++i) {
            slots[i].part = {const_cast<std::uint8_t *>(packets[i]->bytes.data()), packets[i]->bytes.size()};
            msghdr &header = messages[i].msg_hdr;
            header = {};
            header.msg_iov = &slots[i].part;
            header.msg_iovlen = 1;
            header.msg_control = slots[i].control.data();
            slots[i].destination = socketAddress(packets[i]->destination, interfaceIndex_, header.msg_namelen);
            header.msg_name = &slots[i].destination;
            putHeaderWishes(header, *packets[i], interfaceIndex_);
        }
        const int got =
            ::sendmmsg(fd_.get(), messages.data(), static_cast<unsigned>(count), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (got > 0) {
            packets = packets.subspan(static_cast<std::size_t>(got));
            continue;
        }
        onFailed(*packets.front(), errno);
        packets = packets.subspan(1);
    }
}

} // namespace twinhelm::agent
