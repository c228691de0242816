#include "common/config/schema/tables.h"

// One line of virtual_rules and static_rules.
namespace twinhelm::config::schema
{

// clang-format off
static constexpr Keyword ruleEntryRows[] = {
    {.name = "inet", .kind = Kind::Flag, .defaultText = "by address"},
    {.name = "inet6", .kind = Kind::Flag, .defaultText = "by address"},
    {.name = "from", .kind = Kind::Address, .arguments = "PREFIX", .defaultText = "any"},
    {.name = "to", .kind = Kind::Address, .arguments = "PREFIX", .defaultText = "any"},
    {.name = "table", .kind = Kind::Enum, .arguments = "NAME|N", .rangeText = "1..4294967295"},
    {.name = "lookup", .kind = Kind::Enum, .arguments = "NAME|N", .aliasOf = "table"},
    {.name = "not", .kind = Kind::Flag},
    {.name = "preference", .kind = Kind::Uint, .arguments = "N", .hasRange = true, .min = 0, .max = 4294967295,
     .rangeText = "0..4294967295 (base auto)", .defaultText = "auto, with error message"},
    {.name = "order", .kind = Kind::Uint, .arguments = "N", .hasRange = true, .min = 0, .max = 4294967295,
     .rangeText = "0..4294967295 (base auto)", .defaultText = "auto, with error message"},
    {.name = "priority", .kind = Kind::Uint, .arguments = "N", .hasRange = true, .min = 0, .max = 4294967295,
     .rangeText = "0..4294967295 (base auto)", .defaultText = "auto, with error message"},
    {.name = "tos", .kind = Kind::Enum, .arguments = "NAME|N", .rangeText = "0..255"},
    {.name = "dsfield", .kind = Kind::Enum, .arguments = "NAME|N", .rangeText = "0..255", .aliasOf = "tos"},
    {.name = "fwmark", .kind = Kind::String, .arguments = "V[/MASK]", .rangeText = "32 bit, base auto"},
    {.name = "realms", .kind = Kind::Enum, .arguments = "[FROM/]TO"},
    {.name = "suppress_prefixlength", .kind = Kind::Uint, .arguments = "N",
     .hasRange = true, .min = 0, .max = 2147483647, .rangeText = "0..2147483647"},
    {.name = "sup_pl", .kind = Kind::Uint, .arguments = "N", .hasRange = true, .min = 0, .max = 2147483647,
     .rangeText = "0..2147483647", .aliasOf = "suppress_prefixlength"},
    {.name = "suppress_ifgroup", .kind = Kind::Enum, .arguments = "GROUP"},
    {.name = "sup_group", .kind = Kind::Enum, .arguments = "GROUP", .aliasOf = "suppress_ifgroup"},
    {.name = "dev", .kind = Kind::Interface, .arguments = "IFNAME"},
    {.name = "iif", .kind = Kind::Interface, .arguments = "IFNAME"},
    {.name = "oif", .kind = Kind::Interface, .arguments = "IFNAME"},
    {.name = "tunnel-id", .kind = Kind::Uint, .arguments = "N",
     .hasRange = true, .min = 0, .max = 18446744073709551615.0, .rangeText = "0..18446744073709551615"},
    {.name = "uidrange", .kind = Kind::String, .arguments = "A-B", .rangeText = "32 bit each"},
    {.name = "l3mdev", .kind = Kind::Flag},
    {.name = "protocol", .kind = Kind::Uint, .arguments = "N", .hasRange = true, .min = 0, .max = 255,
     .rangeText = "0..255", .defaultText = "keepalived"},
    {.name = "ipproto", .kind = Kind::Enum, .arguments = "NAME|N", .rangeText = "0..255"},
    {.name = "sport", .kind = Kind::String, .arguments = "A-B", .rangeText = "0..65535"},
    {.name = "dport", .kind = Kind::String, .arguments = "A-B", .rangeText = "0..65535"},
    {.name = "no_track", .kind = Kind::Flag},
    {.name = "track_group", .kind = Kind::String, .arguments = "NAME"},
    {.name = "type", .kind = Kind::Flag},
    {.name = "goto", .kind = Kind::Uint, .arguments = "N", .hasRange = true, .min = 0, .max = 4294967295,
     .rangeText = "0..4294967295"},
    {.name = "nop", .kind = Kind::Flag},
    {.name = "blackhole", .kind = Kind::Flag},
    {.name = "unreachable", .kind = Kind::Flag},
    {.name = "prohibit", .kind = Kind::Flag},
};

// clang-format on

constinit const std::span<const Keyword> ruleEntry = ruleEntryRows;

} // namespace twinhelm::config::schema
