#pragma once

#include <cstdint>
#include <vector>

#include "common/config/model/node_config.h"
#include "common/config/validate/catalogue.h"
#include "common/diagnostics/diagnostic.h"

/// How values must fit together on one node. One rule per file, named by its code; each looks at the model only,
/// adds diagnostics and changes nothing. Rules do not depend on each other's order.
namespace twinhelm::config::rules
{

/// What a rule must see to judge.
enum class Scope : std::uint8_t {
    Node, ///< everything; runs anew after every edit, so it must not walk through every real server
    /// One top-level block (a virtual server, an instance). `config` may then hold that block only and default
    /// global_defs; after an edit, the rule runs for the changed blocks alone.
    Block,
};

struct Rule {
    CatalogueEntry entry;
    void (*check)(const model::NodeConfig &config, Diagnostics &diagnostics);
    Scope scope = Scope::Node;
};

extern const Rule k0201DuplicateRouterId;
extern const Rule k0202UnknownScript;
extern const Rule k0203UnknownMember;
extern const Rule k0204SmallGroup;
extern const Rule k0205RouterIdMissing;
extern const Rule k0206InterfaceMissing;
extern const Rule k0207NopreemptOfMaster;
extern const Rule k0208LongPassword;
extern const Rule k0209PasswordUnused;
extern const Rule k0210NoAddress;
extern const Rule k0211MixedFamilies;
extern const Rule k0212DuplicateName;
extern const Rule k0213NoCommand;
extern const Rule k0214UnicastWithoutPeers;
extern const Rule k0215DuplicateAddress;
extern const Rule k0216AdvertInterval;
extern const Rule k0217OwnInterfaceTracked;
extern const Rule k0218MemberOfTwoGroups;
extern const Rule k0219WeightInGroup;
extern const Rule k0220CommandTwice;
extern const Rule k0221LabelOfIpv6;
extern const Rule k0222PreemptDelayUnused;
extern const Rule k0223StrictMaster;
extern const Rule k0224VersionOfIpv6;
extern const Rule k0225TrackedTwice;
extern const Rule k0226WeightOfOwner;
extern const Rule k0227WrongFamily;
extern const Rule k0228UsedBeforeDefined;
extern const Rule k0229PriorityClamped;
extern const Rule k0230TooManyAddresses;
extern const Rule k0231AgainstStrictMode;
extern const Rule k0232UnicastInStrictMode;
extern const Rule k0233HeaderMisused;
extern const Rule k0234ScriptsUnprotected;
extern const Rule k0235CommandNotAbsolute;
extern const Rule k0236InsecureCommand;
extern const Rule k0237TrackedByNobody;
extern const Rule k0238TimeoutBeyondInterval;
extern const Rule k0239UnknownTracked;
extern const Rule k0240TrackedTwiceWithGroup;
extern const Rule k0241UnequalMembers;
extern const Rule k0242NoTtlFits;
extern const Rule k0243GroupOfUnicast;
extern const Rule k0244FirstNotLinkLocal;
extern const Rule k0245VmacMisfit;
extern const Rule k0247NobodyToMail;
extern const Rule k0248SyncDaemonOfNobody;
extern const Rule k0249RouteNotTracked;
extern const Rule k0250RuleIncomplete;
extern const Rule k0251ForeignProtocol;
extern const Rule k0252UnknownTrackGroup;
extern const Rule k0254OwnerByAccident;
extern const Rule k0255LengthBesidePeer;
extern const Rule k0260NoRealServer;
extern const Rule k0261QuorumTooHigh;
extern const Rule k0262HysteresisTooHigh;
extern const Rule k0263ServiceIncomplete;
extern const Rule k0264ProtocolOfMark;
extern const Rule k0265PortsDiffer;
extern const Rule k0266RealServerTwice;
extern const Rule k0267ServerOfOtherFamily;
extern const Rule k0268OnePacketOfTcp;
extern const Rule k0269AnyPort;
extern const Rule k0270CheckerMisfit;
extern const Rule k0271Unchecked;
extern const Rule k0272CheckOfNothing;
extern const Rule k0273UnknownGroup;
extern const Rule k0274ServiceTwice;
extern const Rule k0275GranularityAlone;
extern const Rule k0276RegexWithoutEffect;
extern const Rule k0277ForeignSchedulerFlag;
extern const Rule k0278RegexWrong;
extern const Rule k0279CheckSlowerThanLoop;
extern const Rule k0280TlsMisfit;
extern const Rule k0281ProcessCount;
extern const Rule k0282SessionTwice;
extern const Rule k0283GarpGroupEmpty;
extern const Rule k0284LinkDelayMisfit;

/// In the order of their codes.
[[nodiscard]] const std::vector<const Rule *> &all();

/// Adds a finding of `rule`.
Diagnostic &report(Diagnostics &diagnostics, const Rule &rule, Severity severity, SourceRange range,
                   std::string message);

} // namespace twinhelm::config::rules
