#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "tests/lab/lab.h"
#include "tests/lab/outage_meter.h"
#include "tests/lab/socket.h"

namespace twinhelm::lab
{

/// A virtual router as the wire tells it apart.
struct WireId {
    int family = 4; ///< 4 or 6
    int virtualRouterId = 0;
    friend auto operator<=>(const WireId &, const WireId &) = default;
};

/// What one advert on the wire says of itself, read without any code of the product.
struct TappedAdvert {
    Clock::time_point at;
    std::string host; ///< whose port of the switch it came in at: what its headers claim does not matter
    WireId id;
    int priority = 0;
    int version = 0;
    bool unicast = false;
    bool authHeader = false; ///< behind an IPsec authentication header
    std::string source;
};

/// Listens on the switch's own ports, so that it sees unicast adverts and IPv6, too, and knows which host sent what.
/// Threading: one of its own; the questions may be asked from any.
class WireTap
{
public:
    WireTap(Lab &lab, const std::vector<std::string> &hosts);
    ~WireTap();

    /// When the host last claimed to be master of it (an advert with a priority above 0); epoch: never.
    [[nodiscard]] Clock::time_point lastClaim(const std::string &host, WireId id) const;
    [[nodiscard]] std::vector<TappedAdvert> adverts(Clock::time_point since) const;
    /// Frames the kernel had no room for since the last question: nonzero makes every statement about silence void.
    [[nodiscard]] unsigned lost() const;

private:
    void listen(const std::stop_token &stop);
    void take(TappedAdvert advert);

    std::map<int, std::string> hosts_; ///< by interface index in the switch
    mutable std::mutex mutex_;
    std::vector<TappedAdvert> adverts_;
    std::map<std::pair<std::string, WireId>, Clock::time_point> claims_;
    std::unique_ptr<Socket> socket_;
    std::jthread thread_;
};

} // namespace twinhelm::lab
