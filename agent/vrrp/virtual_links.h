#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "agent/linux/interface_table.h"
#include "agent/linux/route_socket.h"
#include "agent/vrrp/interface_settings.h"
#include "agent/vrrp/object_ledger.h"
#include "common/vrrp/settings.h"

namespace twinhelm::agent
{

/// The macvlans and ipvlans of the configured instances: made when their base interface is there, adopted when a killed
/// predecessor left an equal one, removed when they are wanted no more. Also sets what the kernel must be told so that
/// only they answer ARP for their addresses.
/// Threading: one owner.
class VirtualLinks
{
public:
    VirtualLinks(RouteSocket &route, ObjectLedger &ledger) : route_(route), ledger_(ledger), settings_(ledger) {}

    struct Wanted {
        vrrp::VirtualLink link;
        std::string instance;
        bool alsoV6 = false; ///< an IPv4 instance with IPv6 addresses on it
    };

    void want(const vrrp::NodeSettings &settings);
    /// Makes what is missing and can be made, removes what is not as wanted, and, if asked to, what is not wanted at
    /// all. True: something changed, `table` is to be filled anew.
    [[nodiscard]] bool bring(const InterfaceTable &table, bool removeUnwanted);
    /// Second half of it, with the new table: addresses, settings, and up.
    void finish(const InterfaceTable &table);
    /// All of them, and every setting as it was before.
    void removeAll(const InterfaceTable &table);

    [[nodiscard]] std::vector<std::string> names() const;
    /// Whose link this is; empty: nobody's.
    [[nodiscard]] std::string instanceOf(const std::string &name) const;
    /// An interface of this name is there, but is another one: the instance must not use it.
    [[nodiscard]] bool occupied(const std::string &name) const { return occupied_.contains(name); }
    [[nodiscard]] const std::vector<std::string> &errors() const { return errors_; }

private:
    [[nodiscard]] static bool fits(const vrrp::VirtualLink &wanted, const InterfaceTable &table);
    [[nodiscard]] InterfaceSettings::Wanted wantedSettings(const InterfaceTable &table) const;
    void note(const std::string &error);

    RouteSocket &route_;
    ObjectLedger &ledger_;
    InterfaceSettings settings_;
    std::map<std::string, Wanted> wanted_; ///< by name
    std::set<std::string> promoting_;      ///< interfaces with promote_secondaries
    std::set<std::string> fresh_;          ///< made, not yet up
    std::set<std::string> occupied_;
    std::vector<std::string> errors_; ///< of the last bring() and finish()
};

} // namespace twinhelm::agent
