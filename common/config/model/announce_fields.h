#pragma once

#include "common/config/model/announce.h"
#include "common/config/model/field.h"
#include "common/config/schema/names.h"

namespace twinhelm::config::model
{

/// garp_extra_if [all] SECS
void takeExtraInterfaces(Announce &announce, const Statement &statement);
void showExtraInterfaces(const Announce &announce, std::string_view name, Outline &out);

/// The garp_* keywords of a block whose member `A` keeps them; in global_defs with the prefix vrrp_.
template<auto A, bool Global = false>
std::vector<Field<OwnerOf<A>>> announceFields()
{
    namespace names = schema::names;
    using S = OwnerOf<A>;
    return {
        inherited<A, &Announce::masterDelay>(Global ? names::vrrpGarpMasterDelay : names::garpMasterDelay),
        inherited<A, &Announce::masterRepeat>(Global ? names::vrrpGarpMasterRepeat : names::garpMasterRepeat),
        inherited<A, &Announce::refresh>(Global ? names::vrrpGarpMasterRefresh : names::garpMasterRefresh),
        inherited<A, &Announce::refreshRepeat>(Global ? names::vrrpGarpMasterRefreshRepeat
                                                      : names::garpMasterRefreshRepeat),
        inherited<A, &Announce::lowerPriorityDelay>(Global ? names::vrrpGarpLowerPrioDelay : names::garpLowerPrioDelay),
        inherited<A, &Announce::lowerPriorityRepeat>(Global ? names::vrrpGarpLowerPrioRepeat
                                                            : names::garpLowerPrioRepeat),
        {Global ? names::vrrpGarpExtraIf : names::garpExtraIf,
         [](S &object, const Statement &statement) { takeExtraInterfaces(object.*A, statement); },
         [](const S &object, std::string_view name, Outline &out) { showExtraInterfaces(object.*A, name, out); }},
    };
}

} // namespace twinhelm::config::model
