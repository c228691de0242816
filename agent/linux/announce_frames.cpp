#include "agent/linux/announce_frames.h"

#include <initializer_list>
#include <span>

namespace twinhelm::agent
{

namespace
{

constexpr MacAddress everybody{0xff, 0xff, 0xff, 0xff, 0xff, 0xff};
constexpr MacAddress allNodesMac{0x33, 0x33, 0, 0, 0, 1};
constexpr std::uint8_t icmpv6 = 58;

void put(Frame &frame, std::span<const std::uint8_t> bytes)
{
    frame.insert(frame.end(), bytes.begin(), bytes.end());
}

void put(Frame &frame, std::initializer_list<std::uint8_t> bytes)
{
    frame.insert(frame.end(), bytes);
}

std::span<const std::uint8_t> wire(const IpAddress &address)
{
    return {address.bytes().data(), address.size()};
}

std::uint16_t onesComplement(std::span<const std::uint8_t> pseudoHeaderAndMessage)
{
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i + 1 < pseudoHeaderAndMessage.size(); i += 2)
        sum += std::uint32_t{pseudoHeaderAndMessage[i]} << 8U | pseudoHeaderAndMessage[i + 1];
    while (sum >> 16U != 0)
        sum = (sum & 0xffffU) + (sum >> 16U);
    return static_cast<std::uint16_t>(~sum);
}

} // namespace

Frame gratuitousArp(const MacAddress &mac, const IpAddress &address)
{
    Frame frame;
    put(frame, everybody);
    put(frame, mac);
    put(frame, {0x08, 0x06});                   // ARP
    put(frame, {0, 1, 0x08, 0x00, 6, 4, 0, 1}); // Ethernet, IPv4, lengths, request
    put(frame, mac);
    put(frame, wire(address));
    put(frame, everybody);
    put(frame, wire(address));
    return frame;
}

Frame unsolicitedAdvertisement(const MacAddress &mac, const IpAddress &address)
{
    const IpAddress allNodes = *IpAddress::parse("ff02::1");
    Frame message{136, 0, 0, 0, 0x20, 0, 0, 0}; // type, code, checksum, flags: override
    put(message, wire(address));
    put(message, {2, 1}); // option: target link-layer address, one unit of 8 bytes
    put(message, mac);
    const auto length = static_cast<std::uint8_t>(message.size());

    Frame pseudo;
    put(pseudo, wire(address));
    put(pseudo, wire(allNodes));
    put(pseudo, {0, 0, 0, length, 0, 0, 0, icmpv6});
    put(pseudo, message);
    const std::uint16_t checksum = onesComplement(pseudo);
    message[2] = static_cast<std::uint8_t>(checksum >> 8U);
    message[3] = static_cast<std::uint8_t>(checksum & 0xffU);

    Frame frame;
    put(frame, allNodesMac);
    put(frame, mac);
    put(frame, {0x86, 0xdd});                            // IPv6
    put(frame, {0x60, 0, 0, 0, 0, length, icmpv6, 255}); // version, length, next header, hop limit
    put(frame, wire(address));
    put(frame, wire(allNodes));
    put(frame, message);
    return frame;
}

Frame announcement(const MacAddress &mac, const IpAddress &address)
{
    return address.isV4() ? gratuitousArp(mac, address) : unsolicitedAdvertisement(mac, address);
}

} // namespace twinhelm::agent
