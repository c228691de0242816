#pragma once

#include "common/config/model/field.h"
#include "common/config/model/global_defs.h"

/// Parts of global_defs, put together by globalDefsFields().
namespace twinhelm::config::model
{

[[nodiscard]] std::vector<Field<GlobalDefs>> mailFields();
[[nodiscard]] std::vector<Field<GlobalDefs>> fifoFields();
[[nodiscard]] std::vector<Field<GlobalDefs>> ipvsFields();
[[nodiscard]] std::vector<Field<GlobalDefs>> firewallFields();
[[nodiscard]] std::vector<Field<GlobalDefs>> processFields();
[[nodiscard]] std::vector<Field<GlobalDefs>> snmpFields();
[[nodiscard]] std::vector<Field<GlobalDefs>> fileFields();

} // namespace twinhelm::config::model
