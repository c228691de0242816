#include "common/config/schema/tables.h"

// One line of virtual_ipaddress, virtual_ipaddress_excluded and static_ipaddress.
namespace twinhelm::config::schema
{

// clang-format off
static constexpr Keyword addressEntryRows[] = {
    {.name = "<address>", .kind = Kind::Address, .arguments = "ADDR[/LEN]", .rangeText = "LEN 0..32 / 0..128",
     .defaultText = "/32 or /128", .help = "Virtual address, with its prefix length."},
    {.name = "dev", .kind = Kind::Interface, .arguments = "IFNAME", .defaultText = "instance interface",
     .level = Level::Basic, .effect = Effect::Election, .help = "Interface the address goes on."},
    {.name = "scope", .kind = Kind::Enum, .arguments = "site|link|host|nowhere|global|NAME|N", .rangeText = "0..255",
     .defaultText = "global", .level = Level::Advanced, .help = "Scope of the address."},
    {.name = "broadcast", .kind = Kind::Address, .arguments = "ADDR|+|-", .defaultText = "none",
     .level = Level::Advanced, .help = "Broadcast address; + and - derive it from the prefix."},
    {.name = "brd", .kind = Kind::Address, .arguments = "ADDR|+|-", .aliasOf = "broadcast",
     .help = "Short for broadcast."},
    {.name = "label", .kind = Kind::String, .arguments = "NAME", .rangeText = "< 16 chars", .level = Level::Basic,
     .help = "Label of the address, like eth0:1."},
    {.name = "peer", .kind = Kind::Address, .arguments = "ADDR[/LEN]",
     .help = "Other end of a point-to-point address."},
    {.name = "home", .kind = Kind::Flag, .help = "IPv6 home address."},
    {.name = "-nodad", .kind = Kind::Flag, .defaultText = "nodad is set",
     .help = "Let the kernel look for duplicates of this IPv6 address."},
    {.name = "mngtmpaddr", .kind = Kind::Flag, .help = "Let the kernel make temporary addresses from this one."},
    {.name = "noprefixroute", .kind = Kind::Flag, .level = Level::Advanced, .help = "Add no route for the prefix."},
    {.name = "autojoin", .kind = Kind::Flag, .help = "Join the multicast group of this address."},
    {.name = "no_track", .kind = Kind::Flag, .defaultText = "tracked", .level = Level::Advanced,
     .help = "Do not care when somebody removes the address."},
    {.name = "preferred_lft", .kind = Kind::Uint, .arguments = "N|0|forever", .unit = Unit::Seconds,
     .hasRange = true, .min = 0, .max = 4294967295, .rangeText = "0..4294967295",
     .defaultText = "forever (0 for IPv6 /128)", .help = "Seconds the address is preferred as source; 0 never."},
    {.name = "track_group", .kind = Kind::String, .arguments = "NAME",
     .help = "Group that this static address is restored with."},
    {.name = "use_vmac", .kind = Kind::Flag, .defaultText = "off",
     .help = "Put the address on a VMAC of its interface."},
};

// clang-format on

constinit const std::span<const Keyword> addressEntry = addressEntryRows;

} // namespace twinhelm::config::schema
