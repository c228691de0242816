#include "common/health/icmp_echo.h"

namespace twinhelm::health
{

namespace
{

constexpr std::size_t headerSize = 8;

unsigned byteAt(std::string_view bytes, std::size_t at)
{
    return static_cast<unsigned char>(bytes[at]);
}

void put(std::string &out, std::size_t at, unsigned number)
{
    out[at] = static_cast<char>(number >> 8U);
    out[at + 1] = static_cast<char>(number & 0xFFU);
}

/// RFC 1071.
unsigned checksum(std::string_view bytes)
{
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        sum += i % 2 == 0 ? byteAt(bytes, i) << 8U : byteAt(bytes, i);
    while (sum >> 16U)
        sum = (sum & 0xFFFFU) + (sum >> 16U);
    return ~sum & 0xFFFFU;
}

} // namespace

std::string encodeEcho(const IcmpEcho &echo)
{
    std::string out(headerSize, '\0');
    out[0] = static_cast<char>(echo.v6 ? 128 : 8);
    put(out, 4, echo.id);
    put(out, 6, echo.sequence);
    out += echo.token;
    if (!echo.v6)
        put(out, 2, checksum(out));
    return out;
}

EchoReading readEcho(std::string_view bytes, const IcmpEcho &sent, bool withHeader, bool anyId)
{
    if (withHeader) {
        const std::size_t header = bytes.empty() ? 0 : (byteAt(bytes, 0) & 0xFU) * 4U;
        if (header < 20 || bytes.size() < header)
            return EchoReading::TooShort;
        bytes.remove_prefix(header);
    }
    if (bytes.size() < headerSize)
        return EchoReading::TooShort;
    const auto id = byteAt(bytes, 4) << 8U | byteAt(bytes, 5);
    const auto sequence = byteAt(bytes, 6) << 8U | byteAt(bytes, 7);
    const bool ours = byteAt(bytes, 0) == (sent.v6 ? 129U : 0U) && byteAt(bytes, 1) == 0 && (anyId || id == sent.id) &&
                      sequence == sent.sequence && bytes.substr(headerSize) == sent.token;
    return ours ? EchoReading::Reply : EchoReading::Unrelated;
}

} // namespace twinhelm::health
