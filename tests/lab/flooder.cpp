#include "tests/lab/flooder.h"

#include <arpa/inet.h>
#include <net/if.h>
#include <netinet/in.h>
#include <netinet/ip.h>

#include <chrono>
#include <cstring>
#include <future>

#include "tests/lab/socket.h"

namespace twinhelm::lab
{

namespace
{

using Bytes = std::vector<std::uint8_t>;

void append(Bytes &to, const std::string &address)
{
    in_addr binary{};
    inet_pton(AF_INET, address.c_str(), &binary);
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(&binary);
    to.insert(to.end(), bytes, bytes + 4);
}

Bytes datagram(const HostileAdvert &advert, const std::string &source)
{
    iphdr header{};
    header.version = 4;
    header.ihl = 5;
    header.ttl = static_cast<std::uint8_t>(advert.ttl);
    header.protocol = 112;
    inet_pton(AF_INET, source.c_str(), &header.saddr);
    inet_pton(AF_INET, advert.destination.c_str(), &header.daddr);
    Bytes out(sizeof header);
    std::memcpy(out.data(), &header, sizeof header); // length and checksum are the kernel's
    out.insert(out.end(), advert.bytes.begin(), advert.bytes.end());
    return out;
}

sockaddr_in destinationOf(const HostileAdvert &advert)
{
    sockaddr_in to{};
    to.sin_family = AF_INET;
    inet_pton(AF_INET, advert.destination.c_str(), &to.sin_addr);
    return to;
}

} // namespace

HostileAdvert HostileAdvert::v2(std::uint8_t virtualRouterId, std::uint8_t priority, const std::string &password,
                                const std::string &address)
{
    HostileAdvert out;
    out.bytes = {0x21, virtualRouterId, priority, 1, 1, 1, 0, 0};
    append(out.bytes, address);
    for (std::size_t i = 0; i < 8; ++i)
        out.bytes.push_back(i < password.size() ? static_cast<std::uint8_t>(password[i]) : 0);
    out.sum();
    return out;
}

HostileAdvert HostileAdvert::v3(std::uint8_t virtualRouterId, std::uint8_t priority, const std::string &address)
{
    HostileAdvert out;
    out.bytes = {0x31, virtualRouterId, priority, 1, 0, 10, 0, 0};
    append(out.bytes, address);
    out.sum();
    return out;
}

void HostileAdvert::sum()
{
    bytes[6] = bytes[7] = 0;
    std::uint32_t total = 0;
    for (std::size_t i = 0; i < bytes.size(); i += 2)
        total += static_cast<std::uint32_t>(bytes[i] << 8U) + (i + 1 < bytes.size() ? bytes[i + 1] : 0U);
    while (total >> 16U != 0)
        total = (total & 0xffffU) + (total >> 16U);
    bytes[6] = static_cast<std::uint8_t>(~total >> 8U);
    bytes[7] = static_cast<std::uint8_t>(~total);
}

Flooder::Flooder(const Node &from, const std::string &source, const std::string &interface,
                 std::vector<HostileAdvert> adverts, int perSecond)
{
    std::promise<void> ready;
    auto work = [&from, &ready, this, source, interface, adverts = std::move(adverts),
                 perSecond](const std::stop_token &stop) {
        try {
            from.enterNetwork();
            const Socket socket(AF_INET, SOCK_RAW, IPPROTO_RAW);
            ip_mreqn through{};
            through.imr_ifindex = static_cast<int>(if_nametoindex(interface.c_str()));
            socket.set(IPPROTO_IP, IP_MULTICAST_IF, through);
            ready.set_value();
            const auto start = std::chrono::steady_clock::now();
            while (!stop.stop_requested()) {
                const auto ran = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
                for (const auto due = static_cast<std::size_t>(ran * perSecond); sent_ < due; ++sent_) {
                    const auto &advert = adverts[sent_ % adverts.size()];
                    const auto bytes = datagram(advert, source);
                    const auto to = destinationOf(advert);
                    sendto(socket.fd(), bytes.data(), bytes.size(), 0, reinterpret_cast<const sockaddr *>(&to),
                           sizeof to);
                }
                std::this_thread::sleep_for(Millis(1));
            }
        } catch (...) {
            ready.set_exception(std::current_exception());
        }
    };
    thread_ = std::jthread(std::move(work));
    ready.get_future().get();
}

Flooder::~Flooder()
{
    stop();
}

std::size_t Flooder::stop()
{
    thread_.request_stop();
    if (thread_.joinable())
        thread_.join();
    return sent_;
}

} // namespace twinhelm::lab
