#pragma once

#include "common/config/schema/argument.h"

/// What follows a keyword's value, or stands in a line of its block, for Keyword::more. Arguments without a word of
/// their own come in this order; those with one come anywhere behind the last required one.
namespace twinhelm::config::schema::grammar
{

// clang-format off
// names
inline constexpr Argument blockName[] = {{.meta = "NAME", .required = true}};
inline constexpr Argument bfdName[] = {{.meta = "NAME", .maxLength = 31, .required = true}};
inline constexpr Argument userAndGroup[] = {{.meta = "USER"}, {.meta = "GROUP"}};
inline constexpr Argument groupName[] = {{.meta = "GROUP"}};
inline constexpr Argument instanceNames[] = {
    {.meta = "INSTANCE", .refersTo = "vrrp_instance", .required = true, .repeats = true}};
inline constexpr Argument interfaceNames[] = {
    {.meta = "IFNAME", .kind = Kind::Interface, .maxLength = 15, .required = true, .repeats = true}};
inline constexpr Argument mailAddresses[] = {{.meta = "ADDR", .required = true, .repeats = true}};
inline constexpr Argument processParameters[] = {{.meta = "PARAMS", .repeats = true}};

// what is tracked, in instances and groups
inline constexpr Argument trackInterface[] = {
    {.meta = "IFNAME", .kind = Kind::Interface, .maxLength = 15, .required = true},
    {.word = "weight", .meta = "N", .kind = Kind::Int, .hasRange = true, .min = -254, .max = 254},
    {.word = "reverse", .kind = Kind::Flag}};
inline constexpr Argument trackScript[] = {
    {.meta = "SCRIPT", .refersTo = "vrrp_script", .required = true},
    {.word = "weight", .meta = "N", .kind = Kind::Int, .hasRange = true, .min = -254, .max = 254},
    {.word = "reverse", .kind = Kind::Flag},
    {.word = "noreverse", .kind = Kind::Flag}};
inline constexpr Argument trackFileUse[] = {
    {.meta = "FILE", .refersTo = "track_file", .required = true},
    {.word = "weight", .meta = "N", .kind = Kind::Int, .hasRange = true, .min = -254, .max = 254},
    {.word = "reverse", .kind = Kind::Flag},
    {.word = "noreverse", .kind = Kind::Flag}};
inline constexpr Argument trackProcessUse[] = {
    {.meta = "PROCESS", .refersTo = "vrrp_track_process", .required = true},
    {.word = "weight", .meta = "N", .kind = Kind::Int, .hasRange = true, .min = -254, .max = 254},
    {.word = "reverse", .kind = Kind::Flag},
    {.word = "noreverse", .kind = Kind::Flag}};
inline constexpr Argument trackBfd[] = {
    {.meta = "BFD", .refersTo = "bfd_instance", .required = true},
    {.word = "weight", .meta = "N", .kind = Kind::Int, .hasRange = true, .min = -253, .max = 253},
    {.word = "reverse", .kind = Kind::Flag},
    {.word = "noreverse", .kind = Kind::Flag}};
inline constexpr Argument reverseWord[] = {{.word = "reverse", .kind = Kind::Flag}};
inline constexpr Argument reverseWords[] = {
    {.word = "reverse", .kind = Kind::Flag}, {.word = "noreverse", .kind = Kind::Flag}};
inline constexpr Argument initFile[] = {
    {.meta = "VALUE", .kind = Kind::Int, .hasRange = true, .min = -2147483648.0, .max = 2147483648.0},
    {.word = "overwrite", .kind = Kind::Flag}};

// instances
inline constexpr Argument unicastPeer[] = {
    {.meta = "ADDR", .kind = Kind::Address, .required = true},
    {.word = "min_ttl", .meta = "N", .kind = Kind::Uint, .hasRange = true, .min = 0, .max = 255},
    {.word = "max_ttl", .meta = "N", .kind = Kind::Uint, .hasRange = true, .min = 0, .max = 255}};
inline constexpr Argument vmac[] = {
    {.word = "name", .meta = "IFNAME", .kind = Kind::Interface, .maxLength = 15},
    {.meta = "IFNAME|MAC", .maxLength = 17, .repeats = true},
    {.word = "netlink_notify_msg", .kind = Kind::Flag},
    {.word = "group", .meta = "GROUP", .kind = Kind::Enum, .hasRange = true, .min = 0, .max = 4294967295,
     .namesFrom = "group"}};
inline constexpr Argument ipvlan[] = {
    {.word = "bridge", .kind = Kind::Flag}, {.word = "private", .kind = Kind::Flag},
    {.word = "vepa", .kind = Kind::Flag},
    {.word = "group", .meta = "GROUP", .kind = Kind::Enum, .hasRange = true, .min = 0, .max = 4294967295,
     .namesFrom = "group"},
    {.word = "name", .meta = "IFNAME", .kind = Kind::Interface, .maxLength = 15},
    {.meta = "IFNAME|ADDR[/LEN]", .repeats = true}};

// interfaces
inline constexpr Argument linkbeatInterface[] = {
    {.meta = "IFNAME", .kind = Kind::Interface, .maxLength = 15, .required = true},
    {.meta = "METHOD", .kind = Kind::Enum, .choices = "MII|ETHTOOL|IOCTL"}};
inline constexpr Argument interfaceDelays[] = {
    {.meta = "IFNAME", .kind = Kind::Interface, .maxLength = 15, .required = true},
    {.meta = "DOWN_DELAY", .kind = Kind::Decimal, .unit = Unit::Seconds, .hasRange = true, .min = 0, .max = 255,
     .decimals = 6, .required = true},
    {.meta = "UP_DELAY", .kind = Kind::Decimal, .unit = Unit::Seconds, .hasRange = true, .min = 0, .max = 255,
     .decimals = 6}};

// virtual servers
inline constexpr Argument port[] = {
    {.meta = "PORT", .kind = Kind::Uint, .hasRange = true, .min = 1, .max = 65535}};
inline constexpr Argument virtualServerHeader[] = {
    {.meta = "IP", .kind = Kind::Address},
    {.meta = "PORT", .kind = Kind::Uint, .hasRange = true, .min = 0, .max = 65535},
    {.word = "fwmark", .meta = "N", .kind = Kind::Uint, .hasRange = true, .min = 0, .max = 4294967295},
    {.word = "group", .meta = "NAME", .refersTo = "virtual_server_group"}};
inline constexpr Argument realServerHeader[] = {
    {.meta = "IP", .kind = Kind::Address, .required = true},
    {.meta = "PORT", .kind = Kind::Uint, .hasRange = true, .min = 1, .max = 65535}};
/// ADDR here may be a range: 10.0.0.1-20 or 10.0.0.0/24.
inline constexpr Argument groupEntry[] = {
    {.meta = "ADDR[-LAST|-ADDR|/LEN]", .kind = Kind::Address},
    {.meta = "PORT", .kind = Kind::Uint, .hasRange = true, .min = 1, .max = 65535},
    {.word = "fwmark", .meta = "N", .kind = Kind::Uint, .hasRange = true, .min = 0, .max = 4294967295},
    {.meta = "FAMILY", .kind = Kind::Enum, .choices = "inet|inet6"}};
inline constexpr Argument tunnel[] = {
    {.word = "type", .meta = "TYPE", .kind = Kind::Enum, .choices = "ipip|gue|gre"},
    {.word = "port", .meta = "P", .kind = Kind::Uint, .hasRange = true, .min = 1, .max = 65535},
    {.word = "nocsum", .kind = Kind::Flag}, {.word = "csum", .kind = Kind::Flag},
    {.word = "remcsum", .kind = Kind::Flag}};
inline constexpr Argument statusCodes[] = {
    {.meta = "N|N-M", .kind = Kind::Range, .hasRange = true, .min = 100, .max = 599, .required = true,
     .repeats = true}};
inline constexpr Argument regexOptions[] = {
    {.meta = "OPT", .kind = Kind::Enum,
     .choices = "allow_empty_class|alt_bsux|auto_callout|caseless|dollar_endonly|dotall|dupnames|extended|firstline|"
                "match_unset_backref|multiline|never_ucp|never_utf|no_auto_capture|no_auto_possess|"
                "no_dotstar_anchor|no_start_optimize|ucp|ungreedy|utf|never_backslash_c|alt_circumflex|"
                "alt_verbnames|use_offset_limit",
     .required = true, .repeats = true}};
inline constexpr Argument regexStack[] = {
    {.meta = "START", .kind = Kind::Uint, .hasRange = true, .min = 1, .max = 4294967295, .required = true},
    {.meta = "MAX", .kind = Kind::Uint, .hasRange = true, .min = 1, .max = 4294967295, .required = true}};

// global_defs
inline constexpr Argument lvsTimeouts[] = {
    {.word = "tcp", .meta = "N", .kind = Kind::Uint, .unit = Unit::Seconds, .hasRange = true, .min = 0,
     .max = 2678400},
    {.word = "tcpfin", .meta = "N", .kind = Kind::Uint, .unit = Unit::Seconds, .hasRange = true, .min = 0,
     .max = 2678400},
    {.word = "udp", .meta = "N", .kind = Kind::Uint, .unit = Unit::Seconds, .hasRange = true, .min = 0,
     .max = 2678400}};
inline constexpr Argument lvsSyncDaemon[] = {
    {.meta = "IFNAME", .kind = Kind::Interface, .maxLength = 15, .required = true},
    {.meta = "INSTANCE", .refersTo = "vrrp_instance"},
    {.word = "inst", .meta = "INSTANCE", .refersTo = "vrrp_instance"},
    {.word = "id", .meta = "N", .kind = Kind::Uint, .hasRange = true, .min = 0, .max = 255},
    {.word = "maxlen", .meta = "N", .kind = Kind::Uint, .unit = Unit::Bytes, .hasRange = true, .min = 1,
     .max = 65507},
    {.word = "port", .meta = "N", .kind = Kind::Uint, .hasRange = true, .min = 1, .max = 65535},
    {.word = "ttl", .meta = "N", .kind = Kind::Uint, .hasRange = true, .min = 1, .max = 255},
    {.word = "group", .meta = "ADDR", .kind = Kind::Address}};
inline constexpr Argument iptablesChains[] = {{.meta = "IN_CHAIN"}, {.meta = "OUT_CHAIN"}};
inline constexpr Argument ipsetNames[] = {
    {.meta = "V4", .maxLength = 30}, {.meta = "V6", .maxLength = 30}, {.meta = "V6IF", .maxLength = 30},
    {.meta = "IGMP", .maxLength = 30}, {.meta = "MLD", .maxLength = 30}, {.meta = "ND", .maxLength = 30}};
/// The highest number is one less than the machine's count of processors.
inline constexpr Argument cpus[] = {
    {.meta = "CPU", .kind = Kind::Uint, .hasRange = true, .min = 0, .max = 1023, .required = true, .repeats = true}};
inline constexpr Argument includeChecks[] = {
    {.meta = "CHECK", .kind = Kind::Enum,
     .choices = "read|match|wildcard_match|brace_match|+read|+match|+wildcard_match|+brace_match|"
                "-read|-match|-wildcard_match|-brace_match",
     .repeats = true}};

// routes
inline constexpr Argument nexthop[] = {
    {.word = "via", .meta = "[inet|inet6] ADDR", .kind = Kind::Address},
    {.word = "dev", .meta = "IFNAME", .kind = Kind::Interface, .maxLength = 15},
    {.word = "weight", .meta = "N", .kind = Kind::Uint, .hasRange = true, .min = 1, .max = 256},
    {.word = "onlink", .kind = Kind::Flag},
    {.word = "encap", .meta = "ENCAP", .kind = Kind::List},
    {.word = "realms", .meta = "[FROM/]TO", .kind = Kind::Mask, .hasRange = true, .min = 0, .max = 65535,
     .namesFrom = "rt_realms"}};
/// The first word decides which of the others may follow: ip and ip6 take options, mpls labels, ila a locator.
inline constexpr Argument encapsulation[] = {
    {.meta = "TYPE", .kind = Kind::Enum, .choices = "ip|ip6|mpls|ila", .required = true},
    {.meta = "LABEL[/LABEL...]|LOCATOR"},
    {.word = "id", .meta = "N", .kind = Kind::Uint, .hasRange = true, .min = 0, .max = 18446744073709551615.0},
    {.word = "dst", .meta = "ADDR", .kind = Kind::Address},
    {.word = "src", .meta = "ADDR", .kind = Kind::Address},
    {.word = "tos", .meta = "N", .kind = Kind::Enum, .hasRange = true, .min = 0, .max = 255,
     .namesFrom = "rt_dsfield"},
    {.word = "tc", .meta = "N", .kind = Kind::Uint, .hasRange = true, .min = 0, .max = 255},
    {.word = "ttl", .meta = "N", .kind = Kind::Uint, .hasRange = true, .min = 0, .max = 255},
    {.word = "hoplimit", .meta = "N", .kind = Kind::Uint, .hasRange = true, .min = 0, .max = 255},
    {.word = "flags", .meta = "N", .kind = Kind::Uint, .hasRange = true, .min = 0, .max = 65535}};
// clang-format on

} // namespace twinhelm::config::schema::grammar
