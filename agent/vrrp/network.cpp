#include "agent/vrrp/network.h"

#include <algorithm>

#include "agent/linux/clock.h"
#include "agent/linux/netlink_peer.h"
#include "agent/linux/system_error.h"
#include "agent/process/log.h"

namespace twinhelm::agent
{

namespace
{

const std::string &deviceOf(const vrrp::VirtualAddress &address, const std::string &interface)
{
    return address.device.empty() ? interface : address.device;
}

} // namespace

Network::Network(boost::asio::io_context &io, RouteSocket route, RouteMonitor monitor, PacketSocket packets,
                 AddressLedger ledger, ObjectLedger objectLedger, std::vector<HeldAddress> leftovers, EventSink sink,
                 PacketSink packetSink)
    : io_(io), route_(std::move(route)), monitor_(std::move(monitor)), packets_(std::move(packets)),
      objectLedger_(std::move(objectLedger)), leftovers_(std::move(leftovers)), sink_(std::move(sink)),
      packetSink_(std::move(packetSink)), objects_(route_, table_, std::move(ledger), objectLedger_),
      links_(route_, objectLedger_), linkTimer_(io)
{
}

Result<std::unique_ptr<Network>> Network::open(boost::asio::io_context &io, const std::string &ledgerPath,
                                               EventSink sink, PacketSink packetSink)
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
    auto objectLedger = ObjectLedger::open(ledgerPath + ".objects");
    if (!objectLedger)
        return tl::unexpected(objectLedger.error());
    std::unique_ptr<Network> network(new Network(io, std::move(*route), std::move(*monitor), std::move(*packets),
                                                 std::move(*ledger), std::move(*objectLedger), std::move(leftovers),
                                                 std::move(sink), std::move(packetSink)));
    network->objects_.inherit(network->leftovers_); // were we killed as well, our successor would know
    return network;
}

void Network::configure(const vrrp::NodeSettings &settings)
{
    links_.want(settings);
    const bool sameTable = firewall_ && firewall_->table() == settings.firewallTable;
    if (!sameTable) {
        // A predecessor's, perhaps under another name. Those that stay MASTER build it anew in the same step.
        const bool used = std::ranges::any_of(settings.instances, [](const auto &one) { return !one.accept; });
        removeTables(used ? settings.firewallTable : std::string());
        firewall_.emplace(settings.firewallTable);
    }
    if (!monitorWatch_)
        return;
    std::set<std::string> changed;
    bringLinks(changed, false, true);
    for (const auto &name : links_.names())
        changed.insert(name);
    tellInterfaces({changed.begin(), changed.end()});
}

void Network::settle()
{
    std::set<std::string> changed;
    bringLinks(changed, true, true);
    tellInterfaces({changed.begin(), changed.end()});
}

Result<void> Network::start(const std::vector<std::string> &wanted)
{
    auto dump = route_.dump();
    if (!dump)
        return tl::unexpected(dump.error());
    table_.replace(*dump);
    std::set<std::string> names(wanted.begin(), wanted.end());
    bringLinks(names, true, true);
    for (auto &name : links_.names())
        names.insert(std::move(name));
    for (auto &name : table_.names())
        names.insert(std::move(name));
    tellInterfaces({names.begin(), names.end()});
    monitorWatch_.emplace(io_, monitor_.fd(), [this] { readNews(); });
    return {};
}

void Network::end()
{
    linkTimer_.cancel();
    std::set<std::string> changed;
    refreshTable(changed);
    links_.removeAll(table_);
    removeTables({});
}

void Network::removeTables(const std::string &butThis)
{
    constexpr auto kind = ObjectLedger::Kind::Firewall;
    const auto tables = objectLedger_.entries(kind);
    for (const auto &[table, unused] : tables) {
        if (table == butThis)
            continue;
        Firewall(table).removeTables();
        objectLedger_.remove(kind, {table});
    }
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
    if (const auto error = objects_.removeAddresses(leftovers); !error.empty())
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

void Network::readPackets()
{
    std::vector<ListenerKey> keys; // what is read may close listeners
    for (const auto &[key, wanted] : listeners_)
        keys.push_back(key);
    for (const auto &key : keys)
        receive(key);
}

/// A flood must not keep the adverts waiting: after some batches the timers have their turn.
void Network::receive(const ListenerKey &key)
{
    constexpr int batchesInOneGo = 4;
    for (int batch = 0; batch < batchesInOneGo; ++batch) {
        const auto found = listeners_.find(key);
        if (found == listeners_.end() || !found->second.listener)
            return;
        const auto [read, usable] = found->second.listener->socket.receive(received_);
        counters_.unreadable += read - usable;
        packetSink_({received_.data(), usable});
        if (read < VrrpSocket::batchSize)
            return;
    }
}

/// Sorted by socket: one system call sends many.
void Network::send(std::span<const vrrp::SendPacket *const> packets)
{
    std::vector<Listener *> used;
    for (const auto *packet : packets) {
        const auto protocol = packet->authHeader ? VrrpSocket::Protocol::AuthHeader : VrrpSocket::Protocol::Vrrp;
        const std::tuple<std::string_view, Family, VrrpSocket::Protocol> key{packet->interface,
                                                                             packet->destination.family(), protocol};
        const auto found = listeners_.find(key);
        if (found == listeners_.end() || !found->second.listener) {
            tellFailed(*packet, "the interface is not open");
            continue;
        }
        auto &listener = *found->second.listener;
        if (listener.waiting.empty())
            used.push_back(&listener);
        listener.waiting.push_back(packet);
    }
    for (auto *listener : used) {
        std::set<std::string_view> failed;
        listener->socket.send(listener->waiting, [&](const vrrp::SendPacket &packet, int error) {
            failed.insert(packet.instance);
            tellFailed(packet, errorText(error));
        });
        if (!failing_.empty())
            tellSent(listener->waiting, failed);
        listener->waiting.clear();
    }
}

void Network::tellFailed(const vrrp::SendPacket &packet, const std::string &error)
{
    failing_.insert(packet.instance);
    sink_(vrrp::PacketsFailed{packet.instance, 1, error});
}

void Network::tellSent(std::span<const vrrp::SendPacket *const> packets, const std::set<std::string_view> &butThese)
{
    for (const auto *packet : packets) {
        const auto before = failing_.find(packet->instance);
        if (before == failing_.end() || butThese.contains(packet->instance))
            continue;
        failing_.erase(before);
        sink_(vrrp::PacketsFailed{packet->instance, 0, {}});
    }
}

void Network::announce(const vrrp::Announce &action)
{
    std::map<std::string, std::vector<Frame>> byInterface;
    for (unsigned round = 0; round < action.repeat; ++round) {
        for (const auto &address : action.addresses) {
            const auto &device = deviceOf(address, action.interface);
            if (const auto link = table_.link(device))
                byInterface[device].push_back(announcement(link->mac, address.prefix.address));
        }
    }
    for (const auto &[interface, frames] : byInterface) {
        const auto error = packets_.send(table_.link(interface)->index, frames);
        complain("announce " + action.instance,
                 error.empty() ? error : action.instance + ": gratuitous ARP on " + interface + ": " + error);
    }
}

// ---- addresses, routes, rules ------------------------------------------------------------------

std::vector<std::string> Network::change(std::span<const ObjectChange> changes)
{
    // Closed before the addresses come, opened after they went.
    std::vector<std::string> blocked(changes.size());
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const auto *const *adding = std::get_if<const vrrp::AddAddresses *>(&changes[i]);
        if (adding == nullptr || (*adding)->accept)
            continue;
        if (!objectLedger_.entries(ObjectLedger::Kind::Firewall).contains(firewall_->table()))
            objectLedger_.add(ObjectLedger::Kind::Firewall, {{firewall_->table(), "-"}});
        blocked[i] = firewall_->block(blockedBy(**adding));
    }
    auto answers = objects_.change(changes);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const auto *const *removing = std::get_if<const vrrp::RemoveAddresses *>(&changes[i]);
        if (removing != nullptr && !(*removing)->accept)
            blocked[i] = firewall_->unblock(blockedBy(**removing));
        if (!blocked[i].empty())
            answers[i] += (answers[i].empty() ? "" : "; ") + blocked[i];
    }
    if (!followsRoutes_ && objects_.holdsRoutes()) {
        monitor_.followRoutes();
        followsRoutes_ = true;
    }
    return answers;
}

template<typename Change>
std::vector<Firewall::Address> Network::blockedBy(const Change &change) const
{
    std::vector<Firewall::Address> out;
    for (const auto &one : change.addresses) {
        const auto &address = one.prefix.address;
        const bool local = address.isV6() && address.isLinkLocal();
        const auto link = table_.link(deviceOf(one, change.interface));
        if (!local || link)
            out.push_back({address, local ? static_cast<std::uint32_t>(link->index) : 0});
    }
    return out;
}

// ---- news --------------------------------------------------------------------------------------

void Network::readNews()
{
    const auto news = monitor_.read();
    if (news.lost) {
        ++counters_.overruns;
        log::warning("the kernel dropped news about interfaces (receive buffer full); listing them anew");
        resync();
        return;
    }
    // By the time the news is in the table, an interface may have no name any more.
    std::map<int, std::string> namesBefore;
    std::set<std::string> downBefore;
    std::vector<IpAddress> fresh;
    bool linkNews = false;
    bool newLink = false;
    for (const auto &change : news.changes) {
        if (const auto *address = std::get_if<AddressChange>(&change)) {
            const auto name = namesBefore.try_emplace(address->interfaceIndex, table_.nameOf(address->interfaceIndex));
            if (!address->removed && address->requester != route_.port() &&
                !table_.hasAddress(name.first->second, address->prefix))
                fresh.push_back(address->prefix.address);
            // A virtual link takes its base's link-local address.
            if (!address->removed && address->prefix.address.isV6() && address->prefix.address.isLinkLocal())
                linkNews = newLink = true;
        } else if (const auto *link = std::get_if<LinkChange>(&change)) {
            linkNews = true;
            newLink = newLink || !table_.link(link->name);
            if (!table_.facts(link->name).up)
                downBefore.insert(link->name);
        }
    }
    const auto names = table_.apply(news.changes);
    std::set<std::string> changed(names.begin(), names.end());
    for (const auto &change : news.changes) {
        if (const auto *link = std::get_if<LinkChange>(&change); link != nullptr && link->removed)
            tellLinkGone(*link);
    }
    if (linkNews)
        repairLinks(changed, newLink);
    tellInterfaces({changed.begin(), changed.end()});
    const auto nameOf = [&](int index) {
        const auto before = namesBefore.find(index);
        return before == namesBefore.end() || before->second.empty() ? table_.nameOf(index) : before->second;
    };
    objects_.tellVanished(news.changes, nameOf, sink_);
    for (const auto &name : downBefore) {
        if (table_.facts(name).up)
            objects_.tellInterfaceUp(name, sink_);
    }
    for (const auto &address : fresh)
        objects_.tellAddressBack(address, sink_);
}

void Network::resync()
{
    std::set<std::string> changed;
    refreshTable(changed);
    repairLinks(changed, true);
    tellInterfaces({changed.begin(), changed.end()});
    objects_.tellAllVanished(sink_);
}

void Network::refreshTable(std::set<std::string> &changed)
{
    const auto dump = route_.dump();
    if (!dump) {
        log::error(dump.error().what);
        return;
    }
    for (auto &name : table_.replace(*dump))
        changed.insert(std::move(name));
}

void Network::tellLinkGone(const LinkChange &link)
{
    const auto instance = links_.instanceOf(link.name);
    if (instance.empty() || link.requester == route_.port())
        return;
    const auto by = removerText("RTM_DELLINK", link.requester);
    log::warning("virtual link " + link.name + " of " + instance + " was removed by " + by + ", making it anew");
    sink_(vrrp::ObjectVanished{instance, "virtual link " + link.name, by});
}

void Network::bringLinks(std::set<std::string> &changed, bool removeUnwanted, bool forceSettings)
{
    const bool touched = links_.bring(table_, removeUnwanted);
    if (touched)
        refreshTable(changed);
    if (touched || forceSettings)
        links_.finish(table_);
    if (touched)
        refreshTable(changed);
    for (const auto &error : links_.errors())
        complain("link " + error, error);
}

/// Whoever keeps removing them makes us do it once a second, not all the time.
void Network::repairLinks(std::set<std::string> &changed, bool forceSettings)
{
    const auto now = monotonicNow();
    const auto at = linkRepairs_.earliest(now);
    if (at <= now) {
        const auto before = changed.size();
        bringLinks(changed, false, forceSettings);
        if (changed.size() != before)
            linkRepairs_.done(now);
        return;
    }
    linkTimer_.expires_at(std::chrono::steady_clock::time_point(at.time_since_epoch()));
    linkTimer_.async_wait([this](boost::system::error_code error) {
        if (error)
            return;
        std::set<std::string> names;
        repairLinks(names, true);
        tellInterfaces({names.begin(), names.end()});
    });
}

vrrp::InterfaceFacts Network::factsOf(const std::string &name) const
{
    if (!links_.occupied(name))
        return table_.facts(name);
    vrrp::InterfaceFacts out;
    out.name = name;
    out.exists = false;
    return out;
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
        sink_(vrrp::InterfaceChanged{factsOf(name)});
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
