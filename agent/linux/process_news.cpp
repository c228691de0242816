#include "agent/linux/process_news.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <optional>

#include <linux/cn_proc.h>
#include <linux/connector.h>
#include <linux/netlink.h>
#include <sys/socket.h>
#include <unistd.h>

#include "agent/linux/system_error.h"

namespace twinhelm::agent
{

namespace
{

constexpr int receiveBuffer = 1 << 20; // bytes; a busy host forks in bursts
constexpr std::size_t eventAt = sizeof(cn_msg);

std::optional<ProcessNews> newsOf(const proc_event &event)
{
    using Kind = ProcessNews::Kind;
    const auto &data = event.event_data;
    switch (event.what) {
    case proc_event::PROC_EVENT_FORK:
        if (data.fork.child_pid != data.fork.child_tgid)
            return std::nullopt; // a thread
        return ProcessNews{Kind::Forked, data.fork.child_pid, data.fork.parent_tgid};
    case proc_event::PROC_EVENT_EXEC: return ProcessNews{Kind::Changed, data.exec.process_tgid, 0};
    case proc_event::PROC_EVENT_COMM:
        if (data.comm.process_pid != data.comm.process_tgid)
            return std::nullopt;
        return ProcessNews{Kind::Changed, data.comm.process_pid, 0};
    case proc_event::PROC_EVENT_EXIT:
        if (data.exit.process_pid != data.exit.process_tgid)
            return std::nullopt;
        return ProcessNews{Kind::Ended, data.exit.process_pid, 0};
    default: return std::nullopt;
    }
}

tl::unexpected<Error> refused(const char *step)
{
    return fail("A0341", std::string("the kernel does not tell of processes (") + step + "): " + errorText(errno),
                "the process events connector is there for root in the machine's first network namespace only");
}

} // namespace

std::vector<ProcessNews> parseProcessNews(std::span<const std::uint8_t> datagram)
{
    std::vector<ProcessNews> out;
    while (datagram.size() >= NLMSG_HDRLEN) {
        nlmsghdr header{};
        std::memcpy(&header, datagram.data(), sizeof header);
        if (header.nlmsg_len < NLMSG_HDRLEN || header.nlmsg_len > datagram.size())
            return out;
        const auto payload = datagram.subspan(NLMSG_HDRLEN, header.nlmsg_len - NLMSG_HDRLEN);
        // Older kernels send less than today's union; what is missing stays 0.
        if (payload.size() > eventAt && header.nlmsg_type != NLMSG_ERROR) {
            cn_msg message{};
            std::memcpy(&message, payload.data(), eventAt);
            proc_event event{};
            std::memcpy(&event, payload.data() + eventAt, std::min(sizeof event, payload.size() - eventAt));
            const bool whole = payload.size() - eventAt >= offsetof(proc_event, event_data) + 8;
            if (message.id.idx == CN_IDX_PROC && message.id.val == CN_VAL_PROC && whole) {
                if (auto news = newsOf(event))
                    out.push_back(*news);
            }
        }
        datagram = datagram.subspan(std::min<std::size_t>(NLMSG_ALIGN(header.nlmsg_len), datagram.size()));
    }
    return out;
}

Result<ProcessNewsSocket> ProcessNewsSocket::open()
{
    FileDescriptor fd(::socket(AF_NETLINK, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_CONNECTOR));
    if (!fd.valid())
        return refused("socket");
    sockaddr_nl address{};
    address.nl_family = AF_NETLINK;
    address.nl_groups = CN_IDX_PROC;
    if (::bind(fd.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return refused("bind");
    ::setsockopt(fd.get(), SOL_SOCKET, SO_RCVBUFFORCE, &receiveBuffer, sizeof receiveBuffer);

    constexpr std::size_t length = eventAt + sizeof(proc_cn_mcast_op);
    alignas(nlmsghdr) std::array<std::uint8_t, NLMSG_SPACE(length)> bytes{};
    nlmsghdr header{};
    header.nlmsg_len = NLMSG_LENGTH(length);
    header.nlmsg_type = NLMSG_DONE;
    cn_msg message{};
    message.id = {CN_IDX_PROC, CN_VAL_PROC};
    message.len = sizeof(proc_cn_mcast_op);
    const proc_cn_mcast_op listen = PROC_CN_MCAST_LISTEN;
    std::memcpy(bytes.data(), &header, sizeof header);
    std::memcpy(bytes.data() + NLMSG_HDRLEN, &message, eventAt);
    std::memcpy(bytes.data() + NLMSG_HDRLEN + eventAt, &listen, sizeof listen);
    if (::send(fd.get(), bytes.data(), header.nlmsg_len, 0) < 0)
        return refused("subscription");
    return ProcessNewsSocket(std::move(fd));
}

std::vector<ProcessNews> ProcessNewsSocket::read()
{
    constexpr int mostInOneGo = 256; // datagrams; packets want their turn
    std::vector<ProcessNews> out;
    std::array<std::uint8_t, 4096> buffer{};
    for (int i = 0; i < mostInOneGo; ++i) {
        sockaddr_nl from{};
        socklen_t size = sizeof from;
        const auto got =
            ::recvfrom(fd_.get(), buffer.data(), buffer.size(), 0, reinterpret_cast<sockaddr *>(&from), &size);
        if (got < 0 && errno == ENOBUFS) {
            out.push_back({ProcessNews::Kind::Lost, 0, 0});
            continue;
        }
        if (got <= 0)
            break;
        if (from.nl_pid != 0)
            continue; // not from the kernel
        const auto news = parseProcessNews({buffer.data(), static_cast<std::size_t>(got)});
        out.insert(out.end(), news.begin(), news.end());
    }
    return out;
}

} // namespace twinhelm::agent
