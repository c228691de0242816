#include "common/config/validate/rules/rules.h"

namespace twinhelm::config::rules
{

const std::vector<const Rule *> &all()
{
    static const std::vector<const Rule *> rules{
        &k0201DuplicateRouterId,
        &k0202UnknownScript,
        &k0203UnknownMember,
        &k0204SmallGroup,
        &k0205RouterIdMissing,
        &k0206InterfaceMissing,
        &k0207NopreemptOfMaster,
        &k0208LongPassword,
        &k0209PasswordUnused,
        &k0210NoAddress,
        &k0211MixedFamilies,
        &k0212DuplicateName,
        &k0213NoCommand,
        &k0214UnicastWithoutPeers,
        &k0215DuplicateAddress,
        &k0216AdvertInterval,
        &k0217OwnInterfaceTracked,
        &k0218MemberOfTwoGroups,
        &k0219WeightInGroup,
        &k0220CommandTwice,
        &k0221LabelOfIpv6,
        &k0222PreemptDelayUnused,
        &k0223StrictMaster,
        &k0224VersionOfIpv6,
        &k0225TrackedTwice,
        &k0226WeightOfOwner,
        &k0227WrongFamily,
        &k0228UsedBeforeDefined,
        &k0229PriorityClamped,
        &k0230TooManyAddresses,
        &k0231AgainstStrictMode,
        &k0232UnicastInStrictMode,
        &k0233HeaderMisused,
        &k0234ScriptsUnprotected,
        &k0235CommandNotAbsolute,
        &k0236InsecureCommand,
        &k0237TrackedByNobody,
        &k0238TimeoutBeyondInterval,
        &k0239UnknownTracked,
        &k0240TrackedTwiceWithGroup,
        &k0241UnequalMembers,
        &k0242NoTtlFits,
        &k0243GroupOfUnicast,
        &k0244FirstNotLinkLocal,
        &k0245VmacMisfit,
        &k0247NobodyToMail,
        &k0248SyncDaemonOfNobody,
        &k0249RouteNotTracked,
        &k0250RuleIncomplete,
        &k0251ForeignProtocol,
        &k0252UnknownTrackGroup,
        &k0254OwnerByAccident,
        &k0255LengthBesidePeer,
        &k0260NoRealServer,
        &k0261QuorumTooHigh,
        &k0262HysteresisTooHigh,
        &k0263ServiceIncomplete,
        &k0264ProtocolOfMark,
        &k0265PortsDiffer,
        &k0266RealServerTwice,
        &k0267ServerOfOtherFamily,
        &k0268OnePacketOfTcp,
        &k0269AnyPort,
        &k0270CheckerMisfit,
        &k0271Unchecked,
        &k0272CheckOfNothing,
        &k0273UnknownGroup,
        &k0274ServiceTwice,
        &k0275GranularityAlone,
        &k0276RegexWithoutEffect,
        &k0277ForeignSchedulerFlag,
        &k0278RegexWrong,
        &k0279CheckSlowerThanLoop,
        &k0280TlsMisfit,
        &k0281ProcessCount,
        &k0282SessionTwice,
        &k0283GarpGroupEmpty,
        &k0284LinkDelayMisfit,
    };
    return rules;
}

Diagnostic &report(Diagnostics &diagnostics, const Rule &rule, Severity severity, SourceRange range,
                   std::string message)
{
    diagnostics.push_back({std::string(rule.entry.code), severity, range, std::move(message), {}, {}, {}});
    return diagnostics.back();
}

} // namespace twinhelm::config::rules
