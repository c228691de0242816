#include "common/cluster/rules/rules.h"

namespace twinhelm::cluster::rules
{

const std::vector<const Rule *> &all()
{
    static const std::vector<const Rule *> rules{
        &k0401RouterIdDiffers,
        &k0402AuthenticationDiffers,
        &k0403IntervalDiffers,
        &k0404VersionDiffers,
        &k0405AddressesDiffer,
        &k0406SamePriority,
        &k0407EqualMasters,
        &k0408SeveralMasters,
        &k0409StrangePeer,
        &k0410OwnAddressAsPeer,
        &k0411PeerMissing,
        &k0412UnicastOnOneSide,
        &k0413NoPartner,
        &k0414SyncGroupDiffers,
        &k0415SameRouterName,
        &k0416NopreemptOnWrongNode,
        &k0417AnnouncementsDiffer,
        &k0418RouterIdClash,
        &k0419OtherSubnet,
        &k0420InterfaceUnknown,
        &k0421AddressOfNobody,
        &k0422MulticastGroupDiffers,
        &k0501WeightTooSmall,
        &k0502WeightsChangeOrder,
        &k0503NopreemptAgainstWeight,
        &k0504AllFault,
        &k0505NoRest,
        &k0506DelayWithoutEffect,
    };
    return rules;
}

Diagnostic &report(const ClusterView &cluster, Diagnostics &diagnostics, const Rule &rule, Severity severity,
                   const Spot &spot, std::string message)
{
    diagnostics.push_back({std::string(rule.entry.code),
                           severity,
                           spot.range,
                           std::move(message),
                           cluster.nodes()[spot.node].id,
                           {},
                           {}});
    return diagnostics.back();
}

void note(const ClusterView &cluster, Diagnostic &diagnostic, const Spot &finding, const Spot &spot,
          std::string message)
{
    if (spot.range == finding.range && cluster.sameDocument(spot.node, finding.node))
        return;
    diagnostic.notes.push_back({spot.range, std::move(message), cluster.nodes()[spot.node].id});
}

std::string listed(const std::vector<std::string> &words)
{
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i)
        out += (i == 0 ? "" : i + 1 == words.size() ? " and " : ", ") + words[i];
    return out;
}

} // namespace twinhelm::cluster::rules
