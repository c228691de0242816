#include "common/config/schema/help.h"

#include <array>
#include <unordered_map>

#include "common/config/schema/help/paragraphs.h"
#include "common/config/schema/tables.h"

namespace twinhelm::config::schema
{

namespace
{

/// The paragraphs for a table of keywords: those of its own, then those it shares with others.
struct Source {
    std::span<const Keyword> keywords;
    std::span<const Paragraph> own;
    std::span<const Paragraph> shared{};
};

using Index = std::unordered_map<const Keyword *, std::string_view>;

std::string_view textFor(std::string_view keyword, std::span<const Paragraph> paragraphs)
{
    for (const auto &one : paragraphs) {
        if (one.keyword == keyword)
            return one.text;
    }
    return {};
}

Index buildIndex()
{
    const std::array sources{
        Source{topLevel, topLevelHelp},
        Source{directives, directivesHelp},
        Source{globalDefs, globalDefsHelp},
        Source{vrrpScript, vrrpScriptHelp},
        Source{vrrpSyncGroup, vrrpSyncGroupHelp},
        Source{vrrpInstance, vrrpInstanceHelp},
        Source{authentication, authenticationHelp},
        Source{authHmac, authHmacHelp},
        Source{addressEntry, addressEntryHelp},
        Source{routeEntry, routeEntryHelp},
        Source{ruleEntry, ruleEntryHelp},
        Source{vrrpTrackProcess, vrrpTrackProcessHelp},
        Source{trackFile, trackFileHelp},
        Source{trackGroup, trackGroupHelp},
        Source{garpGroup, garpGroupHelp},
        Source{linkbeatInterfaces, linkbeatInterfacesHelp},
        Source{interfaceUpDownDelays, interfaceUpDownDelaysHelp},
        Source{bfdInstance, bfdInstanceHelp},
        Source{virtualServer, virtualServerHelp},
        Source{realServer, realServerHelp},
        Source{virtualServerGroup, virtualServerGroupHelp},
        Source{ssl, sslHelp},
        Source{tcpCheck, connectionHelp},
        Source{httpGet, httpGetHelp, connectionHelp},
        Source{httpUrl, httpUrlHelp},
        Source{smtpCheck, smtpCheckHelp, connectionHelp},
        Source{smtpHost, connectionHelp},
        Source{dnsCheck, dnsCheckHelp, connectionHelp},
        Source{miscCheck, miscCheckHelp, connectionHelp},
        Source{udpCheck, udpCheckHelp, connectionHelp},
        Source{pingCheck, connectionHelp},
        Source{fileCheck, fileCheckHelp},
        Source{bfdCheck, bfdCheckHelp},
    };
    Index index;
    for (const auto &source : sources) {
        for (const auto &keyword : source.keywords) {
            const auto own = textFor(keyword.name, source.own);
            index.emplace(&keyword, own.empty() ? textFor(keyword.name, source.shared) : own);
        }
    }
    return index;
}

} // namespace

std::string_view paragraph(const Keyword &keyword)
{
    static const Index index = buildIndex();
    const auto found = index.find(&keyword);
    return found == index.end() ? std::string_view{} : found->second;
}

} // namespace twinhelm::config::schema
