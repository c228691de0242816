#include "common/config/validate/rules/rules.h"

namespace twinhelm::config::rules
{

const std::vector<const Rule *> &all()
{
    static const std::vector<const Rule *> rules{
        &k0201DuplicateRouterId,   &k0202UnknownScript,       &k0203UnknownMember,     &k0204SmallGroup,
        &k0205RouterIdMissing,     &k0206InterfaceMissing,    &k0207NopreemptOfMaster, &k0208LongPassword,
        &k0209PasswordUnused,      &k0210NoAddress,           &k0211MixedFamilies,     &k0212DuplicateName,
        &k0213NoCommand,           &k0214UnicastWithoutPeers, &k0215DuplicateAddress,  &k0216AdvertInterval,
        &k0217OwnInterfaceTracked, &k0218MemberOfTwoGroups,   &k0219WeightInGroup,     &k0220CommandTwice,
        &k0221LabelOfIpv6,         &k0222PreemptDelayUnused,  &k0223StrictMaster,      &k0224VersionOfIpv6,
        &k0225TrackedTwice,        &k0226WeightOfOwner,       &k0227WrongFamily,
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
