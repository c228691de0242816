#include "agent/linux/packet_socket.h"

#include <cerrno>
#include <vector>

#include <linux/if_packet.h>
#include <sys/socket.h>

#include "agent/linux/system_error.h"

namespace twinhelm::agent
{

Result<PacketSocket> PacketSocket::open()
{
    // Protocol 0: nothing is ever queued for reading.
    FileDescriptor fd(::socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!fd.valid())
        return fail("A0320", "no packet socket for gratuitous ARP: " + errorText(errno),
                    "the engine needs CAP_NET_RAW; start it as root");
    return PacketSocket(std::move(fd));
}

std::string PacketSocket::send(int interfaceIndex, std::span<const Frame> frames) const
{
    sockaddr_ll destination{};
    destination.sll_family = AF_PACKET;
    destination.sll_ifindex = interfaceIndex;
    destination.sll_halen = 6;
    std::vector<iovec> parts(frames.size());
    std::vector<mmsghdr> messages(frames.size());
    for (std::size_t i = 0; i < frames.size(); ++i) {
        parts[i] = {const_cast<std::uint8_t *>(frames[i].data()), frames[i].size()};
        messages[i].msg_hdr.msg_iov = &parts[i];
        messages[i].msg_hdr.msg_iovlen = 1;
        messages[i].msg_hdr.msg_name = &destination;
        messages[i].msg_hdr.msg_namelen = sizeof destination;
    }
    std::size_t sent = 0;
    while (sent < messages.size()) {
        const int got = ::sendmmsg(fd_.get(), messages.data() + sent, static_cast<unsigned>(messages.size() - sent), 0);
        if (got <= 0)
            return errorText(errno);
        sent += static_cast<std::size_t>(got);
    }
    return {};
}

} // namespace twinhelm::agent
