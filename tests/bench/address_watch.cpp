#include "tests/bench/address_watch.h"

#include <future>
#include <system_error>

#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <poll.h>

#include "tests/lab/socket.h"

namespace twinhelm::bench
{

AddressWatch::AddressWatch(const lab::Node &node)
{
    std::promise<void> ready;
    const auto read = [this](int fd, std::vector<char> &buffer) {
        const auto size = recv(fd, buffer.data(), buffer.size(), MSG_DONTWAIT);
        const auto at = Clock::now();
        const std::lock_guard lock(mutex_);
        auto left = static_cast<int>(size);
        for (auto *header = reinterpret_cast<nlmsghdr *>(buffer.data()); left > 0 && NLMSG_OK(header, left);
             header = NLMSG_NEXT(header, left)) {
            if (header->nlmsg_type != RTM_NEWADDR && header->nlmsg_type != RTM_DELADDR)
                continue;
            const bool added = header->nlmsg_type == RTM_NEWADDR;
            changes_.push_back({at, added});
            present_ += added ? 1 : -1;
        }
    };
    thread_ = std::jthread([&node, &ready, read](const std::stop_token &stop) {
        try {
            node.enterNetwork();
            const lab::Socket socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE);
            socket.set(SOL_SOCKET, SO_RCVBUFFORCE, 64 << 20);
            sockaddr_nl address{};
            address.nl_family = AF_NETLINK;
            address.nl_groups = RTMGRP_IPV4_IFADDR;
            if (bind(socket.fd(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
                throw std::system_error(errno, std::generic_category(), "address watch");
            ready.set_value();
            std::vector<char> buffer(1 << 16);
            while (!stop.stop_requested()) {
                pollfd watched{socket.fd(), POLLIN, 0};
                if (poll(&watched, 1, 20) > 0)
                    read(socket.fd(), buffer);
            }
        } catch (...) {
            ready.set_exception(std::current_exception());
        }
    });
    ready.get_future().get();
}

int AddressWatch::present() const
{
    const std::lock_guard lock(mutex_);
    return present_;
}

bool AddressWatch::waitFor(int count, lab::Millis timeout) const
{
    return lab::eventually([&] { return present() == count; }, timeout);
}

std::size_t AddressWatch::changesSince(Clock::time_point since) const
{
    const std::lock_guard lock(mutex_);
    std::size_t count = 0;
    for (const auto &change : changes_)
        count += change.at >= since ? 1U : 0U;
    return count;
}

AddressWatch::Span AddressWatch::arrivalsSince(Clock::time_point since) const
{
    const std::lock_guard lock(mutex_);
    Span span{Clock::time_point::max(), since};
    for (const auto &change : changes_) {
        if (!change.added || change.at < since)
            continue;
        span.first = std::min(span.first, change.at);
        span.last = std::max(span.last, change.at);
    }
    return span;
}

} // namespace twinhelm::bench
