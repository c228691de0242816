#include "common/config/schema/engine_gaps.h"

namespace twinhelm::config::schema
{

namespace
{

constexpr GapKeyword marks[] = {{"global_defs", "nftables_ipvs"},
                                {"global_defs", "nftables_ipvs_priority"},
                                {"global_defs", "nftables_ipvs_start_fwmark"}};
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

constexpr GapKeyword processNames[] = {{"global_defs", "process_names"},
                                       {"global_defs", "process_name"},
                                       {"global_defs", "vrrp_process_name"},
                                       {"global_defs", "checker_process_name"},
                                       {"global_defs", "bfd_process_name"}};
constexpr GapKeyword processCommands[] = {{"global_defs", "startup_script"},
                                          {"global_defs", "startup_script_timeout"},
                                          {"global_defs", "shutdown_script"},
                                          {"global_defs", "shutdown_script_timeout"}};
constexpr GapKeyword bfdProcess[] = {{"global_defs", "bfd_priority"},
                                     {"global_defs", "bfd_no_swap"},
                                     {"global_defs", "bfd_rt_priority"},
                                     {"global_defs", "bfd_cpu_affinity"},
                                     {"global_defs", "bfd_rlimit_rttime"}};
constexpr GapKeyword management[] = {{"global_defs", "snmp_socket"},
                                     {"global_defs", "enable_traps"},
                                     {"global_defs", "enable_snmp_vrrp"},
                                     {"global_defs", "enable_snmp_rfc"},
                                     {"global_defs", "enable_snmp_rfcv2"},
                                     {"global_defs", "enable_snmp_rfcv3"},
                                     {"global_defs", "enable_snmp_checker"},
                                     {"global_defs", "snmp_vs_stats_update_interval"},
                                     {"global_defs", "snmp_rs_stats_update_interval"},
                                     {"global_defs", "enable_dbus"},
                                     {"global_defs", "dbus_service_name"},
                                     {"global_defs", "dbus_no_interface_name"}};
constexpr GapKeyword dumps[] = {{"global_defs", "state_dump_file"},
                                {"global_defs", "config_save_dir"},
                                {"global_defs", "tmp_config_directory"},
                                {"global_defs", "data_use_instance"},
                                {"global_defs", "json_version"}};
constexpr GapKeyword reloads[] = {{"global_defs", "reload_check_config"},
                                  {"global_defs", "reload_time_file"},
                                  {"global_defs", "reload_repeat"},
                                  {"global_defs", "reload_file"}};
constexpr GapKeyword scripts[] = {
    {"global_defs", "use_symlink_paths"}, {"global_defs", "set_supplementary_groups"}, {"global_defs", "umask"}};
constexpr GapKeyword netlinkBuffers[] = {
    {"global_defs", "vrrp_netlink_cmd_rcv_bufs"},     {"global_defs", "vrrp_netlink_cmd_rcv_bufs_force"},
    {"global_defs", "vrrp_netlink_monitor_rcv_bufs"}, {"global_defs", "vrrp_netlink_monitor_rcv_bufs_force"},
    {"global_defs", "lvs_netlink_cmd_rcv_bufs"},      {"global_defs", "lvs_netlink_cmd_rcv_bufs_force"},
    {"global_defs", "lvs_netlink_monitor_rcv_bufs"},  {"global_defs", "lvs_netlink_monitor_rcv_bufs_force"},
    {"global_defs", "process_monitor_rcv_bufs"},      {"global_defs", "process_monitor_rcv_bufs_force"}};
constexpr GapKeyword routingNames[] = {{"global_defs", "iproute_usr_dir"}, {"global_defs", "iproute_etc_dir"}};
constexpr GapKeyword memberships[] = {{"global_defs", "disable_local_igmp"}};
constexpr GapKeyword strangers[] = {{"global_defs", "log_unknown_vrids"}};

constexpr EngineGap gaps[] = {
    {"Groups of virtual servers by marks of nftables", "each address of a group is a service of its own", marks},
    {"Priority and memory of the checker process", "it runs as any other process", checkerProcess},
    {"iptables, ipsets and the looks of the nftables table", "no_accept uses plain nftables sets", firewall},
    {"Tracking of BFD", "it does not change a priority, a state or a real server", trackers},
    {"Link polling", "link changes count as the kernel tells them", links},
    {"Announcements on further interfaces", "addresses are announced on their own interface only", extraAnnouncements},
    {"Sizes of receive buffers", "sockets have buffers as large as the kernel allows", buffers},
    {"Names of processes", "they are called twinhelmd and twinhelmd-ROLE", processNames},
    {"Commands at start and stop", "none is run", processCommands},
    {"Scheduling of a BFD process", "there is none", bfdProcess},
    {"SNMP and D-Bus", "state, events and numbers are asked of the API (docs/api.md)", management},
    {"Dumps into files", "the state is asked for with twinhelmctl status --json", dumps},
    {"Reloads by a file", "twinhelmctl reload or SIGHUP reload, which refuse a file with errors", reloads},
    {"How scripts are run", "links in their paths are resolved, and they have the main group of their user alone",
     scripts},
    {"Sizes of netlink buffers", "lost news are made up for by listing everything anew", netlinkBuffers},
    {"Other folders of iproute2", "names are looked up in /etc/iproute2 and /usr/share/iproute2", routingNames},
    {"Multicast without membership", "the kernel is asked to join the group", memberships},
    {"A log line for unknown virtual routers", "they are counted (unknown_router)", strangers},
    {"Network namespaces and VRFs", "the daemon stays in the namespace it was started in", spaces},
};

} // namespace

std::span<const EngineGap> engineGaps()
{
    return gaps;
}

} // namespace twinhelm::config::schema
