#include "common/config/schema/tables.h"
#include "common/config/schema/text.h"

// One line of virtual_ipaddress, virtual_ipaddress_excluded and static_ipaddress.
namespace twinhelm::config::schema
{

// clang-format off
static constexpr Keyword addressEntryRows[] = {
    {.name = "<address>", .kind = Kind::Address, .arguments = "ADDR[/LEN]", .required = true,
     .rangeText = "LEN 0..32 / 0..128", .defaultText = "/32 or /128", .level = Level::Basic, .effect = Effect::Announce,
     .help = TH_HELP("schema", "Virtual address, with its prefix length.")},
    {.name = "dev", .kind = Kind::Interface, .arguments = "IFNAME", .maxLength = 15,
     .defaultText = "instance interface", .level = Level::Basic, .effect = Effect::Announce,
     .help = TH_HELP("schema", "Interface the address goes on.")},
    {.name = "scope", .kind = Kind::Enum, .arguments = "site|link|host|nowhere|global|NAME|N", .hasRange = true,
     .min = 0, .max = 255, .choices = "site|link|host|nowhere|global", .namesFrom = "rt_scopes", .rangeText = "0..255",
     .defaultText = "global", .level = Level::Advanced, .effect = Effect::Announce,
     .help = TH_HELP("schema", "Scope of the address.")},
    {.name = "broadcast", .kind = Kind::Address, .arguments = "ADDR|+|-", .choices = "+|-", .defaultText = "none",
     .level = Level::Advanced, .effect = Effect::Announce,
     .help = TH_HELP("schema", "Broadcast address; + and - derive it from the prefix.")},
    {.name = "brd", .kind = Kind::Address, .arguments = "ADDR|+|-", .choices = "+|-", .aliasOf = "broadcast",
     .standing = Standing::Synonym, .effect = Effect::Announce, .help = TH_HELP("schema", "Short for broadcast.")},
    {.name = "label", .kind = Kind::String, .arguments = "NAME", .maxLength = 15, .rangeText = "< 16 chars",
     .level = Level::Basic, .effect = Effect::Announce,
     .help = TH_HELP("schema", "Label of the address, like eth0:1.")},
    {.name = "peer", .kind = Kind::Address, .arguments = "ADDR[/LEN]", .effect = Effect::Announce,
     .help = TH_HELP("schema", "Other end of a point-to-point address.")},
    {.name = "home", .kind = Kind::Flag, .effect = Effect::Announce, .help = TH_HELP("schema", "IPv6 home address.")},
    {.name = "-nodad", .kind = Kind::Flag, .defaultText = "nodad is set", .effect = Effect::Announce,
     .help = TH_HELP("schema", "Let the kernel look for duplicates of this IPv6 address.")},
    {.name = "mngtmpaddr", .kind = Kind::Flag, .effect = Effect::Announce,
     .help = TH_HELP("schema", "Let the kernel make temporary addresses from this one.")},
    {.name = "noprefixroute", .kind = Kind::Flag, .level = Level::Advanced, .effect = Effect::Announce,
     .help = TH_HELP("schema", "Add no route for the prefix.")},
    {.name = "autojoin", .kind = Kind::Flag, .effect = Effect::Announce,
     .help = TH_HELP("schema", "Join the multicast group of this address.")},
    {.name = "no_track", .kind = Kind::Flag, .defaultText = "tracked", .level = Level::Advanced,
     .help = TH_HELP("schema", "Do not care when somebody removes the address.")},
    {.name = "preferred_lft", .kind = Kind::Uint, .arguments = "N|0|forever", .unit = Unit::Seconds, .hasRange = true,
     .min = 0, .max = 4294967295, .choices = "forever", .rangeText = "0..4294967295",
     .defaultText = "forever (0 for IPv6 /128)", .effect = Effect::Announce,
     .help = TH_HELP("schema", "Seconds the address is preferred as source; 0 never.")},
    {.name = "track_group", .kind = Kind::String, .arguments = "NAME", .refersTo = "track_group",
     .help = TH_HELP("schema", "Group that this static address is restored with.")},
    {.name = "use_vmac", .kind = Kind::Flag, .defaultText = "off", .effect = Effect::Announce,
     .help = TH_HELP("schema", "Put the address on a VMAC of its interface.")},
};

// clang-format on

constinit const std::span<const Keyword> addressEntry = addressEntryRows;

} // namespace twinhelm::config::schema
