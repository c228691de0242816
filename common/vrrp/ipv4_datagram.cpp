#include "common/vrrp/ipv4_datagram.h"

#include "common/vrrp/auth_header.h"

namespace twinhelm::vrrp
{

bool readIpv4Datagram(std::span<const std::uint8_t> datagram, PacketReceived &out)
{
    if (datagram.size() < ipv4HeaderSize || datagram[0] >> 4U != 4)
        return false;
    std::size_t header = std::size_t{datagram[0] & 0x0fU} * 4;
    if (header < ipv4HeaderSize || header > datagram.size())
        return false;
    out.authHeader = datagram[9] == protocolAuthHeader;
    out.datagram.clear();
    if (out.authHeader) {
        // RFC 2402: the protocol behind it is its first byte, its length stands in its second.
        if (datagram.size() < header + authHeaderSize || datagram[header] != protocolVrrp)
            return false;
        header += (std::size_t{datagram[header + 1]} + 2) * 4;
        if (header > datagram.size())
            return false;
        out.datagram.assign(datagram.begin(), datagram.end());
    } else if (datagram[9] != protocolVrrp) {
        return false;
    }
    out.ttl = datagram[8];
    out.source = IpAddress::v4({datagram[12], datagram[13], datagram[14], datagram[15]});
    out.destination = IpAddress::v4({datagram[16], datagram[17], datagram[18], datagram[19]});
    out.bytes.assign(datagram.begin() + static_cast<std::ptrdiff_t>(header), datagram.end());
    return true;
}

std::optional<PacketReceived> parseIpv4Datagram(std::span<const std::uint8_t> datagram)
{
    PacketReceived out;
    return readIpv4Datagram(datagram, out) ? std::optional(std::move(out)) : std::nullopt;
}

PacketReceived receivedFrom(const SendPacket &packet)
{
    if (!packet.authHeader)
        return {packet.interface, packet.source, packet.destination, packet.ttl, packet.bytes, false, {}};
    auto out = parseIpv4Datagram(packet.bytes).value_or(PacketReceived{});
    out.interface = packet.interface;
    return out;
}

} // namespace twinhelm::vrrp
