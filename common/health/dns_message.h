#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// As much of DNS (RFC 1035) as DNS_CHECK needs. Pure, total over all bytes.
namespace twinhelm::health
{

/// "SOA", in any case, as its number; nothing for a type that keepalived does not know.
[[nodiscard]] std::optional<std::uint16_t> dnsType(std::string_view name);

struct DnsQuestion {
    std::uint16_t id = 0;
    std::string name; ///< "example.com", "example.com." or "."
    std::uint16_t type = 6;
};

/// A query of class IN that asks for recursion, as keepalived's. Nothing when the name is none: a label without or
/// with more than 63 bytes, more than 255 bytes in all.
[[nodiscard]] std::optional<std::string> encodeDnsQuery(const DnsQuestion &question);

struct DnsReading {
    enum class Kind {
        Answer,   ///< to our question; `code` says which
        TooShort, ///< no DNS message
        OtherId,  ///< to another question, or made up
        Query,    ///< a question, not an answer
        OtherQuestion,
    };
    Kind kind = Kind::TooShort;
    unsigned code = 0; ///< RCODE: 0 is fine, 2 SERVFAIL, 3 NXDOMAIN, 5 REFUSED
    unsigned answers = 0;
    bool truncated = false;
};

/// Like keepalived looks at id, QR and RCODE, and besides at the question where it is repeated: a datagram that is not
/// our answer is passed over.
[[nodiscard]] DnsReading readDnsReply(std::string_view bytes, const DnsQuestion &question);

/// "NXDOMAIN", "RCODE 11".
[[nodiscard]] std::string dnsCodeName(unsigned code);
[[nodiscard]] std::string_view toString(DnsReading::Kind kind);

} // namespace twinhelm::health
