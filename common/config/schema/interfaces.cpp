#include "common/config/schema/grammar.h"
#include "common/config/schema/tables.h"

// garp_group, linkbeat_interfaces, interface_up_down_delays.
namespace twinhelm::config::schema
{

// clang-format off
static constexpr Keyword garpGroupRows[] = {
    {.name = "garp_interval", .kind = Kind::Decimal, .arguments = "SECS", .unit = Unit::Seconds, .hasRange = true,
     .min = 0, .max = 4294.967295, .decimals = 6, .rangeText = "0..4294.967295", .defaultText = "0", .since = "1.2.21",
     .help = "Gap between two gratuitous ARPs."},
    {.name = "gna_interval", .kind = Kind::Decimal, .arguments = "SECS", .unit = Unit::Seconds, .hasRange = true,
     .min = 0, .max = 4294.967295, .decimals = 6, .rangeText = "0..4294.967295", .defaultText = "0", .since = "1.2.21",
     .help = "Gap between two unsolicited neighbour advertisements."},
    {.name = "interface", .kind = Kind::Interface, .arguments = "IFNAME", .maxLength = 15, .since = "1.2.21",
     .help = "The only interface of the group."},
    {.name = "interfaces", .kind = Kind::ListBlock, .arguments = "{ IFNAME... }", .more = grammar::interfaceNames,
     .many = true, .since = "1.2.21", .help = "The interfaces of the group."},
};

static constexpr Keyword linkbeatInterfacesRows[] = {
    {.name = "<entry>", .more = grammar::linkbeatInterface},
};

static constexpr Keyword interfaceUpDownDelaysRows[] = {
    {.name = "<entry>", .more = grammar::interfaceDelays, .level = Level::Advanced},
};

// clang-format on

constinit const std::span<const Keyword> garpGroup = garpGroupRows;
constinit const std::span<const Keyword> linkbeatInterfaces = linkbeatInterfacesRows;
constinit const std::span<const Keyword> interfaceUpDownDelays = interfaceUpDownDelaysRows;

} // namespace twinhelm::config::schema
