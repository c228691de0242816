#include "common/config/schema/tables.h"

// One line of virtual_ipaddress, virtual_ipaddress_excluded and static_ipaddress.
namespace twinhelm::config::schema
{

// clang-format off
static constexpr Keyword addressEntryRows[] = {
    {.name = "<address>", .kind = Kind::Address, .arguments = "ADDR[/LEN]", .required = true,
     .rangeText = "LEN 0..32 / 0..128", .defaultText = "/32 or /128", .level = Level::Basic, .effect = Effect::Announce,
     .help = "Virtual address, with its prefix length."},
    {.name = "dev", .kind = Kind::Interface, .arguments = "IFNAME", .maxLength = 15,
     .defaultText = "instance interface", .level = Level::Basic, .effect = Effect::Announce,
     .help = "Interface the address goes on."},
    {.name = "scope", .kind = Kind::Enum, .arguments = "site|link|host|nowhere|global|NAME|N", .hasRange = true,
     .min = 0, .max = 255, .choices = "site|link|host|nowhere|global", .namesFrom = "rt_scopes", .rangeText = "0..255",
     .defaultText = "global", .level = Level::Advanced, .effect = Effect::Announce, .help = "Scope of the address."},
    {.name = "broadcast", .kind = Kind::Address, .arguments = "ADDR|+|-", .choices = "+|-", .defaultText = "none",
     .level = Level::Advanced, .effect = Effect::Announce,
     .help = "Broadcast address; + and - derive it from the prefix."},
    {.name = "brd", .kind = Kind::Address, .arguments = "ADDR|+|-", .choices = "+|-", .aliasOf = "broadcast",
     .standing = Standing::Synonym, .effect = Effect::Announce, .help = "Short for broadcast."},
    {.name = "label", .kind = Kind::String, .arguments = "NAME", .maxLength = 15, .rangeText = "< 16 chars",
     .level = Level::Basic, .effect = Effect::Announce, .help = "Label of the address, like eth0:1."},
    {.name = "peer", .kind = Kind::Address, .arguments = "ADDR[/LEN]", .effect = Effect::Announce,
     .help = "Other end of a point-to-point address."},
    {.name = "home", .kind = Kind::Flag, .effect = Effect::Announce, .help = "IPv6 home address."},
    {.name = "-nodad", .kind = Kind::Flag, .defaultText = "nodad is set", .effect = Effect::Announce,
     .help = "Let the kernel look for duplicates of this IPv6 address."},
    {.name = "mngtmpaddr", .kind = Kind::Flag, .effect = Effect::Announce,
     .help = "Let the kernel make temporary addresses from this one."},
    {.name = "noprefixroute", .kind = Kind::Flag, .level = Level::Advanced, .effect = Effect::Announce,
     .help = "Add no route for the prefix."},
    {.name = "autojoin", .kind = Kind::Flag, .effect = Effect::Announce,
     .help = "Join the multicast group of this address."},
    {.name = "no_track", .kind = Kind::Flag, .defaultText = "tracked", .level = Level::Advanced,
     .help = "Do not care when somebody removes the address."},
    {.name = "preferred_lft", .kind = Kind::Uint, .arguments = "N|0|forever", .unit = Unit::Seconds, .hasRange = true,
     .min = 0, .max = 4294967295, .choices = "forever", .rangeText = "0..4294967295",
     .defaultText = "forever (0 for IPv6 /128)", .effect = Effect::Announce,
     .help = "Seconds the address is preferred as source; 0 never."},
    {.name = "track_group", .kind = Kind::String, .arguments = "NAME", .refersTo = "track_group",
     .help = "Group that this static address is restored with."},
    {.name = "use_vmac", .kind = Kind::Flag, .defaultText = "off", .effect = Effect::Announce,
     .help = "Put the address on a VMAC of its interface."},
};

// clang-format on

constinit const std::span<const Keyword> addressEntry = addressEntryRows;

} // namespace twinhelm::config::schema
