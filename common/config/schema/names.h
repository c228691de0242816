#pragma once

#include <array>
#include <string_view>

/// The keywords the model builders and rules act on. The only place, with the tables, where they are spelled.
namespace twinhelm::config::schema::names
{

using Name = std::string_view;

// top level
inline constexpr Name globalDefs = "global_defs";
inline constexpr Name vrrpScript = "vrrp_script";
inline constexpr Name vrrpSyncGroup = "vrrp_sync_group";
inline constexpr Name vrrpInstance = "vrrp_instance";
inline constexpr Name vrrpTrackProcess = "vrrp_track_process";
inline constexpr Name trackFile = "track_file";
inline constexpr Name vrrpTrackFile = "vrrp_track_file";
/// In front of what is tracked: the list of it in an instance or group.
inline constexpr Name trackPrefix = "track_";

// global_defs
inline constexpr Name routerId = "router_id";
inline constexpr Name scriptUser = "script_user";
inline constexpr Name enableScriptSecurity = "enable_script_security";
inline constexpr Name dynamicInterfaces = "dynamic_interfaces";
inline constexpr Name defaultInterface = "default_interface";
inline constexpr Name vrrpVersion = "vrrp_version";
inline constexpr Name vrrpStrict = "vrrp_strict";
inline constexpr Name vrrpMcastGroup4 = "vrrp_mcast_group4";
inline constexpr Name vrrpMcastGroup6 = "vrrp_mcast_group6";
inline constexpr Name vrrpDownTimerAdverts = "vrrp_down_timer_adverts";
inline constexpr Name vrrpStartupDelay = "vrrp_startup_delay";
/// In front of an instance's keyword: the default for every instance.
inline constexpr Name globalPrefix = "vrrp_";
inline constexpr Name notificationEmail = "notification_email";
inline constexpr Name vrrpMinGarp = "vrrp_min_garp";

// vrrp_script
inline constexpr Name script = "script";
inline constexpr Name interval = "interval";
inline constexpr Name timeout = "timeout";
inline constexpr Name weight = "weight";
inline constexpr Name rise = "rise";
inline constexpr Name fall = "fall";
inline constexpr Name user = "user";
inline constexpr Name initFail = "init_fail";
inline constexpr Name reverse = "reverse";
inline constexpr Name noreverse = "noreverse";

// vrrp_sync_group
inline constexpr Name group = "group";
inline constexpr Name syncGroupTrackingWeight = "sync_group_tracking_weight";

// vrrp_instance
inline constexpr Name state = "state";
inline constexpr Name interface = "interface";
inline constexpr Name virtualRouterId = "virtual_router_id";
inline constexpr Name version = "version";
inline constexpr Name priority = "priority";
inline constexpr Name advertInt = "advert_int";
inline constexpr Name nopreempt = "nopreempt";
inline constexpr Name preempt = "preempt";
inline constexpr Name preemptDelay = "preempt_delay";
inline constexpr Name downTimerAdverts = "down_timer_adverts";
inline constexpr Name strictMode = "strict_mode";
inline constexpr Name nativeIpv6 = "native_ipv6";
inline constexpr Name mcastSrcIp = "mcast_src_ip";
inline constexpr Name unicastSrcIp = "unicast_src_ip";
inline constexpr Name mcastDstIp = "mcast_dst_ip";
inline constexpr Name unicastTtl = "unicast_ttl";
inline constexpr Name unicastPeer = "unicast_peer";
inline constexpr Name virtualIpaddress = "virtual_ipaddress";
inline constexpr Name virtualIpaddressExcluded = "virtual_ipaddress_excluded";
inline constexpr Name noVirtualIpaddress = "no_virtual_ipaddress";
inline constexpr Name dontTrackPrimary = "dont_track_primary";
inline constexpr Name trackScript = "track_script";
inline constexpr Name trackInterface = "track_interface";
inline constexpr Name lowerPrioNoAdvert = "lower_prio_no_advert";
inline constexpr Name higherPrioSendAdvert = "higher_prio_send_advert";
inline constexpr Name garpMasterDelay = "garp_master_delay";
inline constexpr Name garpMasterRepeat = "garp_master_repeat";
inline constexpr Name garpMasterRefresh = "garp_master_refresh";
inline constexpr Name garpMasterRefreshRepeat = "garp_master_refresh_repeat";
inline constexpr Name garpLowerPrioDelay = "garp_lower_prio_delay";
inline constexpr Name garpLowerPrioRepeat = "garp_lower_prio_repeat";
inline constexpr Name useVmac = "use_vmac";
inline constexpr Name authentication = "authentication";
inline constexpr Name authType = "auth_type";
inline constexpr Name authPass = "auth_pass";

// notify, in instances and groups
inline constexpr Name notify = "notify";
inline constexpr Name notifyBackup = "notify_backup";
inline constexpr Name notifyMaster = "notify_master";
inline constexpr Name notifyFault = "notify_fault";
inline constexpr Name notifyStop = "notify_stop";
inline constexpr Name notifyDeleted = "notify_deleted";
inline constexpr Name notifyMasterRxLowerPri = "notify_master_rx_lower_pri";
inline constexpr Name notifyPriorityChanges = "notify_priority_changes";
inline constexpr Name smtpAlert = "smtp_alert";

// address entries
inline constexpr Name dev = "dev";
inline constexpr Name scope = "scope";
inline constexpr Name broadcast = "broadcast";
inline constexpr Name brd = "brd";
inline constexpr Name label = "label";
inline constexpr Name peer = "peer";
inline constexpr Name noDad = "-nodad";
inline constexpr Name noPrefixRoute = "noprefixroute";
inline constexpr Name noTrack = "no_track";
inline constexpr Name preferredLft = "preferred_lft";
inline constexpr Name trackGroup = "track_group";
inline constexpr Name forever = "forever";

// route entries
inline constexpr Name to = "to";
inline constexpr Name via = "via";
inline constexpr Name nexthop = "nexthop";
inline constexpr Name encap = "encap";
inline constexpr Name lock = "lock";
inline constexpr Name inet = "inet";
inline constexpr Name inet6 = "inet6";
inline constexpr std::array<Name, 10> routeTypes{"unicast", "local",       "broadcast", "anycast",   "multicast",
                                                 "throw",   "unreachable", "prohibit",  "blackhole", "nat"};

// words used as values
inline constexpr Name master = "MASTER";
inline constexpr Name backup = "BACKUP";
inline constexpr Name pass = "PASS";
inline constexpr Name ah = "AH";
inline constexpr Name minTtl = "min_ttl";
inline constexpr Name maxTtl = "max_ttl";

} // namespace twinhelm::config::schema::names
