#include "common/config/schema/grammar.h"
#include "common/config/schema/tables.h"
#include "common/config/schema/text.h"

// bfd_instance NAME { ... }
namespace twinhelm::config::schema
{

// clang-format off
static constexpr Keyword bfdInstanceRows[] = {
    {.name = "source_ip", .kind = Kind::Address, .arguments = "IP", .rangeText = "same family as neighbor",
     .defaultText = "kernel choice", .since = "2.0.0", .level = Level::Advanced, .effect = Effect::Election,
     .help = TH_HELP("schema", "The address this session sends from; the kernel chooses unless you write it.")},
    {.name = "neighbor_ip", .kind = Kind::Address, .arguments = "IP", .required = true, .since = "2.0.0",
     .level = Level::Advanced, .effect = Effect::Election, .help = TH_HELP("schema", "The address of the neighbour.")},
    {.name = "neighbour_ip", .kind = Kind::Address, .arguments = "IP", .since = "2.0.0", .aliasOf = "neighbor_ip",
     .standing = Standing::Synonym, .effect = Effect::Election,
     .help = TH_HELP("schema", "The British spelling of neighbor_ip.")},
    {.name = "min_rx", .kind = Kind::Decimal, .arguments = "MS", .unit = Unit::Milliseconds, .hasRange = true, .min = 1,
     .max = 4294967, .decimals = 3, .rangeText = "1..4294967 (3 decimals)", .defaultText = "10", .since = "2.0.0",
     .level = Level::Advanced, .effect = Effect::Election,
     .help = TH_HELP("schema", "How often this node can take packets, in milliseconds.")},
    {.name = "min_tx", .kind = Kind::Decimal, .arguments = "MS", .unit = Unit::Milliseconds, .hasRange = true, .min = 1,
     .max = 4294967, .decimals = 3, .rangeText = "1..4294967", .defaultText = "10", .since = "2.0.0",
     .level = Level::Advanced, .effect = Effect::Election,
     .help = TH_HELP("schema", "How often this node would like to send, in milliseconds.")},
    {.name = "idle_tx", .kind = Kind::Decimal, .arguments = "MS", .unit = Unit::Milliseconds, .hasRange = true,
     .min = 1000, .max = 4294967, .decimals = 3, .rangeText = "1000..4294967", .defaultText = "1000", .since = "2.0.0",
     .help = TH_HELP("schema", "How often packets go out while the session is not up, in milliseconds.")},
    {.name = "multiplier", .kind = Kind::Uint, .arguments = "N", .hasRange = true, .min = 1, .max = 255,
     .rangeText = "1..255", .defaultText = "5", .since = "2.0.0", .level = Level::Advanced, .effect = Effect::Election,
     .help = TH_HELP("schema", "So many packets missing in a row mean that the path is down.")},
    {.name = "passive", .kind = Kind::Flag, .defaultText = "off", .since = "2.0.0", .effect = Effect::Election,
     .help = TH_HELP("schema", "Waits for the neighbour to begin.")},
    {.name = "ttl", .kind = Kind::Uint, .arguments = "N", .hasRange = true, .min = 1, .max = 255, .rangeText = "1..255",
     .defaultText = "255 IPv4 / 64 IPv6", .since = "2.0.0", .effect = Effect::Election,
     .help = TH_HELP("schema", "Time to live of outgoing packets.")},
    {.name = "hoplimit", .kind = Kind::Uint, .arguments = "N", .hasRange = true, .min = 1, .max = 255,
     .rangeText = "1..255", .since = "2.0.0", .aliasOf = "ttl", .standing = Standing::Synonym,
     .effect = Effect::Election, .help = TH_HELP("schema", "The IPv6 word for ttl; either may be used.")},
    {.name = "max_hops", .kind = Kind::Int, .arguments = "N", .hasRange = true, .min = -1, .max = 255,
     .rangeText = "-1..255", .defaultText = "0", .since = "2.0.0", .effect = Effect::Election,
     .help = TH_HELP("schema", "How many routers may be on the path: packets with a lower time to live are dropped.")},
    {.name = "multihop", .kind = Kind::Bool, .arguments = "[BOOL]", .defaultText = "false", .since = "2.2.8",
     .effect = Effect::Election,
     .help = TH_HELP("schema", "Uses the port for sessions over several hops, 4784, as the neighbour's multihop "
                             "setting must do as well.")},
    {.name = "weight", .kind = Kind::Int, .arguments = "N [reverse]", .hasRange = true, .min = -253, .max = 253,
     .more = grammar::reverseWord, .rangeText = "-253..253", .defaultText = "0", .since = "2.0.0",
     .level = Level::Advanced, .effect = Effect::Election,
     .help = TH_HELP("schema", "What the session is worth to instances that name no weight of their own.")},
    {.name = "vrrp", .kind = Kind::Flag, .defaultText = "both", .since = "2.0.0", .effect = Effect::Election,
     .help = TH_HELP("schema", "Only instances hear of this session.")},
    {.name = "checker", .kind = Kind::Flag, .defaultText = "both", .since = "2.0.0",
     .help = TH_HELP("schema", "Only real servers' BFD_CHECK hears of this session.")},
};

// clang-format on

constinit const std::span<const Keyword> bfdInstance = bfdInstanceRows;

} // namespace twinhelm::config::schema
