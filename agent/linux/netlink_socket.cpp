#include "agent/linux/netlink_socket.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <linux/netlink.h>
#include <netlink/msg.h>
#include <sys/socket.h>

namespace twinhelm::agent
{

namespace
{

constexpr std::size_t batchSize = 256;
/// All of a batch may fail, and each failure waits for us: about 1 KiB of buffer.
constexpr int answerBuffer = 1 << 20;
constexpr std::size_t readBuffer = std::size_t{64} << 10U;
constexpr int noAnswer = -1;

} // namespace

void setNetlinkBuffer(int fd, int bytes)
{
    if (::setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &bytes, sizeof bytes) != 0)
        ::setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
}

tl::expected<FileDescriptor, int> openNetlink(int protocol, std::uint32_t groups)
{
    FileDescriptor fd(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, protocol));
    if (!fd.valid())
        return tl::unexpected(errno);
    sockaddr_nl address{};
    address.nl_family = AF_NETLINK;
    address.nl_groups = groups;
    if (::bind(fd.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return tl::unexpected(errno);
    return fd;
}

tl::expected<NetlinkSocket, int> NetlinkSocket::open(int protocol)
{
    auto fd = openNetlink(protocol, 0);
    if (!fd)
        return tl::unexpected(fd.error());
    const int on = 1;
    // Answers without a copy of the request: smaller, and all that is needed.
    ::setsockopt(fd->get(), SOL_NETLINK, NETLINK_CAP_ACK, &on, sizeof on);
    setNetlinkBuffer(fd->get(), answerBuffer);
    sockaddr_nl address{};
    socklen_t length = sizeof address;
    if (::getsockname(fd->get(), reinterpret_cast<sockaddr *>(&address), &length) != 0)
        return tl::unexpected(errno);
    return NetlinkSocket(std::move(*fd), address.nl_pid);
}

std::vector<int> NetlinkSocket::request(const std::vector<NetlinkMessage> &messages)
{
    std::vector<int> answers(messages.size(), noAnswer);
    for (std::size_t from = 0; from < messages.size(); from += batchSize)
        requestBatch(answers, messages, from, std::min(messages.size(), from + batchSize));
    return answers;
}

void NetlinkSocket::requestBatch(std::vector<int> &answers, const std::vector<NetlinkMessage> &messages,
                                 std::size_t from, std::size_t to)
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
bool NetlinkSocket::readAnswers(std::vector<int> &answers, std::size_t from, std::size_t to, std::uint32_t first)
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

int NetlinkSocket::exchange(const NetlinkMessage &message, const Take &take)
{
    nlmsghdr *header = nlmsg_hdr(message.get());
    header->nlmsg_seq = ++sequence_;
    if (::send(fd_.get(), header, header->nlmsg_len, 0) < 0)
        return errno;
    if (buffer_.empty())
        buffer_.resize(readBuffer / sizeof buffer_[0]);
    while (true) {
        const ssize_t got = ::recv(fd_.get(), buffer_.data(), readBuffer, 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return errno;
        const auto *first = reinterpret_cast<const nlmsghdr *>(buffer_.data());
        const auto size = static_cast<std::size_t>(got);
        // The rest of an answer that was given up.
        if (size >= sizeof *first && first->nlmsg_seq != sequence_)
            continue;
        if (take({reinterpret_cast<const std::uint8_t *>(buffer_.data()), size}))
            return 0;
    }
}

} // namespace twinhelm::agent
