#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "tests/lab/node.h"
#include "tests/lab/outage_meter.h"

namespace twinhelm::lab
{

/// One VRRP advertisement as it was on the wire, read without any code of the product.
struct SeenAdvert {
    Clock::time_point at;
    std::string source;
    std::string destination;
    int ttl = 0;
    int version = 0;
    int virtualRouterId = 0;
    int priority = 0;
    Millis interval{};
    std::string password; ///< v2 with authentication type 1
    std::vector<std::string> addresses;
};

/// One gratuitous ARP (request or reply).
struct SeenGratuitousArp {
    Clock::time_point at;
    std::string address;
    std::string mac;
};

/// Listens to everything that comes to a host's interface, and keeps VRRP and gratuitous ARP with the kernel's
/// arrival times. On the lab's switch every host hears all multicast and broadcast.
class Sniffer
{
public:
    Sniffer(const Node &node, const std::string &interface);
    ~Sniffer();

    [[nodiscard]] std::vector<SeenAdvert> adverts() const;
    [[nodiscard]] std::vector<SeenAdvert> advertsFrom(const std::string &source, Clock::time_point since = {}) const;
    [[nodiscard]] std::vector<SeenGratuitousArp> gratuitousArps() const;
    /// The longest time between two adverts of a source after `since`, in ms; 0: fewer than two.
    [[nodiscard]] double longestGap(const std::string &source, Clock::time_point since = {}) const;

private:
    mutable std::mutex mutex_;
    std::vector<SeenAdvert> adverts_;
    std::vector<SeenGratuitousArp> arps_;
    std::jthread thread_;
};

} // namespace twinhelm::lab
