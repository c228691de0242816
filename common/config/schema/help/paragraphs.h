#pragma once

#include <span>
#include <string_view>

/// A paragraph for each keyword, one file for each block or family of blocks. Use help.h to read them.
namespace twinhelm::config::schema
{

struct Paragraph {
    std::string_view keyword;
    std::string_view text;
};

extern const std::span<const Paragraph> topLevelHelp;              ///< help/top_level.cpp
extern const std::span<const Paragraph> directivesHelp;            ///< help/directives.cpp
extern const std::span<const Paragraph> globalDefsHelp;            ///< help/global_defs.cpp
extern const std::span<const Paragraph> vrrpInstanceHelp;          ///< help/vrrp_instance.cpp
extern const std::span<const Paragraph> authenticationHelp;        ///< help/vrrp_instance.cpp
extern const std::span<const Paragraph> authHmacHelp;              ///< help/vrrp_instance.cpp
extern const std::span<const Paragraph> vrrpScriptHelp;            ///< help/vrrp_script.cpp
extern const std::span<const Paragraph> vrrpSyncGroupHelp;         ///< help/vrrp_sync_group.cpp
extern const std::span<const Paragraph> vrrpTrackProcessHelp;      ///< help/trackers.cpp
extern const std::span<const Paragraph> trackFileHelp;             ///< help/trackers.cpp
extern const std::span<const Paragraph> trackGroupHelp;            ///< help/trackers.cpp
extern const std::span<const Paragraph> garpGroupHelp;             ///< help/interfaces.cpp
extern const std::span<const Paragraph> linkbeatInterfacesHelp;    ///< help/interfaces.cpp
extern const std::span<const Paragraph> interfaceUpDownDelaysHelp; ///< help/interfaces.cpp
extern const std::span<const Paragraph> bfdInstanceHelp;           ///< help/bfd_instance.cpp
extern const std::span<const Paragraph> addressEntryHelp;          ///< help/address_entry.cpp
extern const std::span<const Paragraph> routeEntryHelp;            ///< help/route_entry.cpp
extern const std::span<const Paragraph> ruleEntryHelp;             ///< help/rule_entry.cpp
extern const std::span<const Paragraph> virtualServerHelp;         ///< help/virtual_server.cpp
extern const std::span<const Paragraph> realServerHelp;            ///< help/virtual_server.cpp
extern const std::span<const Paragraph> virtualServerGroupHelp;    ///< help/virtual_server.cpp
extern const std::span<const Paragraph> sslHelp;                   ///< help/virtual_server.cpp
extern const std::span<const Paragraph> connectionHelp;            ///< help/checks.cpp
extern const std::span<const Paragraph> httpGetHelp;               ///< help/checks.cpp
extern const std::span<const Paragraph> httpUrlHelp;               ///< help/checks.cpp
extern const std::span<const Paragraph> smtpCheckHelp;             ///< help/checks.cpp
extern const std::span<const Paragraph> dnsCheckHelp;              ///< help/checks.cpp
extern const std::span<const Paragraph> miscCheckHelp;             ///< help/checks.cpp
extern const std::span<const Paragraph> udpCheckHelp;              ///< help/checks.cpp
extern const std::span<const Paragraph> fileCheckHelp;             ///< help/checks.cpp
extern const std::span<const Paragraph> bfdCheckHelp;              ///< help/checks.cpp

} // namespace twinhelm::config::schema
