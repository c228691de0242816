#include "agent/linux/route_socket.h"

#include <cerrno>

#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>

#include "agent/linux/system_error.h"

namespace twinhelm::agent
{

namespace
{

constexpr std::size_t readBuffer = std::size_t{64} << 10U;

tl::unexpected<Error> refused(const std::string &what, int error)
{
    return fail("A0301", "rtnetlink: " + what + ": " + errorText(error),
                "the engine needs CAP_NET_ADMIN to move addresses; start it as root");
}

} // namespace

Result<RouteSocket> RouteSocket::open()
{
    auto socket = NetlinkSocket::open(NETLINK_ROUTE);
    if (!socket)
        return refused("no socket", socket.error());
    return RouteSocket(std::move(*socket));
}

Result<std::vector<RouteChange>> RouteSocket::dump()
{
    auto links = dumpOf(RTM_GETLINK);
    if (!links)
        return links;
    auto addresses = dumpOf(RTM_GETADDR);
    if (!addresses)
        return addresses;
    links->insert(links->end(), addresses->begin(), addresses->end());
    return links;
}

Result<std::vector<RouteChange>> RouteSocket::dumpOf(std::uint16_t type)
{
    constexpr int attempts = 5;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        std::vector<RouteChange> out;
        bool interrupted = false;
        int answer = 0;
        const int error = socket_.exchange(dumpMessage(type), [&](std::span<const std::uint8_t> buffer) {
            auto parsed = parseRouteMessages(buffer);
            interrupted = interrupted || parsed.interrupted;
            answer = parsed.error;
            out.insert(out.end(), std::make_move_iterator(parsed.changes.begin()),
                       std::make_move_iterator(parsed.changes.end()));
            return parsed.done || parsed.error != 0;
        });
        if (error != 0 || answer != 0)
            return refused("dump", error != 0 ? error : answer);
        if (!interrupted)
            return out;
    }
    return refused("the interfaces change faster than they can be listed", EAGAIN);
}

Result<RouteMonitor> RouteMonitor::open(int bufferBytes)
{
    auto fd = openNetlink(NETLINK_ROUTE, RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR);
    if (!fd)
        return refused("no socket for news", fd.error());
    // Many interfaces going down at once overrun the default buffer.
    setNetlinkBuffer(fd->get(), bufferBytes);
    return RouteMonitor(std::move(*fd));
}

void RouteMonitor::followRoutes()
{
    for (const int group : {RTNLGRP_IPV4_ROUTE, RTNLGRP_IPV6_ROUTE, RTNLGRP_IPV4_RULE, RTNLGRP_IPV6_RULE})
        ::setsockopt(fd_.get(), SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, &group, sizeof group);
}

RouteMonitor::News RouteMonitor::read()
{
    News out;
    std::vector<std::uint8_t> buffer(readBuffer);
    while (true) {
        const ssize_t got = ::recv(fd_.get(), buffer.data(), buffer.size(), 0);
        if (got < 0 && errno == ENOBUFS) {
            out.lost = true;
            continue;
        }
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return out;
        auto parsed = parseRouteMessages({buffer.data(), static_cast<std::size_t>(got)});
        out.changes.insert(out.changes.end(), std::make_move_iterator(parsed.changes.begin()),
                           std::make_move_iterator(parsed.changes.end()));
    }
}

} // namespace twinhelm::agent
