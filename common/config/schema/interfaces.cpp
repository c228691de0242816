#include "common/config/schema/grammar.h"
#include "common/config/schema/tables.h"
#include "common/config/schema/text.h"

// garp_group, linkbeat_interfaces, interface_up_down_delays.
namespace twinhelm::config::schema
{

// clang-format off
static constexpr Keyword garpGroupRows[] = {
    {.name = "garp_interval", .kind = Kind::Decimal, .arguments = "SECS", .unit = Unit::Seconds, .hasRange = true,
     .min = 0, .max = 4294.967295, .decimals = 6, .rangeText = "0..4294.967295", .defaultText = "0", .since = "1.2.21",
     .help = TH_HELP("schema", "Gap between two gratuitous ARPs.")},
    {.name = "gna_interval", .kind = Kind::Decimal, .arguments = "SECS", .unit = Unit::Seconds, .hasRange = true,
     .min = 0, .max = 4294.967295, .decimals = 6, .rangeText = "0..4294.967295", .defaultText = "0", .since = "1.2.21",
     .help = TH_HELP("schema", "Gap between two unsolicited neighbour advertisements.")},
    {.name = "interface", .kind = Kind::Interface, .arguments = "IFNAME", .maxLength = 15, .since = "1.2.21",
     .help = TH_HELP("schema", "The only interface of the group.")},
    {.name = "interfaces", .kind = Kind::ListBlock, .arguments = "{ IFNAME... }", .more = grammar::interfaceNames,
     .many = true, .since = "1.2.21", .help = TH_HELP("schema", "The interfaces of the group.")},
};

static constexpr Keyword linkbeatInterfacesRows[] = {
    {.name = "<entry>", .kind = Kind::List, .arguments = "IFNAME [MII|ETHTOOL|IOCTL]",
     .more = grammar::linkbeatInterface, .many = true, .defaultText = "auto method", .since = "2.0.13",
     .help = TH_HELP("schema", "An interface and how its link is asked for: MII, ETHTOOL or IOCTL.")},
};

static constexpr Keyword interfaceUpDownDelaysRows[] = {
    {.name = "<entry>", .kind = Kind::List, .arguments = "IFNAME DOWN [UP]", .more = grammar::interfaceDelays,
     .many = true, .rangeText = "DOWN,UP 0..255 s (decimals)", .defaultText = "UP = DOWN", .since = "2.2.3",
     .level = Level::Advanced,
     .help = TH_HELP("schema", "An interface, how long its link must be down, and how long up, before that counts; "
                             "one number is taken for both.")},
};

// clang-format on

constinit const std::span<const Keyword> garpGroup = garpGroupRows;
constinit const std::span<const Keyword> linkbeatInterfaces = linkbeatInterfacesRows;
constinit const std::span<const Keyword> interfaceUpDownDelays = interfaceUpDownDelaysRows;

} // namespace twinhelm::config::schema
