#include "common/cluster/rules/subnets.h"

#include <algorithm>

namespace twinhelm::cluster::rules
{

bool within(const IpAddress &address, const Prefix &network)
{
    if (address.family() != network.address.family())
        return false;
    const auto &a = address.bytes();
    const auto &b = network.address.bytes();
    const std::size_t whole = network.length / 8;
    if (!std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(whole), b.begin()))
        return false;
    const unsigned rest = network.length % 8;
    return rest == 0 || (a.at(whole) ^ b.at(whole)) >> (8 - rest) == 0;
}

Prefix networkOf(const Prefix &address)
{
    auto bytes = address.address.bytes();
    for (std::size_t bit = address.length; bit < address.address.size() * 8; ++bit)
        bytes.at(bit / 8) = static_cast<std::uint8_t>(bytes.at(bit / 8) & ~(0x80U >> bit % 8));
    if (address.address.isV6())
        return {IpAddress::v6(bytes), address.length};
    return {IpAddress::v4(std::array<std::uint8_t, 4>{bytes[0], bytes[1], bytes[2], bytes[3]}), address.length};
}

bool shareSubnet(const NodeInterface &a, const NodeInterface &b)
{
    for (const auto &one : a.addresses) {
        // Every link has fe80::/64; that says nothing.
        const bool known = !one.address.isLinkLocal() && std::ranges::any_of(b.addresses, [&](const auto &other) {
            return within(other.address, one);
        });
        if (known)
            return true;
    }
    return false;
}

} // namespace twinhelm::cluster::rules
