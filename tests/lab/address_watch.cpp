#include "tests/lab/address_watch.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>

#include <array>
#include <utility>

namespace twinhelm::lab
{

namespace
{

std::set<std::string> addressesHere()
{
    std::set<std::string> all;
    ifaddrs *list = nullptr;
    if (getifaddrs(&list) != 0)
        return all;
    for (const auto *one = list; one != nullptr; one = one->ifa_next) {
        constexpr unsigned running = IFF_UP | IFF_RUNNING;
        if (one->ifa_addr == nullptr || (one->ifa_flags & running) != running)
            continue;
        const int family = one->ifa_addr->sa_family;
        const void *address =
            family == AF_INET
                ? static_cast<const void *>(&reinterpret_cast<const sockaddr_in *>(one->ifa_addr)->sin_addr)
            : family == AF_INET6 ? &reinterpret_cast<const sockaddr_in6 *>(one->ifa_addr)->sin6_addr
                                 : nullptr;
        std::array<char, INET6_ADDRSTRLEN> text{};
        if (address != nullptr && inet_ntop(family, address, text.data(), text.size()) != nullptr)
            all.insert(text.data());
    }
    freeifaddrs(list);
    return all;
}

} // namespace

AddressWatch::AddressWatch(const Node &node, Millis every)
{
    thread_ = std::jthread([this, &node, every](const std::stop_token &stop) {
        node.enterNetwork();
        while (!stop.stop_requested()) {
            const auto now = Clock::now(); // before the look: what is seen is at least as new
            look(now, addressesHere());
            std::this_thread::sleep_for(every);
        }
    });
}

void AddressWatch::look(Clock::time_point now, std::set<std::string> held)
{
    const std::lock_guard lock(mutex_);
    for (const auto &address : held) {
        if (!held_.contains(address))
            lastGained_[address] = now;
        lastHeld_[address] = now;
    }
    held_ = std::move(held);
    lastLook_ = now;
}

bool AddressWatch::holds(const std::string &address) const
{
    const std::lock_guard lock(mutex_);
    return held_.contains(address);
}

bool AddressWatch::heldSince(const std::string &address, Clock::time_point since) const
{
    const std::lock_guard lock(mutex_);
    return held_.contains(address) && lastLook_ >= since && lastGained_.at(address) <= since;
}

bool AddressWatch::everHeldSince(const std::string &address, Clock::time_point since) const
{
    const std::lock_guard lock(mutex_);
    const auto found = lastHeld_.find(address);
    return found != lastHeld_.end() && found->second >= since;
}

Clock::time_point AddressWatch::lastLook() const
{
    const std::lock_guard lock(mutex_);
    return lastLook_;
}

} // namespace twinhelm::lab
