#include "common/config/model/build.h"
#include "common/config/model/read_value.h"
#include "common/config/schema/names.h"

namespace twinhelm::config::model
{

namespace names = schema::names;

namespace
{

/// One announcement and no repetition, where nothing else is said.
void announceMinimally(Announce &announce)
{
    const auto unlessGiven = [](auto &value, auto least) {
        if (!value.given)
            value.value = least;
    };
    unlessGiven(announce.masterRepeat, 1U);
    unlessGiven(announce.masterDelay, Duration::zero());
    unlessGiven(announce.refresh, Duration::zero());
    unlessGiven(announce.refreshRepeat, 0U);
}

void readStatement(GlobalDefs &global, const Statement &statement)
{
    const auto keyword = statement.keyword();
    if (keyword == names::routerId)
        take(global.routerId, statement);
    else if (keyword == names::scriptUser)
        takeUser(global.scriptUser, global.scriptGroup, statement);
    else if (keyword == names::enableScriptSecurity)
        takeFlag(global.scriptSecurity, statement);
    else if (keyword == names::dynamicInterfaces)
        takeFlag(global.dynamicInterfaces, statement);
    else if (keyword == names::defaultInterface)
        take(global.defaultInterface, statement);
    else if (keyword == names::vrrpVersion)
        take(global.version, statement);
    else if (keyword == names::vrrpStrict)
        take(global.strict, statement);
    else if (keyword == names::vrrpMcastGroup4)
        take(global.multicastGroupV4, statement);
    else if (keyword == names::vrrpMcastGroup6)
        take(global.multicastGroupV6, statement);
    else if (keyword == names::vrrpDownTimerAdverts)
        take(global.downTimerAdverts, statement);
    else if (keyword == names::vrrpStartupDelay)
        take(global.startupDelay, statement);
    else if (keyword == names::vrrpMinGarp)
        announceMinimally(global.announce);
    else if (keyword.starts_with(names::globalPrefix)) {
        const auto plain = keyword.substr(names::globalPrefix.size());
        if (plain == names::lowerPrioNoAdvert)
            take(global.lowerPriorityNoAdvert, statement);
        else if (plain == names::higherPrioSendAdvert)
            take(global.higherPrioritySendAdvert, statement);
        else
            readAnnounce(global.announce, plain, statement);
    }
}

} // namespace

bool readAnnounce(Announce &announce, std::string_view keyword, const Statement &statement)
{
    if (keyword == names::garpMasterDelay)
        take(announce.masterDelay, statement);
    else if (keyword == names::garpMasterRepeat)
        take(announce.masterRepeat, statement);
    else if (keyword == names::garpMasterRefresh)
        take(announce.refresh, statement);
    else if (keyword == names::garpMasterRefreshRepeat)
        take(announce.refreshRepeat, statement);
    else if (keyword == names::garpLowerPrioDelay)
        take(announce.lowerPriorityDelay, statement);
    else if (keyword == names::garpLowerPrioRepeat)
        take(announce.lowerPriorityRepeat, statement);
    else
        return false;
    return true;
}

void readGlobalDefs(GlobalDefs &global, const Statement &block)
{
    global.blocks.push_back(block.line().range());
    forEachStatement(block.expanded, block.tree, block.index,
                     [&](const Statement &statement) { readStatement(global, statement); });
}

} // namespace twinhelm::config::model
