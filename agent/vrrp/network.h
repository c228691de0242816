#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/asio/steady_timer.hpp>

#include "agent/linux/firewall.h"
#include "agent/linux/interface_table.h"
#include "agent/linux/packet_socket.h"
#include "agent/linux/route_socket.h"
#include "agent/linux/vrrp_socket.h"
#include "agent/process/fd_watch.h"
#include "agent/vrrp/address_ledger.h"
#include "agent/vrrp/kernel_objects.h"
#include "agent/vrrp/object_ledger.h"
#include "agent/vrrp/ports.h"
#include "agent/vrrp/virtual_links.h"
#include "common/vrrp/repair_limit.h"

namespace twinhelm::agent
{

/// The kernel behind NetworkPort: raw sockets, addresses, announcements, news about interfaces.
/// Threading: the io_context's thread.
class Network final : public NetworkPort
{
public:
    using EventSink = std::function<void(vrrp::NodeEvent)>;
    using PacketSink = std::function<void(std::span<const vrrp::PacketReceived>)>;

    /// Takes note of what a killed predecessor has left in the ledger, and keeps it there.
    /// Fails when the process lacks the privileges for it (A0301, A0320, A0370).
    [[nodiscard]] static Result<std::unique_ptr<Network>> open(boost::asio::io_context &io,
                                                               const std::string &ledgerPath, EventSink sink,
                                                               PacketSink packets);

    /// Virtual links, firewall table: from the settings in force, before the engine gets them.
    void configure(const vrrp::NodeSettings &settings);
    /// Afterwards: virtual links that are wanted no more go; until then their instances could say goodbye.
    void settle();
    /// Tells the facts of all interfaces, and of `wanted` ones that do not exist; from then on every change.
    [[nodiscard]] Result<void> start(const std::vector<std::string> &wanted);
    /// Everything of ours but addresses, routes and rules, which the engine's Shutdown removes.
    void end();
    [[nodiscard]] const std::vector<HeldAddress> &leftovers() const { return leftovers_; }
    /// Takes some of them off the interfaces; returns how many were there.
    std::size_t removeLeftovers(const std::vector<HeldAddress> &leftovers);
    /// Routes and rules of a predecessor that nobody has taken over; how many there were.
    std::size_t removeOrphanObjects() { return objects_.removeOrphans(); }

    void openInterface(const vrrp::OpenInterface &action) override;
    void closeInterface(const std::string &interface, Family family) override;
    void send(std::span<const vrrp::SendPacket *const> packets) override;
    [[nodiscard]] std::vector<std::string> change(std::span<const ObjectChange> changes) override;
    void announce(const vrrp::Announce &action) override;

    /// What waits in the sockets, now instead of when the event loop comes to it.
    void readPackets();

    [[nodiscard]] const InterfaceTable &interfaces() const { return table_; }
    [[nodiscard]] const NetworkCounters &counters() const { return counters_; }

private:
    struct Listener {
        int interfaceIndex;
        VrrpSocket socket;
        FdWatch watch;
        std::vector<const vrrp::SendPacket *> waiting = {}; ///< during one send()
    };
    struct Wanted {
        std::vector<IpAddress> groups;
        std::unique_ptr<Listener> listener; ///< null: the interface is not there, or refused
    };
    using ListenerKey = std::tuple<std::string, Family, VrrpSocket::Protocol>;

    Network(boost::asio::io_context &io, RouteSocket route, RouteMonitor monitor, PacketSocket packets,
            AddressLedger ledger, ObjectLedger objectLedger, std::vector<HeldAddress> leftovers, EventSink sink,
            PacketSink packetSink);

    void listen(const ListenerKey &key);
    void joinGroups(const ListenerKey &key, Wanted &wanted);
    void receive(const ListenerKey &key);
    void tellSent(std::span<const vrrp::SendPacket *const> packets, const std::set<std::string_view> &butThese);
    void tellFailed(const vrrp::SendPacket &packet, const std::string &error);
    void readNews();
    void resync();
    void tellInterfaces(const std::vector<std::string> &names);
    void bringLinks(std::set<std::string> &changed, bool removeUnwanted, bool forceSettings);
    void repairLinks(std::set<std::string> &changed, bool forceSettings);
    void tellLinkGone(const LinkChange &link);
    void removeTables(const std::string &butThis);
    void refreshTable(std::set<std::string> &changed);
    [[nodiscard]] vrrp::InterfaceFacts factsOf(const std::string &name) const;
    template<typename Change>
    [[nodiscard]] std::vector<Firewall::Address> blockedBy(const Change &change) const;
    void complain(const std::string &key, const std::string &line);

    boost::asio::io_context &io_;
    RouteSocket route_;
    RouteMonitor monitor_;
    PacketSocket packets_;
    ObjectLedger objectLedger_;
    std::vector<HeldAddress> leftovers_;
    EventSink sink_;
    PacketSink packetSink_;
    InterfaceTable table_;
    std::map<ListenerKey, Wanted, std::less<>> listeners_;
    VrrpSocket::Batch received_;
    NetworkCounters counters_;
    std::set<std::string, std::less<>> failing_; ///< instances whose last advert did not leave
    KernelObjects objects_;
    VirtualLinks links_;
    std::optional<Firewall> firewall_;
    vrrp::RepairLimit linkRepairs_;
    boost::asio::steady_timer linkTimer_;
    bool followsRoutes_ = false;
    std::map<std::string, std::string> complaints_; ///< last line of each subject: said once
    std::optional<FdWatch> monitorWatch_;
};

} // namespace twinhelm::agent
