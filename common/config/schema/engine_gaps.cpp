#include "common/config/schema/engine_gaps.h"

namespace twinhelm::config::schema
{

namespace
{

constexpr GapKeyword mail[] = {{"global_defs", "notification_email"},
                               {"global_defs", "smtp_server"},
                               {"global_defs", "smtp_alert"},
                               {"vrrp_instance", "smtp_alert"},
                               {"vrrp_sync_group", "smtp_alert"}};
constexpr GapKeyword services[] = {
    {"", "virtual_server"}, {"", "virtual_server_group"}, {"global_defs", "lvs_sync_daemon"}};
constexpr GapKeyword firewall[] = {{"global_defs", "vrrp_iptables"},
                                   {"global_defs", "vrrp_ipsets"},
                                   {"global_defs", "nftables_priority"},
                                   {"global_defs", "nftables_ifindex"},
                                   {"global_defs", "nftables_counters"}};
constexpr GapKeyword trackers[] = {{"vrrp_instance", "track_file"},
                                   {"vrrp_sync_group", "track_file"},
                                   {"vrrp_instance", "track_process"},
                                   {"vrrp_sync_group", "track_process"},
                                   {"vrrp_instance", "track_bfd"},
                                   {"vrrp_sync_group", "track_bfd"},
                                   {"", "bfd_instance"}};
constexpr GapKeyword fifos[] = {{"global_defs", "notify_fifo"},
                                {"global_defs", "vrrp_notify_fifo"},
                                {"global_defs", "lvs_notify_fifo"},
                                {"vrrp_instance", "notify_master_rx_lower_pri"},
                                {"vrrp_instance", "notify_priority_changes"}};
constexpr GapKeyword links[] = {{"", "interface_up_down_delays"}, {"", "linkbeat_interfaces"}};
constexpr GapKeyword spaces[] = {{"", "net_namespace"}, {"", "net_namespace_ipvs"}, {"vrrp_instance", "vrf"}};

constexpr EngineGap gaps[] = {
    {"Virtual servers (IPVS and health checks)", "no service is balanced and no real server is checked", services},
    {"iptables, ipsets and the looks of the nftables table", "no_accept uses plain nftables sets", firewall},
    {"Tracking of files, processes and BFD", "these do not change a priority or a state", trackers},
    {"E-mail alerts", "no mail is sent", mail},
    {"Notification FIFOs and priority notifications", "nothing is written or run for them", fifos},
    {"Link delays and polling", "link changes count at once, as the kernel tells them", links},
    {"Network namespaces and VRFs", "the daemon stays in the namespace it was started in", spaces},
};

} // namespace

std::span<const EngineGap> engineGaps()
{
    return gaps;
}

} // namespace twinhelm::config::schema
