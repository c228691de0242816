#include "tests/lab/wire_tap.h"

#include <arpa/inet.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <cstdint>
#include <future>
#include <optional>
#include <span>

namespace twinhelm::lab
{

namespace
{

using Bytes = std::span<const std::uint8_t>;

constexpr int vrrp = 112;
constexpr int authentication = 51;
constexpr std::size_t authHeaderSize = 24;
constexpr int ignoreOutgoing = 23; // PACKET_IGNORE_OUTGOING; not in every libc's header

std::string textOf(int family, const std::uint8_t *address)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    inet_ntop(family, address, text.data(), text.size());
    return text.data();
}

std::optional<TappedAdvert> claim(Bytes message)
{
    if (message.size() < 8)
        return std::nullopt;
    TappedAdvert advert;
    advert.version = message[0] >> 4;
    advert.id.virtualRouterId = message[1];
    advert.priority = message[2];
    return advert;
}

std::optional<TappedAdvert> readV4(Bytes packet)
{
    if (packet.size() < 20 || (packet[9] != vrrp && packet[9] != authentication))
        return std::nullopt;
    const bool signedOne = packet[9] == authentication;
    const std::size_t start = (packet[0] & 0x0fU) * 4U + (signedOne ? authHeaderSize : 0);
    auto advert = packet.size() < start ? std::nullopt : claim(packet.subspan(start));
    if (!advert)
        return std::nullopt;
    advert->id.family = 4;
    advert->authHeader = signedOne;
    advert->unicast = (packet[16] & 0xf0) != 0xe0;
    advert->source = textOf(AF_INET, &packet[12]);
    return advert;
}

std::optional<TappedAdvert> readV6(Bytes packet)
{
    constexpr std::size_t header = 40;
    if (packet.size() < header || packet[6] != vrrp)
        return std::nullopt;
    auto advert = claim(packet.subspan(header));
    if (!advert)
        return std::nullopt;
    advert->id.family = 6;
    advert->unicast = packet[24] != 0xff;
    advert->source = textOf(AF_INET6, &packet[8]);
    return advert;
}

} // namespace

WireTap::WireTap(Lab &lab, const std::vector<std::string> &hosts)
{
    std::promise<void> ready;
    thread_ = std::jthread([&lab, &hosts, &ready, this](const std::stop_token &stop) {
        try {
            lab.switchNode().enterNetwork();
            for (const auto &host : hosts)
                hosts_[static_cast<int>(if_nametoindex(host.c_str()))] = host;
            socket_ = std::make_unique<Socket>(AF_PACKET, SOCK_DGRAM, htons(ETH_P_ALL));
            socket_->set(SOL_PACKET, ignoreOutgoing, 1);
            socket_->set(SOL_SOCKET, SO_RCVBUFFORCE, 16 << 20);
            ready.set_value();
        } catch (...) {
            ready.set_exception(std::current_exception());
            return;
        }
        listen(stop);
    });
    ready.get_future().get();
}

WireTap::~WireTap()
{
    thread_.request_stop();
    thread_.join();
}

void WireTap::listen(const std::stop_token &stop)
{
    const int fd = socket_->fd();
    std::array<std::uint8_t, 2048> frame{};
    while (!stop.stop_requested()) {
        pollfd watched{fd, POLLIN, 0};
        if (poll(&watched, 1, 50) <= 0)
            continue;
        sockaddr_ll from = {};
        socklen_t length = sizeof from;
        const auto size =
            recvfrom(fd, frame.data(), frame.size(), MSG_DONTWAIT, reinterpret_cast<sockaddr *>(&from), &length);
        const auto host = hosts_.find(from.sll_ifindex);
        if (size <= 0 || host == hosts_.end())
            continue;
        const Bytes packet(frame.data(), static_cast<std::size_t>(size));
        auto advert = from.sll_protocol == htons(ETH_P_IP)     ? readV4(packet)
                      : from.sll_protocol == htons(ETH_P_IPV6) ? readV6(packet)
                                                               : std::nullopt;
        if (!advert)
            continue;
        advert->at = Clock::now();
        advert->host = host->second;
        take(std::move(*advert));
    }
}

void WireTap::take(TappedAdvert advert)
{
    const std::lock_guard lock(mutex_);
    if (advert.priority > 0)
        claims_[{advert.host, advert.id}] = advert.at;
    adverts_.push_back(std::move(advert));
}

Clock::time_point WireTap::lastClaim(const std::string &host, WireId id) const
{
    const std::lock_guard lock(mutex_);
    const auto found = claims_.find({host, id});
    return found == claims_.end() ? Clock::time_point{} : found->second;
}

std::vector<TappedAdvert> WireTap::adverts(Clock::time_point since) const
{
    const std::lock_guard lock(mutex_);
    std::vector<TappedAdvert> found;
    for (const auto &advert : adverts_) {
        if (advert.at >= since)
            found.push_back(advert);
    }
    return found;
}

unsigned WireTap::lost() const
{
    tpacket_stats stats = {};
    socklen_t length = sizeof stats;
    getsockopt(socket_->fd(), SOL_PACKET, PACKET_STATISTICS, &stats, &length);
    return stats.tp_drops;
}

} // namespace twinhelm::lab
