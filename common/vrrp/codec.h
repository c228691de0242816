#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "common/base/ip_address.h"
#include "common/base/strong.h"
#include "common/base/time.h"
#include "common/vrrp/settings.h"

/// VRRP messages as bytes: v2 (RFC 3768, with RFC 2338's simple text password as keepalived sends it) and
/// v3 (RFC 9568). The IP header is the driver's.
namespace twinhelm::vrrp
{

inline constexpr std::uint8_t vrrpTtl = 255;
inline constexpr std::size_t passwordSize = 8;

using Password = std::array<std::uint8_t, passwordSize>;

/// The first 8 bytes of the secret, zero-filled: what stands on the wire.
[[nodiscard]] Password wirePassword(const Authentication &authentication);

/// What one router says. `addresses` all belong to `family`.
struct Advert {
    Version version = Version::V2;
    Family family = Family::IPv4;
    Vrid virtualRouterId;
    Priority priority;
    Duration interval = std::chrono::seconds(1); ///< v2: whole seconds; v3: centiseconds, at most 40.95 s
    AuthType authType = AuthType::None;          ///< v2 only
    Password password{};                         ///< stands in the message only with Pass
    std::vector<IpAddress> addresses;            ///< at most 255
    bool v3ChecksumAsV2 = false;                 ///< v3 over IPv4: no pseudo header in the checksum
};

/// The message with its checksum. v3 (and IPv6) sum over a pseudo header, hence the IP addresses; `destination` is
/// the one summed, which differs from the packet's for peers that do it as keepalived did before 1.3.7.
[[nodiscard]] std::vector<std::uint8_t> encode(const Advert &advert, const IpAddress &source,
                                               const IpAddress &destination);

/// Why a message was dropped, in the order of the checks (keepalived: vrrp_check_packet).
enum class Reject : std::uint8_t {
    AuthHeader, ///< an AH header where none is configured
    BadLength,  ///< shorter than its own address count says, or with a tail that is neither padding nor HMAC
    BadTtl,     ///< passed a router (multicast only)
    BadVersion,
    BadAuthType,
    AuthMismatch,
    Replayed,    ///< AH: its sequence number is not above the last one
    BadInterval, ///< v2: the interval differs from ours; v3: it is zero
    BadType,     ///< not an ADVERTISEMENT
    BadChecksum,
    BadDestination, ///< multicast where unicast is configured, or the other way round
    OwnerIgnores,   ///< we own the addresses and are told to take note of nobody
    UnknownPeer,    ///< unicast from a source that is not among the peers (check_unicast_src)
    PeerTtl,        ///< unicast whose TTL is out of the peer's bounds
};

/// Stable word for events and metrics: "bad_ttl".
[[nodiscard]] std::string_view rejectName(Reject reason);

/// What one instance accepts. Borrowed from its settings: cheap to hand over for each packet.
struct ReceiveRules {
    Version version = Version::V2;
    Duration interval{};
    AuthType authType = AuthType::None;
    Password password{};
    std::span<const UnicastPeer> unicastPeers{}; ///< empty: multicast
    bool checkUnicastSource = false;
    bool v3ChecksumAsV2 = false;
    bool ignoreAll = false; ///< an owner with owner_ignore_adverts
    /// When set, a unicast v3 checksum over this address in place of the destination is right as well.
    std::optional<IpAddress> oldChecksumGroup = std::nullopt;
};

/// One datagram of protocol 112, borrowed.
struct Datagram {
    IpAddress source;
    IpAddress destination;
    std::uint8_t ttl = vrrpTtl;
    bool authHeader = false;
    std::span<const std::uint8_t> bytes;
};

/// An accepted advert; `addresses` are the raw bytes inside the datagram (4 or 16 for each).
struct AdvertView {
    Vrid virtualRouterId;
    Priority priority;
    Duration interval{};
    std::span<const std::uint8_t> addresses;
    bool oldChecksum = false; ///< right only with ReceiveRules::oldChecksumGroup
};

/// Which router a message is about; nothing when it is too short to say. Looks at nothing else.
[[nodiscard]] std::optional<Vrid> peekVirtualRouterId(std::span<const std::uint8_t> bytes);

/// Check and read one message. Allocates nothing.
[[nodiscard]] tl::expected<AdvertView, Reject> receive(const Datagram &datagram, const ReceiveRules &rules);

} // namespace twinhelm::vrrp
