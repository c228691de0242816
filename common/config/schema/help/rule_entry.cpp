#include "common/config/schema/help/paragraphs.h"
#include "common/config/schema/text.h"

// What to know about rule_entry.
namespace twinhelm::config::schema
{

// clang-format off
static constexpr Paragraph ruleEntryRows[] = {
    {"inet", TH_HELP("schema",
     "Says that this is an IPv4 rule where the addresses do not tell.")},
    {"inet6", TH_HELP("schema",
     "Says that this is an IPv6 rule where the addresses do not tell.")},
    {"from", TH_HELP("schema",
     "Only for packets from this source. The usual selector: traffic from the virtual address goes through "
     "a table of its own.")},
    {"to", TH_HELP("schema",
     "Only for packets to this destination. With from in the same rule, both must fit.")},
    {"table", TH_HELP("schema",
     "The action: look the packet up in this routing table. Each rule needs exactly one action.")},
    {"lookup", TH_HELP("schema",
     "Another word for table.")},
    {"not", TH_HELP("schema",
     "Turns the selection round: the rule counts for packets that do not fit.")},
    {"preference", TH_HELP("schema",
     "The order among all rules of the machine, the lowest first; main comes at 32766. Always write it: "
     "otherwise a number is chosen downwards and an error is reported.")},
    {"order", TH_HELP("schema",
     "Another word for preference.")},
    {"priority", TH_HELP("schema",
     "Another word for preference. It has nothing to do with the priority of an instance.")},
    {"tos", TH_HELP("schema",
     "Only for packets with this type of service.")},
    {"dsfield", TH_HELP("schema",
     "Another word for tos.")},
    {"fwmark", TH_HELP("schema",
     "Only for packets with this firewall mark, perhaps under a mask. The mark is set by a firewall rule "
     "before the route is looked up.")},
    {"realms", TH_HELP("schema",
     "Realms given to packets that the rule sends to a table; IPv4 only.")},
    {"suppress_prefixlength", TH_HELP("schema",
     "Ignores routes of the table that are not longer than this prefix. 0 takes everything from the table "
     "but its default route.")},
    {"sup_pl", TH_HELP("schema",
     "Short for suppress_prefixlength.")},
    {"suppress_ifgroup", TH_HELP("schema",
     "Ignores routes that leave by an interface of this group.")},
    {"sup_group", TH_HELP("schema",
     "Short for suppress_ifgroup.")},
    {"dev", TH_HELP("schema",
     "Only for packets that came in by this interface.")},
    {"iif", TH_HELP("schema",
     "Only for packets that came in by this interface; lo stands for the machine's own. If the interface "
     "vanishes, the rule stays and fits nothing.")},
    {"oif", TH_HELP("schema",
     "Only for packets of sockets bound to this interface. Forwarded packets never fit.")},
    {"tunnel-id", TH_HELP("schema",
     "Only for packets that came through the tunnel with this number.")},
    {"uidrange", TH_HELP("schema",
     "Only for packets of local users in this range.")},
    {"l3mdev", TH_HELP("schema",
     "The action: look the packet up in the table of its VRF.")},
    {"protocol", TH_HELP("schema",
     "Who has set the rule, as a number. The default lets the daemon recognise its own.")},
    {"ipproto", TH_HELP("schema",
     "Only for this protocol, such as tcp or a number. The documentation of keepalived spells it ip_proto, "
     "which is not understood.")},
    {"sport", TH_HELP("schema",
     "Only for these source ports. keepalived 2.4 refuses a single number; write it as a range, 80-80.")},
    {"dport", TH_HELP("schema",
     "Only for these destination ports. keepalived 2.4 refuses a single number; write it as a range, 80-80.")},
    {"no_track", TH_HELP("schema",
     "Does not care when this rule vanishes.")},
    {"track_group", TH_HELP("schema",
     "The group with which this rule is put back. For static_rules only.")},
    {"type", TH_HELP("schema",
     "May stand in front of an action, as in the ip command; it changes nothing.")},
    {"goto", TH_HELP("schema",
     "The action: go on with the rule that has this preference, which must be higher.")},
    {"nop", TH_HELP("schema",
     "The action: do nothing. Useful as the target of goto.")},
    {"blackhole", TH_HELP("schema",
     "The action: drop the packet silently.")},
    {"unreachable", TH_HELP("schema",
     "The action: drop the packet and tell the sender that the network is unreachable.")},
    {"prohibit", TH_HELP("schema",
     "The action: drop the packet and tell the sender that it is forbidden.")},
    {"ip_proto", TH_HELP("schema",
     "Stands in keepalived's documentation, but no version ever understood it. Write ipproto.")},
};

// clang-format on

constinit const std::span<const Paragraph> ruleEntryHelp = ruleEntryRows;

} // namespace twinhelm::config::schema
