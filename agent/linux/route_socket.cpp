#include "agent/linux/route_socket.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <netlink/msg.h>
#include <sys/socket.h>

#include "agent/linux/system_error.h"

namespace twinhelm::agent
{

namespace
{

constexpr std::size_t batchSize = 256;
/// All of a batch may fail, and each failure waits for us: about 1 KiB of buffer.
constexpr int answerBuffer = 1 << 20;
constexpr std::size_t readBuffer = std::size_t{64} << 10U;
constexpr int noAnswer = -1;

tl::unexpected<Error> refused(const std::string &what)
{
    return fail("A0301", "rtnetlink: " + what + ": " + errorText(errno),
                "the engine needs CAP_NET_ADMIN to move addresses; start it as root");
}

/// Without the privilege a smaller one must do.
void setBuffer(int fd, int bytes)
{
    if (::setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &bytes, sizeof bytes) != 0)
        ::setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
}

Result<FileDescriptor> openSocket(std::uint32_t groups)
{
    FileDescriptor fd(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE));
    if (!fd.valid())
        return refused("no socket");
    sockaddr_nl address{};
    address.nl_family = AF_NETLINK;
    address.nl_groups = groups;
    if (::bind(fd.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return refused("bind");
    return fd;
}

} // namespace

Result<RouteSocket> RouteSocket::open()
{
    auto fd = openSocket(0);
    if (!fd)
        return tl::unexpected(fd.error());
    const int on = 1;
    // Answers without a copy of the request: smaller, and all that is needed.
    ::setsockopt(fd->get(), SOL_NETLINK, NETLINK_CAP_ACK, &on, sizeof on);
    setBuffer(fd->get(), answerBuffer);
    sockaddr_nl address{};
    socklen_t length = sizeof address;
    if (::getsockname(fd->get(), reinterpret_cast<sockaddr *>(&address), &length) != 0)
        return refused("getsockname");
    return RouteSocket(std::move(*fd), address.nl_pid);
}

std::vector<int> RouteSocket::request(const std::vector<NetlinkMessage> &messages)
{
    std::vector<int> answers(messages.size(), noAnswer);
    for (std::size_t from = 0; from < messages.size(); from += batchSize)
        requestBatch(answers, messages, from, std::min(messages.size(), from + batchSize));
    return answers;
}

void RouteSocket::requestBatch(std::vector<int> &answers, const std::vector<NetlinkMessage> &messages, std::size_t from,
                               std::size_t to)
{
    const std::uint32_t first = sequence_ + 1;
    std::vector<iovec> parts;
    parts.reserve(to - from);
    for (std::size_t i = from; i < to; ++i) {
        nlmsghdr *header = nlmsg_hdr(messages[i].get());
        header->nlmsg_seq = ++sequence_;
        header->nlmsg_flags = static_cast<std::uint16_t>(i + 1 == to ? header->nlmsg_flags | NLM_F_ACK
                                                                     : header->nlmsg_flags & ~unsigned{NLM_F_ACK});
        parts.push_back({header, NLMSG_ALIGN(header->nlmsg_len)});
    }
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    if (::sendmsg(fd_.get(), &message, 0) < 0) {
        std::fill(answers.begin() + static_cast<std::ptrdiff_t>(from),
                  answers.begin() + static_cast<std::ptrdiff_t>(to), errno);
        return;
    }
    if (readAnswers(answers, from, to, first))
        return;
    // Answers were lost for want of memory. Every request may be repeated without harm; now one by one.
    for (std::size_t i = from; i < to; ++i) {
        if (answers[i] == noAnswer && to - from > 1)
            requestBatch(answers, messages, i, i + 1);
        else if (answers[i] == noAnswer)
            answers[i] = ENOBUFS;
    }
}

/// The kernel has worked on all of them by now; every answer already waits. False: the last one's is missing.
bool RouteSocket::readAnswers(std::vector<int> &answers, std::size_t from, std::size_t to, std::uint32_t first)
{
    alignas(nlmsghdr) std::array<std::uint8_t, 8192> buffer{};
    while (true) {
        const ssize_t got = ::recv(fd_.get(), buffer.data(), buffer.size(), 0);
        if (got < 0 && (errno == EINTR || errno == ENOBUFS))
            continue;
        if (got <= 0)
            return false;
        auto *header = reinterpret_cast<nlmsghdr *>(buffer.data());
        int left = static_cast<int>(got);
        for (; nlmsg_ok(header, left) != 0; header = nlmsg_next(header, &left)) {
            const std::uint32_t index = header->nlmsg_seq - first;
            if (header->nlmsg_type != NLMSG_ERROR || index >= to - from)
                continue;
            answers[from + index] = -static_cast<const nlmsgerr *>(nlmsg_data(header))->error;
        }
        if (answers[to - 1] == noAnswer)
            continue;
        // In order, so that those before the last one have had their say: silence is consent.
        std::replace(answers.begin() + static_cast<std::ptrdiff_t>(from),
                     answers.begin() + static_cast<std::ptrdiff_t>(to), noAnswer, 0);
        return true;
    }
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
        const auto message = dumpMessage(type);
        nlmsghdr *header = nlmsg_hdr(message.get());
        header->nlmsg_seq = ++sequence_;
        if (::send(fd_.get(), header, header->nlmsg_len, 0) < 0)
            return refused("dump");
        std::vector<RouteChange> out;
        std::vector<std::uint8_t> buffer(readBuffer);
        bool interrupted = false;
        while (true) {
            const ssize_t got = ::recv(fd_.get(), buffer.data(), buffer.size(), 0);
            if (got < 0)
                return refused("dump");
            auto parsed = parseRouteMessages({buffer.data(), static_cast<std::size_t>(got)});
            interrupted = interrupted || parsed.interrupted;
            out.insert(out.end(), std::make_move_iterator(parsed.changes.begin()),
                       std::make_move_iterator(parsed.changes.end()));
            if (parsed.error != 0) {
                errno = parsed.error;
                return refused("dump");
            }
            if (parsed.done)
                break;
        }
        if (!interrupted)
            return out;
    }
    errno = EAGAIN;
    return refused("the interfaces change faster than they can be listed");
}

Result<RouteMonitor> RouteMonitor::open(int bufferBytes)
{
    auto fd = openSocket(RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR);
    if (!fd)
        return tl::unexpected(fd.error());
    // Many interfaces going down at once overrun the default buffer.
    setBuffer(fd->get(), bufferBytes);
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
