#include "tests/lab/sniffer.h"

#include <arpa/inet.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <ctime>
#include <future>
#include <optional>
#include <span>

#include "tests/lab/socket.h"

namespace twinhelm::lab
{

namespace
{

using Bytes = std::span<const std::uint8_t>;

int word(Bytes bytes, std::size_t at)
{
    return bytes[at] << 8 | bytes[at + 1];
}

std::string quad(Bytes bytes, std::size_t at)
{
    return std::to_string(bytes[at]) + "." + std::to_string(bytes[at + 1]) + "." + std::to_string(bytes[at + 2]) + "." +
           std::to_string(bytes[at + 3]);
}

/// RFC 3768 section 5.1 and RFC 9568 section 5.1, behind an IPv4 header and perhaps an authentication header.
std::optional<SeenAdvert> readAdvert(Bytes packet)
{
    constexpr std::size_t authHeader = 24;
    if (packet.size() < 28 || (packet[9] != 112 && packet[9] != 51))
        return std::nullopt;
    const std::size_t start = (packet[0] & 0x0fU) * 4U + (packet[9] == 51 ? authHeader : 0);
    const auto total = std::min<std::size_t>(packet.size(), static_cast<std::size_t>(word(packet, 2)));
    if (total < start + 8)
        return std::nullopt;
    const auto body = packet.subspan(start, total - start);
    SeenAdvert advert;
    advert.source = quad(packet, 12);
    advert.destination = quad(packet, 16);
    advert.ttl = packet[8];
    advert.version = body[0] >> 4;
    advert.virtualRouterId = body[1];
    advert.priority = body[2];
    advert.interval = advert.version == 2 ? Millis(body[5] * 1000) : Millis((word(body, 4) & 0x0fff) * 10);
    std::size_t at = 8;
    for (int left = body[3]; left > 0 && at + 4 <= body.size(); --left, at += 4)
        advert.addresses.push_back(quad(body, at));
    if (advert.version == 2 && body[4] == 1 && at + 8 <= body.size()) {
        for (auto i = at; i < at + 8 && body[i] != 0; ++i)
            advert.password += static_cast<char>(body[i]);
    }
    return advert;
}

std::optional<SeenGratuitousArp> readGratuitousArp(Bytes packet)
{
    // Ethernet/IPv4 ARP: sender MAC at 8, sender IP at 14, target IP at 24.
    if (packet.size() < 28 || std::memcmp(&packet[14], &packet[24], 4) != 0)
        return std::nullopt;
    std::array<char, 18> mac{};
    std::snprintf(mac.data(), mac.size(), "%02x:%02x:%02x:%02x:%02x:%02x", packet[8], packet[9], packet[10], packet[11],
                  packet[12], packet[13]);
    return SeenGratuitousArp{{}, quad(packet, 14), mac.data()};
}

Clock::time_point monotonic(const timespec &arrival)
{
    timespec wall = {};
    clock_gettime(CLOCK_REALTIME, &wall);
    const auto age =
        std::chrono::seconds(wall.tv_sec - arrival.tv_sec) + std::chrono::nanoseconds(wall.tv_nsec - arrival.tv_nsec);
    return Clock::now() - age;
}

/// The arrival time from a message's control data.
Clock::time_point arrivalOf(msghdr &message)
{
    for (auto *header = CMSG_FIRSTHDR(&message); header != nullptr; header = CMSG_NXTHDR(&message, header)) {
        if (header->cmsg_level == SOL_SOCKET && header->cmsg_type == SO_TIMESTAMPNS) {
            timespec arrival = {};
            std::memcpy(&arrival, CMSG_DATA(header), sizeof arrival);
            return monotonic(arrival);
        }
    }
    return Clock::now();
}

void bindTo(const Socket &socket, const std::string &interface)
{
    sockaddr_ll address = {};
    address.sll_family = AF_PACKET;
    address.sll_protocol = htons(ETH_P_ALL);
    address.sll_ifindex = static_cast<int>(if_nametoindex(interface.c_str()));
    if (bind(socket.fd(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        throw std::system_error(errno, std::generic_category(), "sniffer on " + interface);
    socket.set(SOL_SOCKET, SO_TIMESTAMPNS, 1);
}

} // namespace

Sniffer::Sniffer(const Node &node, const std::string &interface)
{
    std::promise<void> ready;
    const auto receiveOne = [this](int fd) {
        std::array<std::uint8_t, 2048> frame{};
        alignas(cmsghdr) std::array<char, 128> control{};
        sockaddr_ll from = {};
        iovec part{frame.data(), frame.size()};
        msghdr message = {};
        message.msg_name = &from;
        message.msg_namelen = sizeof from;
        message.msg_iov = &part;
        message.msg_iovlen = 1;
        message.msg_control = control.data();
        message.msg_controllen = control.size();
        const auto size = recvmsg(fd, &message, MSG_DONTWAIT);
        if (size <= 0)
            return;
        const Bytes packet(frame.data(), static_cast<std::size_t>(size));
        const auto at = arrivalOf(message);
        const std::lock_guard lock(mutex_);
        if (from.sll_protocol == htons(ETH_P_IP)) {
            if (auto advert = readAdvert(packet)) {
                advert->at = at;
                adverts_.push_back(*advert);
            }
        } else if (from.sll_protocol == htons(ETH_P_ARP)) {
            if (auto arp = readGratuitousArp(packet)) {
                arp->at = at;
                arps_.push_back(*arp);
            }
        }
    };
    thread_ = std::jthread([&node, interface, &ready, receiveOne](const std::stop_token &stop) {
        try {
            node.enterNetwork();
            const Socket socket(AF_PACKET, SOCK_DGRAM, htons(ETH_P_ALL));
            bindTo(socket, interface);
            ready.set_value();
            while (!stop.stop_requested()) {
                pollfd watched{socket.fd(), POLLIN, 0};
                if (poll(&watched, 1, 20) > 0)
                    receiveOne(socket.fd());
            }
        } catch (...) {
            ready.set_exception(std::current_exception());
        }
    });
    ready.get_future().get();
}

Sniffer::~Sniffer()
{
    thread_.request_stop();
    thread_.join();
}

std::vector<SeenAdvert> Sniffer::adverts() const
{
    const std::lock_guard lock(mutex_);
    return adverts_;
}

std::vector<SeenAdvert> Sniffer::advertsFrom(const std::string &source, Clock::time_point since) const
{
    const std::lock_guard lock(mutex_);
    std::vector<SeenAdvert> found;
    for (const auto &advert : adverts_) {
        if (advert.source == source && advert.at >= since)
            found.push_back(advert);
    }
    return found;
}

std::vector<SeenGratuitousArp> Sniffer::gratuitousArps() const
{
    const std::lock_guard lock(mutex_);
    return arps_;
}

double Sniffer::longestGap(const std::string &source, Clock::time_point since) const
{
    const auto seen = advertsFrom(source, since);
    Clock::duration longest{};
    for (std::size_t i = 1; i < seen.size(); ++i)
        longest = std::max(longest, seen[i].at - seen[i - 1].at);
    return std::chrono::duration<double, std::milli>(longest).count();
}

} // namespace twinhelm::lab
