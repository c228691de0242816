#pragma once

#include <compare>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>

#include "agent/linux/file_descriptor.h"
#include "common/base/ip_address.h"
#include "common/base/result.h"

namespace twinhelm::agent
{

/// Drops packets from and to the virtual addresses of masters that may not accept them (keepalived: no_accept and
/// strict mode), with an nftables table of its own for each family: base chains `in` and `out`, and the sets `vips`
/// and, since a link-local address means something on its interface only, `vips_link_local`. Neighbour discovery
/// passes. Nothing is made before there is an address to block.
/// Threading: one owner. Needs CAP_NET_ADMIN.
class Firewall
{
public:
    struct Address {
        IpAddress address;
        std::uint32_t interfaceIndex = 0; ///< link-local ones only, else 0
        friend auto operator<=>(const Address &, const Address &) = default;
    };

    explicit Firewall(std::string table) : table_(std::move(table)) {}
    ~Firewall();
    Firewall(Firewall &&) noexcept = default;
    Firewall &operator=(Firewall &&) = delete;

    /// Empty: done; else what the kernel said. Two instances may block the same address.
    [[nodiscard]] std::string block(std::span<const Address> addresses);
    [[nodiscard]] std::string unblock(std::span<const Address> addresses);
    /// Removes both tables, also those of a predecessor.
    void removeTables();
    [[nodiscard]] const std::string &table() const { return table_; }

private:
    class Transaction;
    [[nodiscard]] std::string change(Family family, std::span<const Address> addresses, bool adding);
    void build(Transaction &transaction, Family family) const;

    std::string table_;
    std::map<Address, int> blocked_; ///< how often
    std::set<Family> made_;
};

} // namespace twinhelm::agent
