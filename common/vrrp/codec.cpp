#include "common/vrrp/codec.h"

#include <algorithm>

#include "common/vrrp/auth_header.h"

namespace twinhelm::vrrp
{

namespace
{

constexpr std::size_t headerSize = 8;
constexpr std::size_t checksumAt = 6;
constexpr std::uint8_t typeAdvertisement = 1;
/// A 46-byte minimal Ethernet payload less 20 bytes of IP header: shorter messages may carry padding.
constexpr std::size_t largestPadded = 26;
/// keepalived 2.4's auth_hmac trailer; a receiver without keys reads past it.
constexpr std::size_t hmacTrailerSize = 28;
constexpr Duration centisecond = std::chrono::milliseconds(10);

bool carriesPassword(Version version, Family family)
{
    return version == Version::V2 && family == Family::IPv4;
}

bool needsPseudoHeader(Version version, Family family, bool v3AsV2)
{
    return family == Family::IPv6 || (version == Version::V3 && !v3AsV2);
}

std::uint32_t add(std::uint32_t sum, std::span<const std::uint8_t> bytes)
{
    std::size_t i = 0;
    for (; i + 1 < bytes.size(); i += 2)
        sum += (std::uint32_t{bytes[i]} << 8) | bytes[i + 1];
    if (i < bytes.size())
        sum += std::uint32_t{bytes[i]} << 8;
    return sum;
}

std::uint16_t fold(std::uint32_t sum)
{
    while (sum >> 16)
        sum = (sum & 0xffff) + (sum >> 16);
    return static_cast<std::uint16_t>(~sum);
}

/// RFC 1071 over the message and, for v3 and IPv6, the pseudo header of RFC 9568 section 5.2.8.
/// 0 over a message that already holds its right checksum.
std::uint16_t checksum(std::span<const std::uint8_t> message, bool pseudoHeader, const IpAddress &source,
                       const IpAddress &destination)
{
    std::uint32_t sum = add(0, message);
    if (pseudoHeader) {
        sum = add(sum, std::span(source.bytes()).first(source.size()));
        sum = add(sum, std::span(destination.bytes()).first(destination.size()));
        sum += protocolVrrp + static_cast<std::uint32_t>(message.size());
    }
    return fold(sum);
}

std::size_t messageSize(Version version, Family family, std::size_t count)
{
    const std::size_t addressSize = family == Family::IPv4 ? 4 : 16;
    return headerSize + count * addressSize + (carriesPassword(version, family) ? passwordSize : 0);
}

std::optional<Version> versionOf(std::uint8_t firstByte)
{
    switch (firstByte >> 4) {
    case 2: return Version::V2;
    case 3: return Version::V3;
    default: return std::nullopt;
    }
}

bool lengthFits(std::size_t have, std::size_t need)
{
    return have == need || have == need + hmacTrailerSize || (have > need && have <= largestPadded);
}

std::optional<Reject> checkAuthentication(std::span<const std::uint8_t> message, const ReceiveRules &rules)
{
    if (message[4] != static_cast<std::uint8_t>(rules.authType))
        return Reject::BadAuthType;
    if (rules.authType == AuthType::Pass && !std::ranges::equal(message.last(passwordSize), rules.password))
        return Reject::AuthMismatch;
    return std::nullopt;
}

std::optional<Reject> checkPath(const Datagram &datagram, const ReceiveRules &rules)
{
    const bool unicast = !rules.unicastPeers.empty();
    if (datagram.destination.isMulticast() == unicast)
        return Reject::BadDestination;
    if (rules.ignoreAll)
        return Reject::OwnerIgnores;
    if (!unicast)
        return std::nullopt;
    const auto peer = std::ranges::find(rules.unicastPeers, datagram.source, &UnicastPeer::address);
    if (peer == rules.unicastPeers.end())
        return rules.checkUnicastSource ? std::optional(Reject::UnknownPeer) : std::nullopt;
    if (datagram.ttl < peer->leastTtl || datagram.ttl > peer->mostTtl)
        return Reject::PeerTtl;
    return std::nullopt;
}

enum class Sum : std::uint8_t { Right, RightTheOldWay, Wrong };

Sum checkSum(std::span<const std::uint8_t> message, Version version, const Datagram &datagram,
             const ReceiveRules &rules)
{
    const Family family = datagram.source.family();
    const bool pseudoHeader = needsPseudoHeader(version, family, rules.v3ChecksumAsV2);
    if (checksum(message, pseudoHeader, datagram.source, datagram.destination) == 0)
        return Sum::Right;
    const bool mayBeOld = rules.oldChecksumGroup && pseudoHeader && family == Family::IPv4;
    if (mayBeOld && checksum(message, pseudoHeader, datagram.source, *rules.oldChecksumGroup) == 0)
        return Sum::RightTheOldWay;
    return Sum::Wrong;
}

Duration intervalOf(Version version, std::span<const std::uint8_t> message)
{
    if (version == Version::V2)
        return std::chrono::seconds(message[5]);
    return centisecond * (((message[4] & 0x0f) << 8) | message[5]);
}

} // namespace

Password wirePassword(const Authentication &authentication)
{
    Password password{};
    const auto secret = authentication.secret.reveal();
    std::copy_n(secret.begin(), std::min(secret.size(), password.size()), password.begin());
    return password;
}

std::vector<std::uint8_t> encode(const Advert &advert, const IpAddress &source, const IpAddress &destination)
{
    const std::size_t count = std::min<std::size_t>(advert.addresses.size(), 255);
    std::vector<std::uint8_t> out;
    out.reserve(messageSize(advert.version, advert.family, count));
    out.push_back(static_cast<std::uint8_t>((static_cast<unsigned>(advert.version) << 4) | typeAdvertisement));
    out.push_back(advert.virtualRouterId.value);
    out.push_back(advert.priority.value);
    out.push_back(static_cast<std::uint8_t>(count));
    if (advert.version == Version::V2) {
        out.push_back(static_cast<std::uint8_t>(advert.authType));
        out.push_back(
            static_cast<std::uint8_t>(std::clamp<std::int64_t>(advert.interval / std::chrono::seconds(1), 1, 255)));
    } else {
        const auto centiseconds = std::clamp<std::int64_t>(advert.interval / centisecond, 1, 0xfff);
        out.push_back(static_cast<std::uint8_t>(centiseconds >> 8));
        out.push_back(static_cast<std::uint8_t>(centiseconds & 0xff));
    }
    out.insert(out.end(), {0, 0});
    for (std::size_t i = 0; i < count; ++i) {
        const auto &address = advert.addresses[i];
        out.insert(out.end(), address.bytes().begin(),
                   address.bytes().begin() + static_cast<std::ptrdiff_t>(address.size()));
    }
    if (carriesPassword(advert.version, advert.family)) {
        const Password blank{};
        const auto &data = advert.authType == AuthType::Pass ? advert.password : blank;
        out.insert(out.end(), data.begin(), data.end());
    }
    const auto sum =
        checksum(out, needsPseudoHeader(advert.version, advert.family, advert.v3ChecksumAsV2), source, destination);
    out[checksumAt] = static_cast<std::uint8_t>(sum >> 8);
    out[checksumAt + 1] = static_cast<std::uint8_t>(sum & 0xff);
    return out;
}

std::string_view rejectName(Reject reason)
{
    switch (reason) {
    case Reject::AuthHeader: return "auth_header";
    case Reject::BadLength: return "bad_length";
    case Reject::BadTtl: return "bad_ttl";
    case Reject::BadVersion: return "bad_version";
    case Reject::BadAuthType: return "bad_auth_type";
    case Reject::AuthMismatch: return "auth_mismatch";
    case Reject::Replayed: return "replayed";
    case Reject::BadInterval: return "bad_interval";
    case Reject::BadType: return "bad_type";
    case Reject::BadChecksum: return "bad_checksum";
    case Reject::BadDestination: return "bad_destination";
    case Reject::OwnerIgnores: return "owner_ignores";
    case Reject::UnknownPeer: return "unknown_peer";
    case Reject::PeerTtl: return "peer_ttl";
    }
    return "?";
}

std::optional<Vrid> peekVirtualRouterId(std::span<const std::uint8_t> bytes)
{
    if (bytes.size() < 2)
        return std::nullopt;
    return Vrid{bytes[1]};
}

tl::expected<AdvertView, Reject> receive(const Datagram &datagram, const ReceiveRules &rules)
{
    const auto reject = [](Reject reason) { return tl::unexpected(reason); };
    const Family family = datagram.source.family();
    const auto &bytes = datagram.bytes;
    if (datagram.authHeader != (rules.authType == AuthType::Ah))
        return reject(Reject::AuthHeader);
    if (bytes.size() < headerSize)
        return reject(Reject::BadLength);
    // The length is judged by the message's own version, so that a peer of another version is called that.
    const auto version = versionOf(bytes[0]);
    const std::size_t size = messageSize(version.value_or(rules.version), family, bytes[3]);
    if (version && !lengthFits(bytes.size(), size))
        return reject(Reject::BadLength);
    if (rules.unicastPeers.empty() && datagram.ttl != vrrpTtl)
        return reject(Reject::BadTtl);
    if (version != rules.version)
        return reject(Reject::BadVersion);

    const auto message = bytes.first(size);
    const Duration interval = intervalOf(*version, message);
    if (version == Version::V2 && family == Family::IPv4) {
        if (const auto reason = checkAuthentication(message, rules))
            return reject(*reason);
    }
    // An interval of zero would make every backup take over at once.
    if (interval == Duration::zero() || (version == Version::V2 && interval != rules.interval))
        return reject(Reject::BadInterval);
    if ((message[0] & 0x0f) != typeAdvertisement)
        return reject(Reject::BadType);
    const auto sum = checkSum(message, *version, datagram, rules);
    if (sum == Sum::Wrong)
        return reject(Reject::BadChecksum);
    if (const auto reason = checkPath(datagram, rules))
        return reject(*reason);
    const std::size_t addressBytes = bytes[3] * datagram.source.size();
    return AdvertView{Vrid{message[1]}, Priority{message[2]}, interval, message.subspan(headerSize, addressBytes),
                      sum == Sum::RightTheOldWay};
}

} // namespace twinhelm::vrrp
