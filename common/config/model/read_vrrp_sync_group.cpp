#include "common/config/model/blocks.h"
#include "common/config/model/build.h"
#include "common/config/model/notify_fields.h"
#include "common/config/schema/names.h"

namespace twinhelm::config::model
{

namespace names = schema::names;

namespace
{

std::vector<Field<VrrpSyncGroup>> groupFields()
{
    using S = VrrpSyncGroup;
    std::vector<Field<S>> fields{
        list<&S::members>(names::group),
        flag<&S::trackingWeight>(names::syncGroupTrackingWeight),
        list<&S::trackInterfaces>(names::trackInterface),
        list<&S::trackScripts>(names::trackScript),
        list<&S::trackFiles>(names::trackFile),
        list<&S::trackProcesses>(names::trackProcess),
        list<&S::trackBfds>(names::trackBfd),
    };
    const auto notify = notifyFields<&S::notify>();
    fields.insert(fields.end(), notify.begin(), notify.end());
    return fields;
}

} // namespace

const FieldTable<VrrpSyncGroup> &vrrpSyncGroupFields()
{
    static const FieldTable<VrrpSyncGroup> table(names::vrrpSyncGroup, groupFields());
    return table;
}

VrrpSyncGroup readVrrpSyncGroup(const Statement &block)
{
    VrrpSyncGroup group;
    group.range = block.line().range();
    take(group.name, block);
    vrrpSyncGroupFields().readAll(group, block);
    return group;
}

} // namespace twinhelm::config::model
