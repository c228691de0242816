#include "common/config/schema/help/paragraphs.h"
#include "common/config/schema/text.h"

// What to know about garp_group, linkbeat_interfaces, interface_up_down_delays.
namespace twinhelm::config::schema
{

// clang-format off
static constexpr Paragraph garpGroupRows[] = {
    {"garp_interval", TH_HELP("schema",
     "Gap between two gratuitous ARPs through the interfaces of this group, all instances together. 0 sends "
     "them without a gap.")},
    {"gna_interval", TH_HELP("schema",
     "The same gap for IPv6 neighbour advertisements.")},
    {"interface", TH_HELP("schema",
     "The interface, if the group has only one.")},
    {"interfaces", TH_HELP("schema",
     "The interfaces that share this limit, for instance two ports of one switch or VLANs on one card. An "
     "interface can be in one group only.")},
};

static constexpr Paragraph linkbeatInterfacesRows[] = {
    {"<entry>", TH_HELP("schema",
     "An interface and how its link is asked for: MII, ETHTOOL or IOCTL. Without a method they are tried in "
     "this order.")},
};

static constexpr Paragraph interfaceUpDownDelaysRows[] = {
    {"<entry>", TH_HELP("schema",
     "An interface, how long its link must be down, and how long up, before that counts; one number is "
     "taken for both. Seconds with a fraction, at most 255. The down delay lengthens each failover after a "
     "lost link by just as much.")},
};

// clang-format on

constinit const std::span<const Paragraph> garpGroupHelp = garpGroupRows;
constinit const std::span<const Paragraph> linkbeatInterfacesHelp = linkbeatInterfacesRows;
constinit const std::span<const Paragraph> interfaceUpDownDelaysHelp = interfaceUpDownDelaysRows;

} // namespace twinhelm::config::schema
