#include "common/config/schema/help/paragraphs.h"
#include "common/config/schema/text.h"

// What to know about address_entry.
namespace twinhelm::config::schema
{

// clang-format off
static constexpr Paragraph addressEntryRows[] = {
    {"<address>", TH_HELP("schema",
     "The address, with prefix length if you like; alone it is a /32 or /128. An IPv6 address with /128 is "
     "not used as a source for connections of this machine. With a shorter prefix the kernel also adds a "
     "route for the subnet.")},
    {"dev", TH_HELP("schema",
     "The interface this address goes on, if not the instance's own. If that link goes down or the name "
     "does not exist, it concerns the whole instance unless no_track is written.")},
    {"scope", TH_HELP("schema",
     "How far the address is valid: global, site, link, host or a number. Ignored for IPv6. Leave it out "
     "unless you know why.")},
    {"broadcast", TH_HELP("schema",
     "The broadcast address; + computes it from the prefix, - clears it. IPv4 only, and hardly needed today.")},
    {"brd", TH_HELP("schema",
     "Short for broadcast.")},
    {"label", TH_HELP("schema",
     "A name such as eth0:1, for old tools like ifconfig that show only one address per name. At most 15 "
     "characters, and it should begin with the interface's name; ignored for IPv6.")},
    {"peer", TH_HELP("schema",
     "The other end of a point-to-point address, for tunnels and links without a subnet.")},
    {"home", TH_HELP("schema",
     "Marks an IPv6 address as the home address of a mobile node.")},
    {"-nodad", TH_HELP("schema",
     "Lets the kernel look for duplicates of this IPv6 address before using it. By default it does not, so "
     "that the address works at once; with this word it is unusable for about a second after each failover.")},
    {"mngtmpaddr", TH_HELP("schema",
     "Lets the kernel derive temporary IPv6 addresses from this one. Not for virtual addresses.")},
    {"noprefixroute", TH_HELP("schema",
     "Adds the address without the route for its subnet. Use it when the interface has an address of that "
     "subnet already and a second route would confuse the choice of source.")},
    {"autojoin", TH_HELP("schema",
     "Joins the multicast group that this address is, at the level of the interface.")},
    {"no_track", TH_HELP("schema",
     "Does not care when somebody removes the address or its link goes down. Without it the instance "
     "reacts, which is what you want for the service's own address.")},
    {"preferred_lft", TH_HELP("schema",
     "How many seconds the address is preferred as source for new connections; 0 never, forever always. 0 "
     "keeps the machine's own connections from coming out of the virtual address and breaking at the "
     "failover.")},
    {"track_group", TH_HELP("schema",
     "The group with which this address is put back. For static_ipaddress only.")},
    {"use_vmac", TH_HELP("schema",
     "Puts this address behind a virtual MAC of its interface. Not for static_ipaddress.")},
};

// clang-format on

constinit const std::span<const Paragraph> addressEntryHelp = addressEntryRows;

} // namespace twinhelm::config::schema
