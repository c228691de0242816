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
    // A thousand instances may become master in the same instant.
    constexpr int room = 4 << 20;
    if (::setsockopt(fd.get(), SOL_SOCKET, SO_SNDBUFFORCE, &room, sizeof room) != 0)
        ::setsockopt(fd.get(), SOL_SOCKET, SO_SNDBUF, &room, sizeof room);
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
    // One that the queue has no room for does not keep the others back: each moves the traffic of another address.
    std::string error;
    for (std::size_t done = 0; done < messages.size();) {
        const int got = ::sendmmsg(fd_.get(), messages.data() + done, static_cast<unsigned>(messages.size() - done), 0);
        if (got <= 0 && error.empty())
            error = errorText(errno);
        done += got > 0 ? static_cast<std::size_t>(got) : 1;
    }
    return error;
}

} // namespace twinhelm::agent
