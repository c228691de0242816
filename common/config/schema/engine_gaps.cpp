#include "common/config/schema/engine_gaps.h"

namespace twinhelm::config::schema
{

namespace
{

constexpr GapKeyword marks[] = {{"global_defs", "nftables_ipvs"}};
constexpr GapKeyword checkerProcess[] = {{"global_defs", "checker_priority"},
                                         {"global_defs", "checker_no_swap"},
                                         {"global_defs", "checker_rt_priority"},
                                         {"global_defs", "checker_cpu_affinity"},
                                         {"global_defs", "checker_rlimit_rttime"}};
constexpr GapKeyword firewall[] = {{"global_defs", "vrrp_iptables"},
                                   {"global_defs", "vrrp_ipsets"},
                                   {"global_defs", "nftables_priority"},
                                   {"global_defs", "nftables_ifindex"},
                                   {"global_defs", "nftables_counters"}};
constexpr GapKeyword trackers[] = {{"vrrp_instance", "track_bfd"},
                                   {"vrrp_sync_group", "track_bfd"},
                                   {"", "bfd_instance"},
                                   {"virtual_server/real_server", "BFD_CHECK"}};
constexpr GapKeyword links[] = {{"", "linkbeat_interfaces"}};
constexpr GapKeyword extraAnnouncements[] = {{"vrrp_instance", "garp_extra_if"}, {"global_defs", "vrrp_garp_extra_if"}};
constexpr GapKeyword buffers[] = {{"vrrp_instance", "kernel_rx_buf_size"},
                                  {"global_defs", "vrrp_rx_bufs_policy"},
                                  {"global_defs", "vrrp_rx_bufs_multiplier"}};
constexpr GapKeyword spaces[] = {{"", "net_namespace"}, {"", "net_namespace_ipvs"}, {"vrrp_instance", "vrf"}};

constexpr EngineGap gaps[] = {
    {"Groups of virtual servers by marks of nftables", "each address of a group is a service of its own", marks},
    {"Priority and memory of the checker process", "it runs as any other process", checkerProcess},
    {"iptables, ipsets and the looks of the nftables table", "no_accept uses plain nftables sets", firewall},
    {"Tracking of BFD", "it does not change a priority, a state or a real server", trackers},
    {"Link polling", "link changes count as the kernel tells them", links},
    {"Announcements on further interfaces", "addresses are announced on their own interface only", extraAnnouncements},
    {"Sizes of receive buffers", "sockets have buffers as large as the kernel allows", buffers},
    {"Network namespaces and VRFs", "the daemon stays in the namespace it was started in", spaces},
};

} // namespace

std::span<const EngineGap> engineGaps()
{
    return gaps;
}

} // namespace twinhelm::config::schema
