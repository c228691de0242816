#include "agent/linux/unix_datagram.h"

#include <cstddef>

#include <sys/socket.h>
#include <sys/un.h>

namespace twinhelm::agent
{

bool sendDatagram(int fd, const std::string &path, std::string_view bytes)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (fd < 0 || path.empty() || path.size() >= sizeof address.sun_path)
        return false;
    path.copy(address.sun_path, path.size());
    const bool abstract = path.front() == '@';
    if (abstract)
        address.sun_path[0] = '\0';
    const auto length = offsetof(sockaddr_un, sun_path) + path.size() + (abstract ? 0 : 1);
    const auto sent = ::sendto(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL,
                               reinterpret_cast<const sockaddr *>(&address), static_cast<socklen_t>(length));
    return sent == static_cast<ssize_t>(bytes.size());
}

} // namespace twinhelm::agent
