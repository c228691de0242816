#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "agent/linux/route_change.h"
#include "common/vrrp/node_events.h"

namespace twinhelm::agent
{

/// The links and addresses of this network namespace as netlink told them. Pure: no sockets.
class InterfaceTable
{
public:
    struct Link {
        int index = 0;
        MacAddress mac{};
        std::string kind; ///< as in LinkChange
        int base = 0;
    };

    /// Follows the news; returns the names of the interfaces whose facts changed, sorted.
    std::vector<std::string> apply(const std::vector<RouteChange> &changes);
    /// Takes a complete dump instead of what was known: at start and after lost news.
    std::vector<std::string> replace(const std::vector<RouteChange> &dump);

    /// `exists` is false for a name that is not there. IPv4 primaries come before secondaries, as in the kernel.
    [[nodiscard]] vrrp::InterfaceFacts facts(const std::string &name) const;
    [[nodiscard]] std::optional<Link> link(const std::string &name) const;
    [[nodiscard]] std::vector<std::string> names() const;
    /// Empty: there is no such index.
    [[nodiscard]] std::string nameOf(int index) const;
    [[nodiscard]] bool hasAddress(const std::string &name, const Prefix &prefix) const;

private:
    struct Address {
        Prefix prefix;
        bool secondary = false;
    };
    struct Entry {
        LinkChange link;
        std::vector<Address> addresses;
    };

    void applyLink(const LinkChange &change);
    void applyAddress(const AddressChange &change);
    [[nodiscard]] std::map<std::string, vrrp::InterfaceFacts> allFacts() const;
    [[nodiscard]] static vrrp::InterfaceFacts factsOf(const Entry &entry);
    [[nodiscard]] const Entry *find(const std::string &name) const;

    std::map<int, Entry> entries_;
    std::unordered_map<std::string, int> indices_;         ///< by name
    std::unordered_map<std::string, std::string> renamed_; ///< from a name that is free now
};

} // namespace twinhelm::agent
