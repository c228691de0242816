#include "common/config/model/build.h"
#include "common/config/schema/names.h"

namespace twinhelm::config::model
{

namespace names = schema::names;

VrrpSyncGroup readVrrpSyncGroup(const Statement &block)
{
    VrrpSyncGroup group;
    group.range = block.line().range();
    take(group.name, block);
    forEachStatement(block.expanded, block.tree, block.index, [&](const Statement &statement) {
        const auto keyword = statement.keyword();
        if (keyword == names::group)
            take(group.members, statement);
        else if (keyword == names::trackScript)
            take(group.trackScripts, statement);
        else if (keyword == names::trackInterface)
            take(group.trackInterfaces, statement);
        else if (keyword == names::syncGroupTrackingWeight)
            takeFlag(group.trackingWeight, statement);
        else
            take(group.notify, statement);
    });
    return group;
}

} // namespace twinhelm::config::model
