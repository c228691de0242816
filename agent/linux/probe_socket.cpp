#include "agent/linux/probe_socket.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <net/if.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include "agent/linux/system_error.h"

namespace twinhelm::agent
{

namespace
{

struct SocketAddress {
    sockaddr_storage storage{};
    socklen_t size = 0;
    [[nodiscard]] const sockaddr *get() const { return reinterpret_cast<const sockaddr *>(&storage); }
};

SocketAddress addressOf(const IpAddress &address, std::uint16_t port, const std::string &interface)
{
    SocketAddress out;
    if (address.isV4()) {
        sockaddr_in v4{};
        v4.sin_family = AF_INET;
        v4.sin_port = htons(port);
        std::memcpy(&v4.sin_addr, address.bytes().data(), 4);
        std::memcpy(&out.storage, &v4, sizeof v4);
        out.size = sizeof v4;
    } else {
        sockaddr_in6 v6{};
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(port);
        std::memcpy(&v6.sin6_addr, address.bytes().data(), 16);
        if (address.isLinkLocal() && !interface.empty())
            v6.sin6_scope_id = ::if_nametoindex(interface.c_str());
        std::memcpy(&out.storage, &v6, sizeof v6);
        out.size = sizeof v6;
    }
    return out;
}

tl::unexpected<ProbeSocketTrouble> trouble(const std::string &what, int error)
{
    return tl::unexpected(ProbeSocketTrouble{error, what + ": " + errorText(error)});
}

/// socket() as the transport wants it; `raw` says what it became.
int newSocket(ProbeTransport transport, bool v6, bool &raw)
{
    constexpr int flags = SOCK_NONBLOCK | SOCK_CLOEXEC;
    const int family = v6 ? AF_INET6 : AF_INET;
    raw = false;
    if (transport == ProbeTransport::Tcp)
        return ::socket(family, SOCK_STREAM | flags, IPPROTO_TCP);
    if (transport == ProbeTransport::Udp)
        return ::socket(family, SOCK_DGRAM | flags, IPPROTO_UDP);
    const int protocol = v6 ? static_cast<int>(IPPROTO_ICMPV6) : static_cast<int>(IPPROTO_ICMP);
    const int datagram = ::socket(family, SOCK_DGRAM | flags, protocol);
    if (datagram >= 0 || (errno != EACCES && errno != EPERM))
        return datagram;
    raw = true;
    return ::socket(family, SOCK_RAW | flags, protocol);
}

std::string socketWords(ProbeTransport transport, int error)
{
    if (transport == ProbeTransport::Ping && (error == EACCES || error == EPERM))
        return "cannot ping: net.ipv4.ping_group_range does not hold this process's group, and it has no CAP_NET_RAW";
    return "cannot open a socket";
}

tl::expected<void, ProbeSocketTrouble> bindAsTold(int descriptor, const health::Endpoint &endpoint)
{
    if (!endpoint.bindAddress && endpoint.bindPort == 0)
        return {};
    const int on = 1;
    if (endpoint.bindPort == 0) // the port is chosen at connect(): one port serves many servers
        (void)::setsockopt(descriptor, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
    else
        (void)::setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    const auto any = endpoint.address.isV6() ? IpAddress::v6({}) : IpAddress();
    const auto address = endpoint.bindAddress.value_or(any);
    if (address.family() != endpoint.address.family())
        return tl::unexpected(ProbeSocketTrouble{EAFNOSUPPORT, "cannot reach " + endpoint.address.toString() +
                                                                   " from bindto " + address.toString() +
                                                                   ": they are of different families"});
    const auto local = addressOf(address, endpoint.bindPort, endpoint.bindInterface);
    if (::bind(descriptor, local.get(), local.size) == 0)
        return {};
    auto what = "cannot bind to " + address.toString();
    if (endpoint.bindPort != 0)
        what += " port " + std::to_string(endpoint.bindPort);
    if (errno == EADDRNOTAVAIL)
        return tl::unexpected(ProbeSocketTrouble{errno, what + ": that address is not on this node"});
    return trouble(what, errno);
}

} // namespace

tl::expected<ProbeSocket, ProbeSocketTrouble> openProbeSocket(ProbeTransport transport,
                                                              const health::Endpoint &endpoint)
{
    const bool v6 = endpoint.address.isV6();
    ProbeSocket out;
    out.descriptor.reset(newSocket(transport, v6, out.raw));
    if (!out.descriptor.valid()) {
        const int error = errno;
        return trouble(socketWords(transport, error), error);
    }
    const int fd = out.descriptor.get();
    if (endpoint.fwmark != 0 && ::setsockopt(fd, SOL_SOCKET, SO_MARK, &endpoint.fwmark, sizeof endpoint.fwmark) != 0)
        return trouble("cannot set fwmark " + std::to_string(endpoint.fwmark), errno);
    const auto &interface = endpoint.bindInterface;
    if (!interface.empty() && ::setsockopt(fd, SOL_SOCKET, SO_BINDTODEVICE, interface.c_str(),
                                           static_cast<socklen_t>(interface.size() + 1)) != 0)
        return trouble("cannot use interface " + interface, errno);
    if (transport != ProbeTransport::Tcp) {
        const int on = 1;
        (void)::setsockopt(fd, v6 ? IPPROTO_IPV6 : IPPROTO_IP, v6 ? IPV6_RECVERR : IP_RECVERR, &on, sizeof on);
    }
    health::Endpoint local = endpoint;
    if (transport == ProbeTransport::Ping)
        local.bindPort = 0; // keepalived reads it and makes nothing of it
    if (auto bound = bindAsTold(fd, local); !bound)
        return tl::unexpected(bound.error());
    return out;
}

int connectProbeSocket(int descriptor, const health::Endpoint &endpoint, ProbeTransport transport)
{
    const auto port = transport == ProbeTransport::Ping ? std::uint16_t{0} : endpoint.port;
    const auto peer = addressOf(endpoint.address, port, endpoint.bindInterface);
    return ::connect(descriptor, peer.get(), peer.size) == 0 ? 0 : errno;
}

int takeSocketError(int descriptor)
{
    int error = 0;
    socklen_t size = sizeof error;
    return ::getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? error : errno;
}

bool isOwnShortage(int error)
{
    switch (error) {
    case EMFILE:
    case ENFILE:
    case ENOMEM:
    case ENOBUFS:
    case EADDRNOTAVAIL: // no port left
    case EADDRINUSE:
    case EPERM: // a firewall rule of our own, or no right to a mark
    case EACCES:
    case EAFNOSUPPORT: return true;
    default: return false;
    }
}

std::size_t descriptorLimit()
{
    rlimit limit{};
    constexpr std::size_t usual = 1024;
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return usual;
    return limit.rlim_cur == RLIM_INFINITY ? std::size_t{1} << 20U : static_cast<std::size_t>(limit.rlim_cur);
}

void raiseDescriptorLimit(std::size_t most)
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    const auto wanted = std::min<rlim_t>(most, limit.rlim_max);
    if (wanted <= limit.rlim_cur)
        return;
    limit.rlim_cur = wanted;
    ::setrlimit(RLIMIT_NOFILE, &limit); // refused: it stays as it is, and probes wait for their turn
}

} // namespace twinhelm::agent
