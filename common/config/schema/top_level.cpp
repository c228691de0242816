#include "common/config/schema/grammar.h"
#include "common/config/schema/tables.h"
#include "common/config/schema/text.h"

// The blocks and keywords outside any block.
namespace twinhelm::config::schema
{

// clang-format off
static constexpr Keyword topLevelRows[] = {
    {.name = "linkbeat_use_polling", .kind = Kind::Flag, .defaultText = "off", .since = "1.1.18",
     .help = TH_HELP("schema", "Poll the link state of every interface instead of waiting for kernel messages.")},
    {.name = "net_namespace", .kind = Kind::String, .arguments = "NAME", .defaultText = "default namespace",
     .since = "1.2.24", .level = Level::Advanced, .effect = Effect::Restart,
     .help = TH_HELP("schema", "Run everything inside this network namespace.")},
    {.name = "net_namespace_ipvs", .kind = Kind::String, .arguments = "[NAME]", .defaultText = "= net_namespace",
     .since = "2.1.0", .effect = Effect::Restart,
     .help = TH_HELP("schema", "Network namespace for virtual servers and their checks, when it differs from "
                             "net_namespace.")},
    {.name = "namespace_with_ipsets", .kind = Kind::Flag, .defaultText = "off", .since = "1.3.0",
     .effect = Effect::Restart,
     .help = TH_HELP("schema", "Allow ipsets inside a network namespace; only kernels before 3.13 need it.")},
    {.name = "use_pid_dir", .kind = Kind::Flag, .defaultText = "off", .since = "1.2.24", .effect = Effect::Restart,
     .help = TH_HELP("schema", "Keep the pid files in a folder of their own instead of /run.")},
    {.name = "instance", .kind = Kind::String, .arguments = "NAME", .since = "1.2.24", .level = Level::Advanced,
     .effect = Effect::Restart,
     .help = TH_HELP("schema", "Name of this daemon when several run on one machine; becomes part of its file names.")},
    {.name = "child_wait_time", .kind = Kind::Uint, .arguments = "SECS", .unit = Unit::Seconds, .hasRange = true,
     .min = 0, .max = 4294967295, .rangeText = "0..4294967295", .defaultText = "5", .since = "2.0.0",
     .help = TH_HELP("schema", "How long a stopping daemon waits for its child processes.")},
    {.name = "global_defs", .kind = Kind::Block, .arguments = "{ }", .since = "1.0.3", .level = Level::Basic,
     .help = TH_HELP("schema", "Settings of the whole node: its name, mail, script user, defaults of all instances.")},
    {.name = "track_group", .kind = Kind::Block, .arguments = "NAME { }", .more = grammar::blockName, .many = true,
     .since = "2.0.3",
     .help = TH_HELP("schema", "Instances whose fixed addresses, routes and rules are restored together.")},
    {.name = "static_ipaddress", .kind = Kind::ListBlock, .arguments = "{ <address entry>... }", .many = true,
     .since = "1.1.0", .level = Level::Advanced, .effect = Effect::Announce,
     .help = TH_HELP("schema", "Addresses this node always has, whoever is master.")},
    {.name = "static_routes", .kind = Kind::ListBlock, .arguments = "{ <route entry>... }", .many = true,
     .since = "1.0.3", .level = Level::Advanced, .effect = Effect::Announce,
     .help = TH_HELP("schema", "Routes this node always has, whoever is master.")},
    {.name = "static_rules", .kind = Kind::ListBlock, .arguments = "{ <rule entry>... }", .many = true,
     .since = "1.2.20", .effect = Effect::Announce,
     .help = TH_HELP("schema", "Routing rules this node always has, whoever is master.")},
    {.name = "vrrp_sync_group", .kind = Kind::Block, .arguments = "NAME { }", .more = grammar::blockName, .many = true,
     .since = "1.0.3", .level = Level::Basic, .effect = Effect::Election,
     .help = TH_HELP("schema", "Instances that must always be master on the same node.")},
    {.name = "garp_group", .kind = Kind::Block, .arguments = "{ }", .many = true, .since = "1.2.21",
     .help = TH_HELP("schema", "Limits how fast address announcements leave through the interfaces of the group.")},
    {.name = "linkbeat_interfaces", .kind = Kind::ListBlock, .arguments = "{ IFNAME [MII|ETHTOOL|IOCTL] ... }",
     .more = grammar::linkbeatInterface, .many = true, .since = "2.0.13",
     .help = TH_HELP("schema", "Interfaces whose link is polled, and how.")},
    {.name = "vrrp_instance", .kind = Kind::Block, .arguments = "NAME { }", .more = grammar::blockName, .many = true,
     .since = "1.0.3", .level = Level::Basic, .effect = Effect::Election,
     .help = TH_HELP("schema", "One virtual router: virtual addresses that are on exactly one node at a time.")},
    {.name = "vrrp_script", .kind = Kind::Block, .arguments = "NAME { }", .more = grammar::blockName, .many = true,
     .since = "1.1.13", .level = Level::Basic, .effect = Effect::Election,
     .help = TH_HELP("schema", "A command run again and again; its result moves the priority or faults the instance.")},
    {.name = "vrrp_track_process", .kind = Kind::Block, .arguments = "NAME { }", .more = grammar::blockName,
     .many = true, .since = "2.0.11", .level = Level::Advanced, .effect = Effect::Election,
     .help = TH_HELP("schema", "A process whose presence moves the priority or faults the instance.")},
    {.name = "track_file", .kind = Kind::Block, .arguments = "NAME { }", .more = grammar::blockName, .many = true,
     .since = "2.1.0", .level = Level::Advanced, .effect = Effect::Election,
     .help = TH_HELP("schema", "A file whose number moves the priority or faults the instance.")},
    {.name = "vrrp_track_file", .kind = Kind::Block, .arguments = "NAME { }", .more = grammar::blockName, .many = true,
     .since = "2.0.0", .aliasOf = "track_file", .standing = Standing::Deprecated, .effect = Effect::Election,
     .help = TH_HELP("schema", "Older name of track_file.")},
    {.name = "interface_up_down_delays", .kind = Kind::ListBlock, .arguments = "{ IFNAME DOWN_DELAY [UP_DELAY] ... }",
     .more = grammar::interfaceDelays, .many = true, .since = "2.2.3", .level = Level::Advanced,
     .help = TH_HELP("schema", "How long a link change must last before it counts, per interface.")},
    {.name = "bfd_instance", .kind = Kind::Block, .arguments = "NAME { }", .more = grammar::bfdName, .many = true,
     .rangeText = "NAME < 32 chars", .since = "2.0.0", .effect = Effect::Election,
     .help = TH_HELP("schema", "A BFD session with a neighbour; its state can be tracked.")},
    {.name = "SSL", .kind = Kind::Block, .arguments = "{ }", .since = "1.0.3", .level = Level::Advanced,
     .help = TH_HELP("schema", "Certificate and key that the HTTPS check shows.")},
    {.name = "virtual_server_group", .kind = Kind::ListBlock, .arguments = "NAME { <vsg entry>... }",
     .more = grammar::blockName, .many = true, .since = "1.0.3", .level = Level::Advanced,
     .help = TH_HELP("schema", "Several addresses or firewall marks served by one virtual_server.")},
    {.name = "virtual_server", .kind = Kind::Block, .arguments = "IP [PORT] | fwmark N | group NAME { }",
     .more = grammar::virtualServerHeader, .many = true,
     .rangeText = "PORT 1..65535 (0/absent for persistent any-port); N 0..4294967295", .since = "1.0.3",
     .level = Level::Basic, .help = TH_HELP("schema", "A load-balanced service with its real servers.")},
    {.name = "real_server_group", .kind = Kind::Removed, .since = "0.5.9", .until = "1.0.0",
     .standing = Standing::Removed, .help = TH_HELP("schema", "Removed from keepalived.")},
};

// clang-format on

constinit const std::span<const Keyword> topLevel = topLevelRows;

} // namespace twinhelm::config::schema
