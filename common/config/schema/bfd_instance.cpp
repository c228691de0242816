#include "common/config/schema/grammar.h"
#include "common/config/schema/tables.h"

// bfd_instance NAME { ... }
namespace twinhelm::config::schema
{

// clang-format off
static constexpr Keyword bfdInstanceRows[] = {
    {.name = "source_ip", .kind = Kind::Address, .arguments = "IP", .rangeText = "same family as neighbor",
     .defaultText = "kernel choice", .since = "2.0.0", .level = Level::Advanced, .effect = Effect::Election},
    {.name = "neighbor_ip", .kind = Kind::Address, .arguments = "IP", .required = true, .since = "2.0.0",
     .level = Level::Advanced, .effect = Effect::Election},
    {.name = "neighbour_ip", .kind = Kind::Address, .arguments = "IP", .since = "2.0.0", .aliasOf = "neighbor_ip",
     .standing = Standing::Synonym, .effect = Effect::Election},
    {.name = "min_rx", .kind = Kind::Decimal, .arguments = "MS", .unit = Unit::Milliseconds, .hasRange = true, .min = 1,
     .max = 4294967, .decimals = 3, .rangeText = "1..4294967 (3 decimals)", .defaultText = "10", .since = "2.0.0",
     .level = Level::Advanced, .effect = Effect::Election},
    {.name = "min_tx", .kind = Kind::Decimal, .arguments = "MS", .unit = Unit::Milliseconds, .hasRange = true, .min = 1,
     .max = 4294967, .decimals = 3, .rangeText = "1..4294967", .defaultText = "10", .since = "2.0.0",
     .level = Level::Advanced, .effect = Effect::Election},
    {.name = "idle_tx", .kind = Kind::Decimal, .arguments = "MS", .unit = Unit::Milliseconds, .hasRange = true,
     .min = 1000, .max = 4294967, .decimals = 3, .rangeText = "1000..4294967", .defaultText = "1000", .since = "2.0.0"},
    {.name = "multiplier", .kind = Kind::Uint, .arguments = "N", .hasRange = true, .min = 1, .max = 255,
     .rangeText = "1..255", .defaultText = "5", .since = "2.0.0", .level = Level::Advanced, .effect = Effect::Election},
    {.name = "passive", .kind = Kind::Flag, .defaultText = "off", .since = "2.0.0", .effect = Effect::Election},
    {.name = "ttl", .kind = Kind::Uint, .arguments = "N", .hasRange = true, .min = 1, .max = 255, .rangeText = "1..255",
     .defaultText = "255 IPv4 / 64 IPv6", .since = "2.0.0", .effect = Effect::Election},
    {.name = "hoplimit", .kind = Kind::Uint, .arguments = "N", .hasRange = true, .min = 1, .max = 255,
     .rangeText = "1..255", .since = "2.0.0", .aliasOf = "ttl", .standing = Standing::Synonym,
     .effect = Effect::Election},
    {.name = "max_hops", .kind = Kind::Int, .arguments = "N", .hasRange = true, .min = -1, .max = 255,
     .rangeText = "-1..255", .defaultText = "0", .since = "2.0.0", .effect = Effect::Election},
    {.name = "multihop", .kind = Kind::Bool, .arguments = "[BOOL]", .defaultText = "false", .since = "2.2.8",
     .effect = Effect::Election},
    {.name = "weight", .kind = Kind::Int, .arguments = "N [reverse]", .hasRange = true, .min = -253, .max = 253,
     .more = grammar::reverseWord, .rangeText = "-253..253", .defaultText = "0", .since = "2.0.0",
     .level = Level::Advanced, .effect = Effect::Election},
    {.name = "vrrp", .kind = Kind::Flag, .defaultText = "both", .since = "2.0.0", .effect = Effect::Election},
    {.name = "checker", .kind = Kind::Flag, .defaultText = "both", .since = "2.0.0"},
};

// clang-format on

constinit const std::span<const Keyword> bfdInstance = bfdInstanceRows;

} // namespace twinhelm::config::schema
