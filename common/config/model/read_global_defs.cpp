#include "common/config/model/announce_fields.h"
#include "common/config/model/blocks.h"
#include "common/config/model/build.h"
#include "common/config/model/global_fields.h"
#include "common/config/schema/names.h"

namespace twinhelm::config::model
{

namespace names = schema::names;

namespace
{

using G = GlobalDefs;

/// One announcement and no repetition, where nothing else is said.
void readMinGarp(G &global, const Statement &statement)
{
    take(global.minGarp, statement);
    if (!*global.minGarp)
        return;
    const auto unlessGiven = [](auto &value, auto least) {
        if (!value.given)
            value.value = least;
    };
    auto &announce = global.announce;
    unlessGiven(announce.masterRepeat, 1U);
    unlessGiven(announce.masterDelay, Duration::zero());
    unlessGiven(announce.refresh, Duration::zero());
    unlessGiven(announce.refreshRepeat, 0U);
}

void readDynamicInterfaces(G &global, const Statement &statement)
{
    takeFlag(global.dynamicInterfaces, statement);
    const auto *word = statement.argument();
    global.dynamicInterfacesAllowChanges = word && word->text == names::allowIfChanges;
}

void showDynamicInterfaces(const G &global, std::string_view name, Outline &out)
{
    showFlag(out, name, *global.dynamicInterfaces);
    if (*global.dynamicInterfaces && global.dynamicInterfacesAllowChanges)
        out.back().terms.push_back(flagTerm(names::allowIfChanges));
}

std::vector<Field<G>> nodeFields()
{
    return {
        inherited<&G::routerId>(names::routerId),
        {names::scriptUser, [](G &g, const Statement &from) { takeUser(g.scriptUser, g.scriptGroup, from); },
         [](const G &g, std::string_view name, Outline &out) { showUser(out, name, g.scriptUser, g.scriptGroup); }},
        flag<&G::scriptSecurity>(names::enableScriptSecurity),
        field<&G::useSymlinkPaths>(names::useSymlinkPaths),
        field<&G::setSupplementaryGroups>(names::setSupplementaryGroups),
        {names::dynamicInterfaces, readDynamicInterfaces, showDynamicInterfaces},
        field<&G::defaultInterface>(names::defaultInterface),
        inherited<&G::startupScript>(names::startupScript),
        field<&G::startupScriptTimeout>(names::startupScriptTimeout),
        inherited<&G::shutdownScript>(names::shutdownScript),
        field<&G::shutdownScriptTimeout>(names::shutdownScriptTimeout),
    };
}

std::vector<Field<G>> instanceDefaults()
{
    std::vector<Field<G>> fields{
        field<&G::version>(names::vrrpVersion),
        field<&G::strict>(names::vrrpStrict),
        field<&G::multicastGroupV4>(names::vrrpMcastGroup4),
        inherited<&G::multicastGroupV6>(names::vrrpMcastGroup6),
    };
    const auto announce = announceFields<&G::announce, true>();
    fields.insert(fields.end(), announce.begin(), announce.end());
    const std::vector<Field<G>> rest{
        {names::vrrpMinGarp, readMinGarp,
         [](const G &g, std::string_view name, Outline &out) { showFlag(out, name, *g.minGarp); }},
        inherited<&G::garpInterval>(names::vrrpGarpInterval),
        inherited<&G::gnaInterval>(names::vrrpGnaInterval),
        field<&G::downTimerAdverts>(names::vrrpDownTimerAdverts),
        field<&G::lowerPriorityNoAdvert>(names::vrrpLowerPrioNoAdvert),
        field<&G::higherPrioritySendAdvert>(names::vrrpHigherPrioSendAdvert),
        field<&G::ownerIgnoreAdverts>(names::vrrpOwnerIgnoreAdverts),
        flag<&G::checkUnicastSource>(names::vrrpCheckUnicastSrc),
        field<&G::skipCheckAddresses>(names::vrrpSkipCheckAdvAddr),
        flag<&G::v3ChecksumAsV2>(names::v3ChecksumAsV2),
        inherited<&G::startupDelay>(names::vrrpStartupDelay),
        inherited<&G::delayAfterBoot>(names::vrrpDelayAfterBoot),
        flag<&G::logUnknownVrids>(names::logUnknownVrids),
        flag<&G::disableLocalIgmp>(names::disableLocalIgmp),
        inherited<&G::vmacPrefix>(names::vmacPrefix),
        inherited<&G::vmacAddressPrefix>(names::vmacAddrPrefix),
        inherited<&G::receiveBufferPolicy>(names::vrrpRxBufsPolicy),
        field<&G::receiveBufferMultiplier>(names::vrrpRxBufsMultiplier),
        field<&G::notifyPriorityChanges>(names::vrrpNotifyPriorityChanges),
    };
    fields.insert(fields.end(), rest.begin(), rest.end());
    return fields;
}

std::vector<Field<G>> allFields()
{
    std::vector<Field<G>> out;
    for (const auto &part : {nodeFields(), mailFields(), instanceDefaults(), fifoFields(), ipvsFields(),
                             firewallFields(), processFields(), snmpFields(), fileFields()})
        out.insert(out.end(), part.begin(), part.end());
    return out;
}

} // namespace

const FieldTable<GlobalDefs> &globalDefsFields()
{
    static const FieldTable<G> table(names::globalDefs, allFields());
    return table;
}

void readGlobalDefs(GlobalDefs &global, const Statement &block)
{
    global.blocks.push_back(block.line().range());
    globalDefsFields().readAll(global, block);
}

} // namespace twinhelm::config::model
