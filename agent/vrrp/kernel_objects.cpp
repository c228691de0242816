#include "agent/vrrp/kernel_objects.h"

#include <algorithm>
#include <cerrno>

#include "agent/linux/netlink_peer.h"
#include "agent/linux/route_message.h"
#include "agent/linux/system_error.h"

namespace twinhelm::agent
{

namespace
{

using Kind = ObjectLedger::Kind;

/// Done before, or gone with its interface: what was wanted holds.
bool isHarmless(bool adding, int error)
{
    if (error == 0)
        return true;
    if (adding)
        return error == EEXIST;
    return error == EADDRNOTAVAIL || error == ENODEV || error == ESRCH || error == ENOENT;
}

HeldAddress placed(const std::string &instance, const std::string &interface, const vrrp::VirtualAddress &address)
{
    return {address.device.empty() ? interface : address.device, address, instance};
}

bool leadsThrough(const vrrp::RouteSettings &route, const std::string &interface)
{
    // Without a device the kernel chose one, which may have been this.
    const bool chosen = route.device.empty() && route.nextHops.empty() && route.gateway;
    return chosen || route.device == interface || std::ranges::any_of(route.nextHops, [&](const auto &hop) {
               return hop.device.empty() || hop.device == interface;
           });
}

} // namespace

/// All requests of one call, and what there is to write down.
struct KernelObjects::Batch {
    std::vector<Request> requests;
    std::vector<std::string> errors; ///< of each change
    std::vector<HeldAddress> added, removed;
    std::map<Kind, ObjectLedger::Entries> objectsAdded;
    std::map<Kind, std::vector<std::string>> objectsRemoved;

    void fail(std::size_t change, const std::string &text, const std::string &why)
    {
        auto &line = errors[change];
        line += (line.empty() ? "" : "; ") + text + ": " + why;
    }
};

std::vector<std::string> KernelObjects::change(std::span<const ObjectChange> changes)
{
    Batch batch;
    batch.errors.resize(changes.size());
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (const auto *const *adding = std::get_if<const vrrp::AddAddresses *>(&changes[i]))
            add(batch, i, **adding);
        else
            remove(batch, i, *std::get<const vrrp::RemoveAddresses *>(changes[i]));
    }
    // Before the kernel is asked: no window in which something is there and unknown.
    addresses_.added(batch.added);
    for (const auto &[kind, entries] : batch.objectsAdded)
        objects_.add(kind, entries);
    std::vector<NetlinkMessage> messages;
    messages.reserve(batch.requests.size());
    for (auto &request : batch.requests)
        messages.push_back(std::move(request.message));
    const auto answers = route_.request(messages);
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const auto &request = batch.requests[i];
        if (!isHarmless(request.adding, answers[i]))
            batch.fail(request.change, request.text, errorText(answers[i]));
    }
    addresses_.removed(batch.removed);
    for (const auto &[kind, keys] : batch.objectsRemoved)
        objects_.remove(kind, keys);
    return std::move(batch.errors);
}

void KernelObjects::add(Batch &batch, std::size_t number, const vrrp::AddAddresses &action)
{
    for (const auto &address : action.addresses) {
        auto held = placed(action.instance, action.interface, address);
        held_[{held.interface, kernelPrefix(address)}] = held.instance;
        request(batch, number, true, held);
        batch.added.push_back(std::move(held));
    }
    const auto unknown = [&](const auto &known, const auto &key, const auto &same) {
        const auto [from, to] = known.equal_range(key);
        return std::none_of(from, to, same);
    };
    for (const auto &route : action.routes) {
        const auto same = [&](const auto &one) {
            return one.second.instance == action.instance && one.second.route == route;
        };
        if (unknown(routes_, keyOf(route), same))
            routes_.emplace(keyOf(route), HeldRoute{action.instance, route});
        request(batch, number, true, route, action.instance);
    }
    for (const auto &rule : action.rules) {
        const std::pair held{action.instance, toString(rule)};
        if (unknown(rules_, keyOf(rule), [&](const auto &one) { return one.second == held; }))
            rules_.emplace(keyOf(rule), held);
        request(batch, number, true, rule, action.instance);
    }
}

void KernelObjects::remove(Batch &batch, std::size_t number, const vrrp::RemoveAddresses &action)
{
    for (auto rule = action.rules.rbegin(); rule != action.rules.rend(); ++rule) {
        const std::pair held{action.instance, toString(*rule)};
        std::erase_if(rules_, [&](const auto &one) { return one.second == held; });
        request(batch, number, false, *rule, action.instance);
    }
    for (auto route = action.routes.rbegin(); route != action.routes.rend(); ++route) {
        std::erase_if(routes_, [&](const auto &one) {
            return one.second.instance == action.instance && one.second.route == *route;
        });
        request(batch, number, false, *route, action.instance);
    }
    for (const auto &address : action.addresses) {
        auto held = placed(action.instance, action.interface, address);
        held_.erase({held.interface, kernelPrefix(address)});
        request(batch, number, false, held);
        batch.removed.push_back(std::move(held));
    }
}

void KernelObjects::request(Batch &batch, std::size_t number, bool adding, const HeldAddress &held)
{
    const auto link = table_.link(held.interface);
    auto text = held.address.prefix.toString() + " on " + held.interface;
    if (link)
        batch.requests.push_back(
            {adding ? addAddressMessage(link->index, held.address) : removeAddressMessage(link->index, held.address),
             number, adding, std::move(text)});
    else if (adding)
        batch.fail(number, text, "there is no such interface");
}

void KernelObjects::request(Batch &batch, std::size_t number, bool adding, const vrrp::RouteSettings &route,
                            const std::string &instance)
{
    auto removal = removeRouteMessage(route, indices());
    if (!removal) {
        if (adding)
            batch.fail(number, "route " + toString(route), removal.error().what);
        return;
    }
    const auto key = toHex(*removal);
    if (adding) {
        current_.insert(key);
        batch.objectsAdded[Kind::Route].emplace(key, instance);
        removal = addRouteMessage(route, indices());
    } else {
        current_.erase(key);
        batch.objectsRemoved[Kind::Route].push_back(key);
    }
    batch.requests.push_back({std::move(*removal), number, adding, "route " + toString(route)});
}

void KernelObjects::request(Batch &batch, std::size_t number, bool adding, const vrrp::RuleSettings &rule,
                            const std::string &instance)
{
    auto message = removeRuleMessage(rule);
    const auto key = toHex(message);
    if (adding) {
        current_.insert(key);
        batch.objectsAdded[Kind::Rule].emplace(key, instance);
        message = addRuleMessage(rule);
    } else {
        current_.erase(key);
        batch.objectsRemoved[Kind::Rule].push_back(key);
    }
    batch.requests.push_back({std::move(message), number, adding, "rule " + toString(rule)});
}

std::string KernelObjects::removeAddresses(const std::vector<HeldAddress> &addresses)
{
    Batch batch;
    batch.errors.resize(1);
    for (const auto &one : addresses)
        request(batch, 0, false, one);
    std::vector<NetlinkMessage> messages;
    for (auto &request : batch.requests)
        messages.push_back(std::move(request.message));
    const auto answers = route_.request(messages);
    for (std::size_t i = 0; i < answers.size(); ++i) {
        if (!isHarmless(false, answers[i]))
            batch.fail(0, batch.requests[i].text, errorText(answers[i]));
    }
    if (batch.errors[0].empty())
        addresses_.removed(addresses);
    return batch.errors[0];
}

std::size_t KernelObjects::removeOrphans()
{
    std::size_t removed = 0;
    for (const auto kind : {Kind::Rule, Kind::Route}) {
        std::vector<std::string> keys;
        std::vector<NetlinkMessage> messages;
        for (const auto &[key, instance] : objects_.entries(kind)) {
            if (current_.contains(key))
                continue;
            keys.push_back(key);
            if (auto message = fromHex(key))
                messages.push_back(std::move(message));
        }
        const auto answers = route_.request(messages);
        removed += static_cast<std::size_t>(std::ranges::count(answers, 0));
        objects_.remove(kind, keys);
    }
    return removed;
}

// ---- what others remove --------------------------------------------------------------------------

void KernelObjects::tellVanished(const std::vector<RouteChange> &news, const NameOf &interfaceOf, const EventSink &sink)
{
    // What we asked for ourselves is no news; its echo may arrive after we have put the object back.
    const auto foreign = [&](const auto &gone) { return gone.requester != route_.port(); };
    std::vector<vrrp::NodeEvent> events;
    for (const auto &change : news) {
        if (const auto *address = std::get_if<AddressChange>(&change)) {
            if (!address->removed || !foreign(*address))
                continue;
            const auto held = held_.find({interfaceOf(address->interfaceIndex), address->prefix});
            if (held != held_.end() && !table_.hasAddress(held->first.first, address->prefix))
                events.emplace_back(vrrp::AddressVanished{held->second, address->prefix,
                                                          address->prefix.address.isV6()
                                                              ? std::string(unknownRemover)
                                                              : removerText("RTM_DELADDR", address->requester)});
        } else if (const auto *route = std::get_if<RouteGone>(&change); route != nullptr && foreign(*route)) {
            const auto [from, to] =
                routes_.equal_range({route->family, route->table, route->destination, route->metric, route->tos});
            for (auto one = from; one != to; ++one)
                events.emplace_back(vrrp::ObjectVanished{one->second.instance, "route " + toString(one->second.route),
                                                         removerText("RTM_DELROUTE", route->requester)});
        } else if (const auto *rule = std::get_if<RuleGone>(&change); rule != nullptr && foreign(*rule)) {
            const auto [from, to] = rules_.equal_range({rule->family, rule->preference});
            for (auto one = from; one != to; ++one)
                events.emplace_back(vrrp::ObjectVanished{one->second.first, "rule " + one->second.second,
                                                         removerText("RTM_DELRULE", rule->requester)});
        }
    }
    // Only now: what comes of an event may change what is held.
    for (auto &event : events)
        sink(std::move(event));
}

void KernelObjects::tellAllVanished(const EventSink &sink)
{
    constexpr auto by = "somebody, while the kernel dropped its news to us";
    const auto held = held_;
    std::set<std::string> instances;
    for (const auto &[key, one] : routes_)
        instances.insert(one.instance);
    for (const auto &[key, one] : rules_)
        instances.insert(one.first);
    for (const auto &[key, instance] : held) {
        if (!table_.hasAddress(key.first, key.second))
            sink(vrrp::AddressVanished{instance, key.second, by});
    }
    for (const auto &instance : instances)
        sink(vrrp::ObjectVanished{instance, "perhaps a route or a rule", by});
}

void KernelObjects::tellInterfaceUp(const std::string &interface, const EventSink &sink)
{
    std::set<std::string> instances;
    for (const auto &[key, one] : routes_) {
        if (!one.instance.empty() && leadsThrough(one.route, interface))
            instances.insert(one.instance);
    }
    for (const auto &instance : instances)
        sink(vrrp::ObjectVanished{instance, "every route through " + interface, "the kernel while it was down"});
}

void KernelObjects::tellAddressBack(const IpAddress &source, const EventSink &sink)
{
    std::set<std::string> instances;
    for (const auto &[key, one] : routes_) {
        if (one.route.source == source)
            instances.insert(one.instance);
    }
    for (const auto &instance : instances)
        sink(vrrp::ObjectVanished{instance, "every route with source " + source.toString(),
                                  "the kernel while that address was missing"});
}

InterfaceIndex KernelObjects::indices() const
{
    return [this](const std::string &name) {
        const auto link = table_.link(name);
        return link ? std::optional(link->index) : std::nullopt;
    };
}

KernelObjects::RouteKey KernelObjects::keyOf(const vrrp::RouteSettings &route)
{
    constexpr std::uint32_t usualV6 = 1024; // IP6_RT_PRIO_USER
    const std::uint32_t otherwise = route.family == Family::IPv6 ? usualV6 : 0;
    Prefix destination = route.destination;
    if (destination.length == 0)
        destination.address = route.family == Family::IPv4 ? IpAddress::v4(0) : IpAddress::v6({});
    return {route.family, route.table, destination, route.metric.value_or(otherwise), route.tos};
}

KernelObjects::RuleKey KernelObjects::keyOf(const vrrp::RuleSettings &rule)
{
    return {rule.family, rule.preference.value_or(0)};
}

} // namespace twinhelm::agent
