#pragma once

#include "common/config/model/field.h"
#include "common/config/schema/names.h"

namespace twinhelm::config::model
{

namespace detail
{

template<auto N, auto Command>
auto notifyField(std::string_view name)
{
    using S = model::OwnerOf<N>;
    return Field<S>{
        name, [](S &object, const Statement &statement) { take(object.*N, statement); },
        [](const S &object, std::string_view keyword, Outline &out) { showGiven(out, keyword, object.*N.*Command); }};
}

} // namespace detail

/// The notify_* keywords of a block whose member `N` keeps them.
template<auto N>
std::vector<Field<OwnerOf<N>>> notifyFields()
{
    namespace names = schema::names;
    return {
        detail::notifyField<N, &Notify::backup>(names::notifyBackup),
        detail::notifyField<N, &Notify::master>(names::notifyMaster),
        detail::notifyField<N, &Notify::fault>(names::notifyFault),
        detail::notifyField<N, &Notify::stop>(names::notifyStop),
        detail::notifyField<N, &Notify::deleted>(names::notifyDeleted),
        detail::notifyField<N, &Notify::any>(names::notify),
        detail::notifyField<N, &Notify::masterHearsLowerPriority>(names::notifyMasterRxLowerPri),
        detail::notifyField<N, &Notify::priorityChanges>(names::notifyPriorityChanges),
        detail::notifyField<N, &Notify::smtpAlert>(names::smtpAlert),
    };
}

} // namespace twinhelm::config::model
