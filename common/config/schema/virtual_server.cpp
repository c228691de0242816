#include "common/config/schema/tables.h"

// virtual_server, real_server, virtual_server_group and SSL: names and shapes only; their help comes with the checker.
namespace twinhelm::config::schema
{

// clang-format off
static constexpr Keyword virtualServerRows[] = {
    {.name = "ip_family", .kind = Kind::Enum, .arguments = "inet|inet6", .defaultText = "from address",
     .since = "1.2.20"},
    {.name = "retry", .kind = Kind::Uint, .arguments = "N", .hasRange = true, .min = 1, .max = 4294967295,
     .rangeText = "1..4294967295", .defaultText = "per checker", .since = "1.3.7"},
    {.name = "delay_before_retry", .kind = Kind::Decimal, .arguments = "SECS", .unit = Unit::Seconds,
     .rangeText = ">= 0", .defaultText = "per checker", .since = "1.3.7"},
    {.name = "warmup", .kind = Kind::Decimal, .arguments = "SECS", .unit = Unit::Seconds, .rangeText = ">= 0",
     .defaultText = "= delay_loop", .since = "1.3.7"},
    {.name = "connect_timeout", .kind = Kind::Decimal, .arguments = "SECS", .unit = Unit::Seconds,
     .hasRange = true, .min = 0.000001, .max = 4294.967295, .rangeText = "0.000001..4294.967295", .defaultText = "5",
     .since = "2.0.13"},
    {.name = "delay_loop", .kind = Kind::Decimal, .arguments = "SECS", .unit = Unit::Seconds,
     .rangeText = ">= 0.000001", .defaultText = "60", .since = "1.0.3"},
    {.name = "inhibit_on_failure", .kind = Kind::Bool, .arguments = "[BOOL]", .defaultText = "false",
     .since = "1.3.7"},
    {.name = "lb_algo", .kind = Kind::Enum, .arguments = "rr|wrr|lc|wlc|lblc|sh|mh|dh|fo|ovf|lblcr|sed|nq|twos",
     .defaultText = "wlc", .since = "1.0.3"},
    {.name = "lvs_sched", .kind = Kind::Enum, .arguments = "rr|wrr|lc|wlc|lblc|sh|mh|dh|fo|ovf|lblcr|sed|nq|twos",
     .defaultText = "wlc", .since = "1.1.5", .aliasOf = "lb_algo"},
    {.name = "hashed", .kind = Kind::Flag, .since = "1.3.0"},
    {.name = "ops", .kind = Kind::Flag, .defaultText = "off", .since = "1.2.8"},
    {.name = "flag-1", .kind = Kind::Flag, .defaultText = "off", .since = "1.3.0"},
    {.name = "flag-2", .kind = Kind::Flag, .defaultText = "off", .since = "1.3.0"},
    {.name = "flag-3", .kind = Kind::Flag, .defaultText = "off", .since = "1.3.0"},
    {.name = "sh-port", .kind = Kind::Flag, .defaultText = "off", .since = "1.3.0"},
    {.name = "sh-fallback", .kind = Kind::Flag, .defaultText = "off", .since = "1.3.0"},
    {.name = "mh-port", .kind = Kind::Flag, .defaultText = "off", .since = "2.0.20"},
    {.name = "mh-fallback", .kind = Kind::Flag, .defaultText = "off", .since = "2.0.20"},
    {.name = "lb_kind", .kind = Kind::Enum,
     .arguments = "NAT|DR|TUN [type ipip|gue|gre] [port P] [nocsum|csum|remcsum]",
     .rangeText = "port 1..65535 (gue)", .defaultText = "NAT", .since = "1.0.3"},
    {.name = "lvs_method", .kind = Kind::Enum,
     .arguments = "NAT|DR|TUN [type ipip|gue|gre] [port P] [nocsum|csum|remcsum]",
     .rangeText = "port 1..65535 (gue)", .defaultText = "NAT", .since = "1.1.5", .aliasOf = "lb_kind"},
    {.name = "persistence_engine", .kind = Kind::String, .arguments = "NAME", .since = "1.2.20"},
    {.name = "persistence_timeout", .kind = Kind::Uint, .arguments = "[SECS]", .unit = Unit::Seconds,
     .hasRange = true, .min = 1, .max = 2678400, .rangeText = "1..2678400", .defaultText = "off; 360 when bare",
     .since = "1.0.3"},
    {.name = "persistence_granularity", .kind = Kind::String, .arguments = "NETMASK | PREFIXLEN",
     .rangeText = "1..128", .since = "1.0.3"},
    {.name = "protocol", .kind = Kind::Enum, .arguments = "TCP|UDP|SCTP", .defaultText = "UDP (with config error)",
     .since = "1.0.3"},
    {.name = "ha_suspend", .kind = Kind::Flag, .defaultText = "off", .since = "1.0.3"},
    {.name = "smtp_alert", .kind = Kind::Bool, .arguments = "[BOOL]", .defaultText = "global", .since = "2.0.0"},
    {.name = "virtualhost", .kind = Kind::String, .arguments = "NAME", .since = "1.0.3"},
    {.name = "snmp_name", .kind = Kind::String, .arguments = "NAME", .since = "2.2.3"},
    {.name = "alpha", .kind = Kind::Bool, .arguments = "[BOOL]", .defaultText = "false", .since = "1.1.16"},
    {.name = "omega", .kind = Kind::Flag, .defaultText = "off", .since = "1.1.16"},
    {.name = "quorum_up", .kind = Kind::Command, .arguments = "CMD [user [group]]", .since = "1.1.16"},
    {.name = "quorum_down", .kind = Kind::Command, .arguments = "CMD [user [group]]", .since = "1.1.16"},
    {.name = "quorum", .kind = Kind::Uint, .arguments = "N", .hasRange = true, .min = 1, .max = 4294967295,
     .rangeText = "1..4294967295", .defaultText = "1", .since = "1.1.16"},
    {.name = "hysteresis", .kind = Kind::Uint, .arguments = "N", .rangeText = "0..quorum-1", .defaultText = "0",
     .since = "1.1.16"},
    {.name = "weight", .kind = Kind::Uint, .arguments = "N", .hasRange = true, .min = 1, .max = 2147483647,
     .rangeText = "1..2147483647", .defaultText = "1", .since = "1.3.7"},
    {.name = "sorry_server", .kind = Kind::Address, .arguments = "IP [PORT]", .since = "1.0.3"},
    {.name = "sorry_server_inhibit", .kind = Kind::Flag, .defaultText = "off", .since = "1.2.13"},
    {.name = "sorry_server_lvs_method", .kind = Kind::Enum, .arguments = "as lb_kind", .defaultText = "VS method",
     .since = "1.3.6"},
    {.name = "real_server", .kind = Kind::Block, .arguments = "IP [PORT] { }", .rangeText = "PORT 1..65535",
     .defaultText = "PORT from VS", .since = "1.0.3"},
    {.name = "nat_mask", .kind = Kind::Removed, .since = "0.5.3"},
    {.name = "real_group", .kind = Kind::Removed, .since = "0.5.9"},
};

static constexpr Keyword realServerRows[] = {
    {.name = "weight", .kind = Kind::Uint, .arguments = "N", .hasRange = true, .min = 0, .max = 2147483647,
     .rangeText = "0..2147483647", .defaultText = "VS weight", .since = "1.0.3"},
    {.name = "lvs_method", .kind = Kind::Enum, .arguments = "as virtual_server/lb_kind", .defaultText = "VS method",
     .since = "1.3.6"},
    {.name = "uthreshold", .kind = Kind::Uint, .arguments = "N", .hasRange = true, .min = 0, .max = 4294967295,
     .rangeText = "0..4294967295", .defaultText = "0", .since = "1.1.13"},
    {.name = "lthreshold", .kind = Kind::Uint, .arguments = "N", .hasRange = true, .min = 0, .max = 4294967295,
     .rangeText = "0..4294967295", .defaultText = "0", .since = "1.1.13"},
    {.name = "inhibit_on_failure", .kind = Kind::Bool, .arguments = "[BOOL]", .defaultText = "VS value",
     .since = "1.0.3"},
    {.name = "notify_up", .kind = Kind::Command, .arguments = "CMD [user [group]]", .since = "1.0.3"},
    {.name = "notify_down", .kind = Kind::Command, .arguments = "CMD [user [group]]", .since = "1.0.3"},
    {.name = "alpha", .kind = Kind::Bool, .arguments = "[BOOL]", .defaultText = "VS value", .since = "1.3.7"},
    {.name = "retry", .kind = Kind::Uint, .arguments = "N", .hasRange = true, .min = 1, .max = 4294967295,
     .rangeText = "1..4294967295", .defaultText = "VS value", .since = "1.3.7"},
    {.name = "delay_before_retry", .kind = Kind::Decimal, .arguments = "SECS", .unit = Unit::Seconds,
     .rangeText = ">= 0", .defaultText = "VS value", .since = "1.3.7"},
    {.name = "warmup", .kind = Kind::Decimal, .arguments = "SECS", .unit = Unit::Seconds, .rangeText = ">= 0",
     .defaultText = "VS value", .since = "1.3.7"},
    {.name = "connect_timeout", .kind = Kind::Decimal, .arguments = "SECS", .unit = Unit::Seconds,
     .hasRange = true, .min = 0.000001, .max = 4294.967295, .rangeText = "0.000001..4294.967295",
     .defaultText = "VS value", .since = "2.0.13"},
    {.name = "delay_loop", .kind = Kind::Decimal, .arguments = "SECS", .unit = Unit::Seconds,
     .rangeText = ">= 0.000001", .defaultText = "VS value", .since = "1.3.7"},
    {.name = "smtp_alert", .kind = Kind::Bool, .arguments = "[BOOL]", .defaultText = "VS value", .since = "2.0.0"},
    {.name = "virtualhost", .kind = Kind::String, .arguments = "NAME", .defaultText = "VS value", .since = "1.3.6"},
    {.name = "snmp_name", .kind = Kind::String, .arguments = "NAME", .since = "2.2.3"},
    {.name = "MISC_CHECK", .kind = Kind::Block, .arguments = "{ }", .since = "1.0.3"},
    {.name = "SMTP_CHECK", .kind = Kind::Block, .arguments = "{ }", .since = "1.1.8"},
    {.name = "TCP_CHECK", .kind = Kind::Block, .arguments = "{ }", .since = "1.0.3"},
    {.name = "PING_CHECK", .kind = Kind::Block, .arguments = "{ }", .since = "2.1.0"},
    {.name = "UDP_CHECK", .kind = Kind::Block, .arguments = "{ }", .since = "2.1.0"},
    {.name = "HTTP_GET", .kind = Kind::Block, .arguments = "{ }", .since = "1.0.3"},
    {.name = "SSL_GET", .kind = Kind::Block, .arguments = "{ }", .since = "1.0.3"},
    {.name = "DNS_CHECK", .kind = Kind::Block, .arguments = "{ }", .since = "1.3.0"},
    {.name = "FILE_CHECK", .kind = Kind::Block, .arguments = "{ }", .since = "2.1.0"},
    {.name = "BFD_CHECK", .kind = Kind::Block, .arguments = "{ }", .since = "2.0.0"},
    {.name = "CI-LINUX", .kind = Kind::Removed, .since = "0.6.1"},
};

static constexpr Keyword virtualServerGroupRows[] = {
    {.name = "<entry>"},
};

static constexpr Keyword sslRows[] = {
    {.name = "password", .kind = Kind::Secret, .arguments = "VALUE", .since = "1.0.3"},
    {.name = "ca", .kind = Kind::Path, .arguments = "VALUE", .since = "1.0.3"},
    {.name = "certificate", .kind = Kind::Path, .arguments = "VALUE", .since = "1.0.3"},
    {.name = "key", .kind = Kind::Path, .arguments = "VALUE", .since = "1.0.3"},
};

// clang-format on

constinit const std::span<const Keyword> virtualServer = virtualServerRows;
constinit const std::span<const Keyword> realServer = realServerRows;
constinit const std::span<const Keyword> virtualServerGroup = virtualServerGroupRows;
constinit const std::span<const Keyword> ssl = sslRows;

} // namespace twinhelm::config::schema
