#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

#include "tests/lab/node.h"

namespace twinhelm::lab
{

/// One datagram of protocol 112, put together without any code of the product.
struct HostileAdvert {
    std::string destination = "224.0.0.18";
    int ttl = 255;
    std::vector<std::uint8_t> bytes; ///< behind the IP header

    /// A right advert of version 2 with a simple text password.
    static HostileAdvert v2(std::uint8_t virtualRouterId, std::uint8_t priority, const std::string &password,
                            const std::string &address);
    /// One of version 3 without a pseudo header in its sum, hence wrong for IPv4 in that alone.
    static HostileAdvert v3(std::uint8_t virtualRouterId, std::uint8_t priority, const std::string &address);
    /// The right sum over the bytes as they are now.
    void sum();
};

/// Sends these adverts in turn from a host, so many a second, until it goes out of scope.
class Flooder
{
public:
    Flooder(const Node &from, const std::string &source, const std::string &interface,
            std::vector<HostileAdvert> adverts, int perSecond);
    ~Flooder();

    /// Ends the flood; how many left.
    std::size_t stop();

private:
    std::atomic<std::size_t> sent_ = 0;
    std::jthread thread_;
};

} // namespace twinhelm::lab
