#include "agent/vrrp/network.h"

#include <algorithm>
#include <cerrno>
#include <set>

#include "agent/linux/system_error.h"
#include "agent/process/log.h"

namespace twinhelm::agent
{

namespace
{

/// As the kernel lists it: on a point-to-point address the length is the peer's.
Prefix kernelPrefix(const vrrp::VirtualAddress &address)
{
    return {address.prefix.address, address.peer ? address.peer->length : address.prefix.length};
}

std::vector<HeldAddress> onInterfaces(const std::string &instance, const std::string &interface,
                                      const std::vector<vrrp::VirtualAddress> &addresses)
{
    std::vector<HeldAddress> out;
    out.reserve(addresses.size());
    for (const auto &one : addresses)
        out.push_back({one.device.empty() ? interface : one.device, one, instance});
    return out;
}

/// Done before, or gone with its interface: what was wanted holds.
bool isHarmless(bool adding, int error)
{
    return error == 0 || (adding ? error == EEXIST : error == EADDRNOTAVAIL || error == ENODEV);
}

} // namespace

Network::Network(boost::asio::io_context &io, RouteSocket route, RouteMonitor monitor, PacketSocket packets,
                 AddressLedger ledger, std::vector<HeldAddress> leftovers, EventSink sink)
    : io_(io), route_(std::move(route)), monitor_(std::move(monitor)), packets_(std::move(packets)),
      ledger_(std::move(ledger)), leftovers_(std::move(leftovers)), sink_(std::move(sink))
{
}

Result<std::unique_ptr<Network>> Network::open(boost::asio::io_context &io, const std::string &ledgerPath,
                                               EventSink sink)
{
    auto route = RouteSocket::open();
    if (!route)
        return tl::unexpected(route.error());
    auto monitor = RouteMonitor::open();
    if (!monitor)
        return tl::unexpected(monitor.error());
    auto packets = PacketSocket::open();
    if (!packets)
        return tl::unexpected(packets.error());
    auto leftovers = AddressLedger::readLeftovers(ledgerPath);
    auto ledger = AddressLedger::begin(ledgerPath);
    if (!ledger)
        return tl::unexpected(ledger.error());
    ledger->added(leftovers); // were we killed as well, our successor would know
    return std::unique_ptr<Network>(new Network(io, std::move(*route), std::move(*monitor), std::move(*packets),
                                                std::move(*ledger), std::move(leftovers), std::move(sink)));
}

Result<void> Network::start(const std::vector<std::string> &wanted)
{
    auto dump = route_.dump();
    if (!dump)
        return tl::unexpected(dump.error());
    table_.replace(*dump);
    std::set<std::string> names(wanted.begin(), wanted.end());
    for (auto &name : table_.names())
        names.insert(std::move(name));
    tellInterfaces({names.begin(), names.end()});
    monitorWatch_.emplace(io_, monitor_.fd(), [this] { readNews(); });
    return {};
}

std::size_t Network::removeLeftovers(const std::vector<HeldAddress> &leftovers)
{
    if (leftovers.empty())
        return 0;
    if (auto dump = route_.dump())
        table_.replace(*dump);
    const auto present = std::count_if(leftovers.begin(), leftovers.end(), [&](const HeldAddress &one) {
        return table_.hasAddress(one.interface, kernelPrefix(one.address));
    });
    if (const auto error = change(false, leftovers); error.empty())
        ledger_.removed(leftovers);
    else
        log::error("addresses of a killed predecessor stay behind: " + error);
    return static_cast<std::size_t>(present);
}

// ---- packets -----------------------------------------------------------------------------------

void Network::openInterface(const vrrp::OpenInterface &action)
{
    const auto openFor = [&](VrrpSocket::Protocol protocol) {
        const ListenerKey key{action.interface, action.family, protocol};
        auto &wanted = listeners_[key];
        wanted.groups = action.groups;
        if (wanted.listener)
            joinGroups(key, wanted);
        else
            listen(key);
    };
    openFor(VrrpSocket::Protocol::Vrrp);
    if (action.authHeader)
        openFor(VrrpSocket::Protocol::AuthHeader);
    else
        listeners_.erase({action.interface, action.family, VrrpSocket::Protocol::AuthHeader});
}

void Network::closeInterface(const std::string &interface, Family family)
{
    for (const auto protocol : {VrrpSocket::Protocol::Vrrp, VrrpSocket::Protocol::AuthHeader})
        listeners_.erase({interface, family, protocol});
}

void Network::listen(const ListenerKey &key)
{
    auto &wanted = listeners_[key];
    wanted.listener.reset();
    const auto &[interface, family, protocol] = key;
    const auto link = table_.link(interface);
    if (!link)
        return;
    auto socket = VrrpSocket::open(interface, link->index, family, protocol);
    if (!socket) {
        complain("listen " + interface, socket.error().what + "; " + socket.error().mend);
        return;
    }
    const int fd = socket->fd();
    wanted.listener = std::make_unique<Listener>(
        Listener{link->index, std::move(*socket), FdWatch(io_, fd, [this, key] { receive(key); })});
    joinGroups(key, wanted);
}

void Network::joinGroups(const ListenerKey &key, Wanted &wanted)
{
    const auto error = wanted.listener->socket.setGroups(wanted.groups);
    const auto &interface = std::get<std::string>(key);
    complain("join " + interface, error.empty() ? error : "VRRP on " + interface + ": " + error);
}

void Network::receive(const ListenerKey &key)
{
    const auto found = listeners_.find(key);
    if (found == listeners_.end() || !found->second.listener)
        return;
    std::vector<vrrp::PacketReceived> packets;
    found->second.listener->socket.receive(packets);
    const auto own = table_.facts(std::get<std::string>(key)).addresses;
    for (auto &packet : packets) {
        // Our own, back from a switch that mirrors or a bridge that loops.
        if (std::find(own.begin(), own.end(), packet.source) == own.end())
            sink_(std::move(packet));
    }
}

void Network::send(const vrrp::SendPacket &packet)
{
    const auto protocol = packet.authHeader ? VrrpSocket::Protocol::AuthHeader : VrrpSocket::Protocol::Vrrp;
    const auto listener = listeners_.find({packet.interface, packet.destination.family(), protocol});
    std::string error = "the interface is not open";
    if (listener != listeners_.end() && listener->second.listener)
        error = listener->second.listener->socket.send(packet);
    complain("send " + packet.instance,
             error.empty() ? error : packet.instance + ": no advertisement left on " + packet.interface + ": " + error);
}

void Network::announce(const vrrp::Announce &action)
{
    std::map<std::string, std::vector<Frame>> byInterface;
    for (unsigned round = 0; round < action.repeat; ++round) {
        for (const auto &held : onInterfaces(action.instance, action.interface, action.addresses)) {
            if (const auto link = table_.link(held.interface))
                byInterface[held.interface].push_back(announcement(link->mac, held.address.prefix.address));
        }
    }
    for (const auto &[interface, frames] : byInterface) {
        const auto error = packets_.send(table_.link(interface)->index, frames);
        complain("announce " + action.instance,
                 error.empty() ? error : action.instance + ": gratuitous ARP on " + interface + ": " + error);
    }
}

// ---- addresses ---------------------------------------------------------------------------------

std::string Network::add(const vrrp::AddAddresses &action)
{
    const auto addresses = onInterfaces(action.instance, action.interface, action.addresses);
    ledger_.added(addresses);
    for (const auto &one : addresses)
        held_[{one.interface, kernelPrefix(one.address)}] = one.instance;
    return change(true, addresses);
}

std::string Network::remove(const vrrp::RemoveAddresses &action)
{
    const auto addresses = onInterfaces(action.instance, action.interface, action.addresses);
    for (const auto &one : addresses)
        held_.erase({one.interface, kernelPrefix(one.address)});
    auto error = change(false, addresses);
    if (error.empty())
        ledger_.removed(addresses);
    return error;
}

std::string Network::change(bool adding, const std::vector<HeldAddress> &addresses)
{
    std::string errors;
    const auto note = [&](const HeldAddress &one, const std::string &why) {
        errors += (errors.empty() ? "" : "; ") + one.address.prefix.toString() + " on " + one.interface + ": " + why;
    };
    std::vector<NetlinkMessage> messages;
    std::vector<const HeldAddress *> asked;
    for (const auto &one : addresses) {
        const auto link = table_.link(one.interface);
        if (!link) {
            if (adding)
                note(one, "there is no such interface");
            continue;
        }
        messages.push_back(adding ? addAddressMessage(link->index, one.address)
                                  : removeAddressMessage(link->index, one.address));
        asked.push_back(&one);
    }
    const auto answers = route_.request(messages);
    for (std::size_t i = 0; i < answers.size(); ++i) {
        if (!isHarmless(adding, answers[i]))
            note(*asked[i], errorText(answers[i]));
    }
    return errors;
}

// ---- news --------------------------------------------------------------------------------------

void Network::readNews()
{
    const auto news = monitor_.read();
    if (news.lost) {
        log::warning("the kernel dropped news about interfaces (receive buffer full); listing them anew");
        resync();
        return;
    }
    const auto changed = table_.apply(news.changes);
    tellVanished(news.changes);
    tellInterfaces(changed);
}

void Network::resync()
{
    const auto dump = route_.dump();
    if (!dump) {
        log::error(dump.error().what);
        return;
    }
    const auto changed = table_.replace(*dump);
    tellAllVanished();
    tellInterfaces(changed);
}

void Network::tellInterfaces(const std::vector<std::string> &names)
{
    for (const auto &name : names) {
        const auto link = table_.link(name);
        for (auto listener = listeners_.begin(); listener != listeners_.end(); ++listener) {
            const bool stale = std::get<std::string>(listener->first) == name && link &&
                               (!listener->second.listener || listener->second.listener->interfaceIndex != link->index);
            if (stale)
                listen(listener->first);
        }
        sink_(vrrp::InterfaceChanged{table_.facts(name)});
    }
}

void Network::tellVanished(const std::vector<RouteChange> &changes)
{
    for (const auto &change : changes) {
        const auto *address = std::get_if<AddressChange>(&change);
        // What we asked for ourselves is no news; its echo may arrive after we have put the address back.
        if (address == nullptr || !address->removed || address->requester == route_.port())
            continue;
        for (const auto &[key, instance] : held_) {
            if (key.second == address->prefix && !table_.hasAddress(key.first, key.second)) {
                sink_(vrrp::AddressVanished{instance, key.second});
                break; // held_ may have changed
            }
        }
    }
}

void Network::tellAllVanished()
{
    const auto held = held_;
    for (const auto &[key, instance] : held) {
        if (!table_.hasAddress(key.first, key.second))
            sink_(vrrp::AddressVanished{instance, key.second});
    }
}

void Network::complain(const std::string &key, const std::string &line)
{
    auto &last = complaints_[key];
    if (last == line)
        return;
    if (!line.empty())
        log::error(line);
    else
        log::info("mended: " + last);
    last = line;
}

} // namespace twinhelm::agent
