#include "common/config/schema/help/paragraphs.h"
#include "common/config/schema/text.h"

// What to know about bfd_instance.
namespace twinhelm::config::schema
{

// clang-format off
static constexpr Paragraph bfdInstanceRows[] = {
    {"source_ip", TH_HELP("schema",
     "The address this session sends from; the kernel chooses unless you write it. The neighbour usually "
     "has to be told the same address, so write it on machines with several.")},
    {"neighbor_ip", TH_HELP("schema",
     "The address of the neighbour. Without it the session is dropped. Both ends need a session that points "
     "at the other.")},
    {"neighbour_ip", TH_HELP("schema",
     "The British spelling of neighbor_ip.")},
    {"min_rx", TH_HELP("schema",
     "How often this node can take packets, in milliseconds. The slower of our min_rx and the neighbour's "
     "min_tx is used. Below 50 the process should run with real-time priority.")},
    {"min_tx", TH_HELP("schema",
     "How often this node would like to send, in milliseconds. The slower of our min_tx and the neighbour's "
     "min_rx is used; times multiplier that is how long a dead path goes unnoticed.")},
    {"idle_tx", TH_HELP("schema",
     "How often packets go out while the session is not up, in milliseconds. The standard forbids less than "
     "a second.")},
    {"multiplier", TH_HELP("schema",
     "So many packets missing in a row mean that the path is down. 3 is common; the default of 5 is patient.")},
    {"passive", TH_HELP("schema",
     "Waits for the neighbour to begin. Two passive ends never come up.")},
    {"ttl", TH_HELP("schema",
     "Time to live of outgoing packets. 255 proves to the neighbour that it is next door; for a session "
     "over several routers set multihop and max_hops.")},
    {"hoplimit", TH_HELP("schema",
     "The IPv6 word for ttl; either may be used.")},
    {"max_hops", TH_HELP("schema",
     "How many routers may be on the path: packets with a lower time to live are dropped. -1 accepts any.")},
    {"multihop", TH_HELP("schema",
     "Uses the port for sessions over several hops, 4784, as the neighbour's multihop setting must do as "
     "well.")},
    {"weight", TH_HELP("schema",
     "What the session is worth to instances that name no weight of their own. With 0 they go to FAULT "
     "while it is down; reverse turns the sense round.")},
    {"vrrp", TH_HELP("schema",
     "Only instances hear of this session. Without this and without checker, both do.")},
    {"checker", TH_HELP("schema",
     "Only real servers' BFD_CHECK hears of this session. Without this and without vrrp, both do.")},
};

// clang-format on

constinit const std::span<const Paragraph> bfdInstanceHelp = bfdInstanceRows;

} // namespace twinhelm::config::schema
