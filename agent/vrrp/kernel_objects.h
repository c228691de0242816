#pragma once

#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "agent/linux/interface_table.h"
#include "agent/linux/netlink_attributes.h"
#include "agent/linux/route_socket.h"
#include "agent/vrrp/address_ledger.h"
#include "agent/vrrp/object_ledger.h"
#include "agent/vrrp/ports.h"

namespace twinhelm::agent
{

/// The addresses, routes and rules that instances hold in the kernel: sets and removes them, many at once, writes
/// them down before, and knows whose one is that somebody else removed.
/// Threading: one owner. The socket, the table and the ledger outlive it.
class KernelObjects
{
public:
    using EventSink = std::function<void(vrrp::NodeEvent)>;

    KernelObjects(RouteSocket &route, const InterfaceTable &table, AddressLedger addresses, ObjectLedger &objects)
        : route_(route), table_(table), addresses_(std::move(addresses)), objects_(objects)
    {
    }

    /// NetworkPort::change().
    [[nodiscard]] std::vector<std::string> change(std::span<const ObjectChange> changes);
    [[nodiscard]] bool holdsRoutes() const { return !routes_.empty() || !rules_.empty(); }

    /// Addresses a predecessor has left: written down, so that our successor would know.
    void inherit(const std::vector<HeldAddress> &leftovers) { addresses_.added(leftovers); }
    /// What the kernel said, empty: all are gone.
    [[nodiscard]] std::string removeAddresses(const std::vector<HeldAddress> &addresses);
    /// Routes and rules of a predecessor that nobody holds now; how many were removed.
    std::size_t removeOrphans();

    /// News of what is gone; `interfaceOf` knows names from before the news.
    using NameOf = std::function<std::string(int index)>;
    void tellVanished(const std::vector<RouteChange> &news, const NameOf &interfaceOf, const EventSink &sink);
    /// After lost news: held addresses that are not in the table, and instances with routes, which set them again.
    void tellAllVanished(const EventSink &sink);
    /// Instances with routes through this interface, which the kernel dropped without a word while it was down.
    void tellInterfaceUp(const std::string &interface, const EventSink &sink);
    /// The same for routes with this preferred source, which was not there.
    void tellAddressBack(const IpAddress &source, const EventSink &sink);

private:
    struct Request {
        NetlinkMessage message;
        std::size_t change = 0; ///< which of the changes asked for it
        bool adding = true;
        std::string text;
    };
    struct Batch;
    struct HeldRoute {
        std::string instance;
        vrrp::RouteSettings route;
    };
    using RouteKey = std::tuple<Family, std::uint32_t, Prefix, std::uint32_t, std::uint8_t>;
    using RuleKey = std::pair<Family, std::uint32_t>;
    using AddressKey = std::pair<std::string, Prefix>;

    void add(Batch &batch, std::size_t number, const vrrp::AddAddresses &action);
    void remove(Batch &batch, std::size_t number, const vrrp::RemoveAddresses &action);
    void request(Batch &batch, std::size_t number, bool adding, const HeldAddress &address);
    void request(Batch &batch, std::size_t number, bool adding, const vrrp::RouteSettings &route,
                 const std::string &instance);
    void request(Batch &batch, std::size_t number, bool adding, const vrrp::RuleSettings &rule,
                 const std::string &instance);
    [[nodiscard]] InterfaceIndex indices() const;
    static RouteKey keyOf(const vrrp::RouteSettings &route);
    static RuleKey keyOf(const vrrp::RuleSettings &rule);

    RouteSocket &route_;
    const InterfaceTable &table_;
    AddressLedger addresses_;
    ObjectLedger &objects_;
    std::map<AddressKey, std::string> held_; ///< -> instance
    std::multimap<RouteKey, HeldRoute> routes_;
    std::multimap<RuleKey, std::pair<std::string, std::string>> rules_; ///< -> instance, text
    std::set<std::string> current_;                                     ///< ledger keys of routes_ and rules_
};

} // namespace twinhelm::agent
