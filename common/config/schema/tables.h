#pragma once

#include <span>

#include "common/config/schema/keyword.h"

/// The keyword tables, one file for each block or family of blocks. Use schema.h to read them.
namespace twinhelm::config::schema
{

extern const std::span<const Keyword> topLevel;              ///< top_level.cpp
extern const std::span<const Keyword> directives;            ///< directives.cpp
extern const std::span<const Keyword> globalDefs;            ///< global_defs.cpp
extern const std::span<const Keyword> vrrpScript;            ///< vrrp_script.cpp
extern const std::span<const Keyword> vrrpSyncGroup;         ///< vrrp_sync_group.cpp
extern const std::span<const Keyword> vrrpInstance;          ///< vrrp_instance.cpp
extern const std::span<const Keyword> authentication;        ///< vrrp_instance.cpp
extern const std::span<const Keyword> authHmac;              ///< vrrp_instance.cpp
extern const std::span<const Keyword> addressEntry;          ///< address_entry.cpp
extern const std::span<const Keyword> routeEntry;            ///< route_entry.cpp
extern const std::span<const Keyword> ruleEntry;             ///< rule_entry.cpp
extern const std::span<const Keyword> vrrpTrackProcess;      ///< trackers.cpp
extern const std::span<const Keyword> trackFile;             ///< trackers.cpp
extern const std::span<const Keyword> trackGroup;            ///< trackers.cpp
extern const std::span<const Keyword> garpGroup;             ///< interfaces.cpp
extern const std::span<const Keyword> linkbeatInterfaces;    ///< interfaces.cpp
extern const std::span<const Keyword> interfaceUpDownDelays; ///< interfaces.cpp
extern const std::span<const Keyword> bfdInstance;           ///< bfd_instance.cpp
extern const std::span<const Keyword> virtualServer;         ///< virtual_server.cpp
extern const std::span<const Keyword> realServer;            ///< virtual_server.cpp
extern const std::span<const Keyword> virtualServerGroup;    ///< virtual_server.cpp
extern const std::span<const Keyword> ssl;                   ///< virtual_server.cpp
extern const std::span<const Keyword> tcpCheck;              ///< checks.cpp
extern const std::span<const Keyword> httpGet;               ///< checks.cpp
extern const std::span<const Keyword> httpUrl;               ///< checks.cpp
extern const std::span<const Keyword> smtpCheck;             ///< checks.cpp
extern const std::span<const Keyword> smtpHost;              ///< checks.cpp
extern const std::span<const Keyword> dnsCheck;              ///< checks.cpp
extern const std::span<const Keyword> miscCheck;             ///< checks.cpp
extern const std::span<const Keyword> udpCheck;              ///< checks.cpp
extern const std::span<const Keyword> pingCheck;             ///< checks.cpp
extern const std::span<const Keyword> fileCheck;             ///< checks.cpp
extern const std::span<const Keyword> bfdCheck;              ///< checks.cpp

} // namespace twinhelm::config::schema
