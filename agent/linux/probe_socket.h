#pragma once

#include <string>

#include <tl/expected.hpp>

#include "agent/linux/file_descriptor.h"
#include "common/health/settings.h"

namespace twinhelm::agent
{

/// Sockets for health checks: as Endpoint says, non-blocking, closed on exec.
enum class ProbeTransport { Tcp, Udp, Ping };

struct ProbeSocket {
    FileDescriptor descriptor;
    bool raw = false; ///< Ping: a raw socket, since ping_group_range lets us have no other
};

/// Why there is no socket: of this node, says nothing about the server. keepalived then tries again later, too.
struct ProbeSocketTrouble {
    int error = 0;
    std::string text; ///< "cannot bind to 10.0.0.9: ..., that address is not on this node"
};

/// socket(), SO_MARK for `fwmark`, SO_BINDTODEVICE for `bind_if`, bind() for `bindto` and `bind_port`. ICMP errors are
/// reported on Udp and Ping (IP_RECVERR, as keepalived asks for). Never blocks.
[[nodiscard]] tl::expected<ProbeSocket, ProbeSocketTrouble> openProbeSocket(ProbeTransport transport,
                                                                            const health::Endpoint &endpoint);

/// 0: connected; EINPROGRESS: it will be writable when it is decided; else an errno.
[[nodiscard]] int connectProbeSocket(int descriptor, const health::Endpoint &endpoint, ProbeTransport transport);
/// What became of a connection, and what ICMP said since (SO_ERROR).
[[nodiscard]] int takeSocketError(int descriptor);
/// Nothing can be said about a server from this errno: the node itself is short of something.
[[nodiscard]] bool isOwnShortage(int error);

/// How many descriptors this process may have open.
[[nodiscard]] std::size_t descriptorLimit();
/// Lets it have `most`, or as many as the system's hard limit allows; never fewer than now. The usual soft limit of
/// 1,024 would make thousands of probes wait for each other.
void raiseDescriptorLimit(std::size_t most);

} // namespace twinhelm::agent
