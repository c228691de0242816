#pragma once

#include <string>
#include <vector>

#include "common/cluster/rules/cluster_view.h"
#include "common/config/validate/catalogue.h"
#include "common/diagnostics/diagnostic.h"

/// What can be said only by looking at several nodes. One rule per file, named by its code: K04xx how the nodes'
/// settings fit together, K05xx what priorities and weights amount to. Rules do not depend on each other's order.
namespace twinhelm::cluster::rules
{

struct Rule {
    config::CatalogueEntry entry; ///< the examples are whole documents for the nodes lb01 and lb02
    void (*check)(const ClusterView &cluster, Diagnostics &diagnostics);
};

extern const Rule k0401RouterIdDiffers;
extern const Rule k0402AuthenticationDiffers;
extern const Rule k0403IntervalDiffers;
extern const Rule k0404VersionDiffers;
extern const Rule k0405AddressesDiffer;
extern const Rule k0406SamePriority;
extern const Rule k0407EqualMasters;
extern const Rule k0408SeveralMasters;
extern const Rule k0409StrangePeer;
extern const Rule k0410OwnAddressAsPeer;
extern const Rule k0411PeerMissing;
extern const Rule k0412UnicastOnOneSide;
extern const Rule k0413NoPartner;
extern const Rule k0414SyncGroupDiffers;
extern const Rule k0415SameRouterName;
extern const Rule k0416NopreemptOnWrongNode;
extern const Rule k0417AnnouncementsDiffer;
extern const Rule k0418RouterIdClash;
extern const Rule k0419OtherSubnet;
extern const Rule k0420InterfaceUnknown;
extern const Rule k0421AddressOfNobody;
extern const Rule k0422MulticastGroupDiffers;
extern const Rule k0501WeightTooSmall;
extern const Rule k0502WeightsChangeOrder;
extern const Rule k0503NopreemptAgainstWeight;
extern const Rule k0504AllFault;
extern const Rule k0505NoRest;
extern const Rule k0506DelayWithoutEffect;

/// In the order of their codes.
[[nodiscard]] const std::vector<const Rule *> &all();

/// A place in one node's sources.
struct Spot {
    std::size_t node = 0;
    SourceRange range;
};

/// Where a value of a member stands; a default: the instance's header.
template<typename T>
[[nodiscard]] Spot spotOf(const Member &member, const config::model::Value<T> &value)
{
    return {member.node, value.given ? value.range : member.model->range};
}

/// A block's header if the block is there, else the instance's.
[[nodiscard]] inline Spot spotOf(const Member &member, const SourceRange &block)
{
    return {member.node, block.empty() ? member.model->range : block};
}

/// Adds a finding of `rule`.
Diagnostic &report(const ClusterView &cluster, Diagnostics &diagnostics, const Rule &rule, Severity severity,
                   const Spot &spot, std::string message);

/// Adds a note, unless it would point at the very words the finding itself is about.
void note(const ClusterView &cluster, Diagnostic &diagnostic, const Spot &finding, const Spot &spot,
          std::string message);

/// "lb01", "lb01 and lb02", "lb01, lb02 and lb03".
[[nodiscard]] std::string listed(const std::vector<std::string> &words);

} // namespace twinhelm::cluster::rules
