#include "common/vrrp/auth_header.h"

#include <algorithm>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace twinhelm::vrrp
{

namespace
{

constexpr std::size_t signatureSize = 12; ///< 96 bits of the digest
constexpr std::size_t signatureAt = 12;   ///< within the authentication header
constexpr std::uint8_t precedenceControl = 0xc0;
/// In 32-bit words, less two (RFC 2402 section 2.2).
constexpr std::uint8_t payloadLength = authHeaderSize / 4 - 2;

using Bytes = std::vector<std::uint8_t>;
using Signature = std::array<std::uint8_t, signatureSize>;

void put16(Bytes &out, std::size_t at, unsigned value)
{
    out[at] = static_cast<std::uint8_t>(value >> 8);
    out[at + 1] = static_cast<std::uint8_t>(value);
}

std::uint32_t get32(std::span<const std::uint8_t> bytes)
{
    return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 | std::uint32_t{bytes[2]} << 8 | bytes[3];
}

/// Over the datagram with everything zeroed that changes under way, and the signature itself.
Signature signatureOf(Bytes datagram, const Password &key, bool unicast)
{
    datagram[1] = 0;                                       // type of service
    put16(datagram, 6, 0);                                 // fragment offset
    put16(datagram, 10, 0);                                // header checksum
    datagram[8] = unicast ? std::uint8_t{0} : datagram[8]; // TTL
    const std::size_t header = std::size_t{datagram[0] & 0x0fU} * 4;
    std::fill_n(datagram.begin() + static_cast<std::ptrdiff_t>(header + signatureAt), signatureSize, std::uint8_t{0});
    std::array<std::uint8_t, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    HMAC(EVP_md5(), key.data(), static_cast<int>(key.size()), datagram.data(), datagram.size(), digest.data(), &size);
    Signature out;
    std::copy_n(digest.begin(), out.size(), out.begin());
    return out;
}

} // namespace

std::vector<std::uint8_t> signDatagram(std::span<const std::uint8_t> message, const AuthHeaderFields &fields,
                                       const Password &key)
{
    Bytes out(ipv4HeaderSize + authHeaderSize, 0);
    out.insert(out.end(), message.begin(), message.end());
    out[0] = 0x45;
    out[1] = precedenceControl;
    put16(out, 2, static_cast<unsigned>(out.size()));
    // The kernel fills in an identification of zero, after it was signed; so it is never zero.
    put16(out, 4, std::max(1U, fields.sequence & 0xffffU));
    out[8] = fields.ttl;
    out[9] = protocolAuthHeader;
    std::copy_n(fields.source.bytes().begin(), 4, out.begin() + 12);
    std::copy_n(fields.destination.bytes().begin(), 4, out.begin() + 16);
    out[ipv4HeaderSize] = protocolVrrp;
    out[ipv4HeaderSize + 1] = payloadLength;
    std::copy_n(fields.source.bytes().begin(), 4, out.begin() + ipv4HeaderSize + 4); // SPI
    put16(out, ipv4HeaderSize + 8, fields.sequence >> 16);
    put16(out, ipv4HeaderSize + 10, fields.sequence & 0xffffU);
    const auto signature = signatureOf(out, key, !fields.destination.isMulticast());
    std::copy(signature.begin(), signature.end(), out.begin() + ipv4HeaderSize + signatureAt);
    return out;
}

tl::expected<std::uint32_t, Reject> verifyDatagram(std::span<const std::uint8_t> datagram, const Password &key,
                                                   bool unicast)
{
    const std::size_t header = datagram.empty() ? 0 : std::size_t{datagram[0] & 0x0fU} * 4;
    if (header < ipv4HeaderSize || datagram.size() < header + authHeaderSize)
        return tl::unexpected(Reject::BadLength);
    const auto auth = datagram.subspan(header, authHeaderSize);
    const auto expected = signatureOf({datagram.begin(), datagram.end()}, key, unicast);
    const bool genuine = CRYPTO_memcmp(expected.data(), auth.data() + signatureAt, signatureSize) == 0;
    const bool ownsSpi = std::equal(auth.begin() + 4, auth.begin() + 8, datagram.begin() + 12);
    if (!genuine || !ownsSpi)
        return tl::unexpected(Reject::AuthMismatch);
    return get32(auth.subspan(8));
}

} // namespace twinhelm::vrrp
