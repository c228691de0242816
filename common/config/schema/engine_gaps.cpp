#include "common/config/schema/engine_gaps.h"

namespace twinhelm::config::schema
{

namespace
{

constexpr GapKeyword mail[] = {{"global_defs", "smtp_alert_checker"}};
constexpr GapKeyword services[] = {
    {"", "virtual_server"}, {"", "virtual_server_group"}, {"global_defs", "lvs_sync_daemon"}};
constexpr GapKeyword firewall[] = {{"global_defs", "vrrp_iptables"},
                                   {"global_defs", "vrrp_ipsets"},
                                   {"global_defs", "nftables_priority"},
                                   {"global_defs", "nftables_ifindex"},
                                   {"global_defs", "nftables_counters"}};
constexpr GapKeyword trackers[] = {
    {"vrrp_instance", "track_bfd"}, {"vrrp_sync_group", "track_bfd"}, {"", "bfd_instance"}};
constexpr GapKeyword fifos[] = {{"global_defs", "lvs_notify_fifo"}};
constexpr GapKeyword links[] = {{"", "linkbeat_interfaces"}};
constexpr GapKeyword extraAnnouncements[] = {{"vrrp_instance", "garp_extra_if"}, {"global_defs", "vrrp_garp_extra_if"}};
constexpr GapKeyword buffers[] = {{"vrrp_instance", "kernel_rx_buf_size"},
                                  {"global_defs", "vrrp_rx_bufs_policy"},
                                  {"global_defs", "vrrp_rx_bufs_multiplier"}};
constexpr GapKeyword spaces[] = {{"", "net_namespace"}, {"", "net_namespace_ipvs"}, {"vrrp_instance", "vrf"}};

constexpr EngineGap gaps[] = {
    {"Virtual servers (IPVS and health checks)", "no service is balanced and no real server is checked", services},
    {"iptables, ipsets and the looks of the nftables table", "no_accept uses plain nftables sets", firewall},
    {"Tracking of BFD", "it does not change a priority or a state", trackers},
    {"E-mail alerts about real servers", "no mail is sent for them", mail},
    {"The notification FIFO of virtual servers", "nothing is written into it", fifos},
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
