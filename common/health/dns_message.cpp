#include "common/health/dns_message.h"

#include <algorithm>
#include <array>
#include <utility>

namespace twinhelm::health
{

namespace
{

constexpr std::size_t headerSize = 12;
constexpr std::size_t longestLabel = 63;
constexpr std::size_t longestName = 255;
constexpr std::uint16_t classIn = 1;

constexpr std::array<std::pair<std::string_view, std::uint16_t>, 9> types{{{"A", 1},
                                                                           {"NS", 2},
                                                                           {"CNAME", 5},
                                                                           {"SOA", 6},
                                                                           {"MX", 15},
                                                                           {"TXT", 16},
                                                                           {"AAAA", 28},
                                                                           {"RRSIG", 46},
                                                                           {"DNSKEY", 48}}};

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool sameText(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

void put(std::string &out, unsigned number)
{
    out += static_cast<char>(number >> 8U);
    out += static_cast<char>(number & 0xFFU);
}

unsigned get(std::string_view bytes, std::size_t at)
{
    return static_cast<unsigned>(static_cast<unsigned char>(bytes[at])) << 8U |
           static_cast<unsigned char>(bytes[at + 1]);
}

/// The name as it stands in a message, with its final zero.
std::optional<std::string> encodeName(std::string_view name)
{
    std::string out;
    if (name.ends_with('.'))
        name.remove_suffix(1);
    while (!name.empty()) {
        const auto label = name.substr(0, name.find('.'));
        if (label.empty() || label.size() > longestLabel)
            return std::nullopt;
        out += static_cast<char>(label.size());
        out += label;
        name.remove_prefix(std::min(name.size(), label.size() + 1));
    }
    out += '\0';
    return out.size() <= longestName ? std::optional(std::move(out)) : std::nullopt;
}

} // namespace

std::optional<std::uint16_t> dnsType(std::string_view name)
{
    const auto known =
        std::find_if(types.begin(), types.end(), [&](const auto &one) { return sameText(one.first, name); });
    return known == types.end() ? std::nullopt : std::optional(known->second);
}

std::optional<std::string> encodeDnsQuery(const DnsQuestion &question)
{
    const auto name = encodeName(question.name);
    if (!name)
        return std::nullopt;
    std::string out;
    put(out, question.id);
    put(out, 0x0100); // recursion desired
    put(out, 1);
    out.append(6, '\0');
    out += *name;
    put(out, question.type);
    put(out, classIn);
    return out;
}

DnsReading readDnsReply(std::string_view bytes, const DnsQuestion &question)
{
    DnsReading out;
    if (bytes.size() < headerSize)
        return out;
    const auto flags = get(bytes, 2);
    out.code = flags & 0xFU;
    out.truncated = (flags & 0x0200U) != 0;
    out.answers = get(bytes, 6);
    if (get(bytes, 0) != question.id) {
        out.kind = DnsReading::Kind::OtherId;
    } else if ((flags & 0x8000U) == 0) {
        out.kind = DnsReading::Kind::Query;
    } else {
        out.kind = DnsReading::Kind::Answer;
        const auto name = encodeName(question.name);
        const auto tail = bytes.substr(headerSize);
        if (get(bytes, 4) == 1 && name) {
            const bool same = tail.size() >= name->size() + 4 && sameText(tail.substr(0, name->size()), *name) &&
                              get(tail, name->size()) == question.type;
            if (!same)
                out.kind = DnsReading::Kind::OtherQuestion;
        }
    }
    return out;
}

std::string dnsCodeName(unsigned code)
{
    static constexpr std::array<std::string_view, 6> names{"NOERROR",  "FORMERR", "SERVFAIL",
                                                           "NXDOMAIN", "NOTIMP",  "REFUSED"};
    return code < names.size() ? std::string(names[code]) : "RCODE " + std::to_string(code);
}

std::string_view toString(DnsReading::Kind kind)
{
    switch (kind) {
    case DnsReading::Kind::Answer: return "an answer";
    case DnsReading::Kind::TooShort: return "too short for a DNS message";
    case DnsReading::Kind::OtherId: return "with another id";
    case DnsReading::Kind::Query: return "a query instead of an answer";
    case DnsReading::Kind::OtherQuestion: return "to another question";
    }
    return "";
}

} // namespace twinhelm::health
