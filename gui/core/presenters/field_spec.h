#pragma once

#include <QList>

#include "common/config/edit/target.h"
#include "common/config/schema/keyword.h"
#include "gui/core/presenters/form_row.h"

namespace twinhelm::desk
{

/// What a form row is about, before any value: taken from the keyword table, put in the form's order.
struct FieldSpec {
    FormRow row; ///< key, label, help, kind, range, default
    const config::schema::Keyword *keyword = nullptr;
    std::vector<config::BlockRef> inner; ///< blocks between the form's block and the keyword

    /// Where the value stands when the form shows `block`. For a list, path names the list's own block.
    [[nodiscard]] config::Target target(const config::BlockRef &block) const;
    [[nodiscard]] bool isList() const { return row.kind == FieldKind::Addresses || row.kind == FieldKind::List; }
};

/// The rows of a vrrp_instance form: what everyone needs first, the rest in the table's order.
[[nodiscard]] const QList<FieldSpec> &instanceFields();

} // namespace twinhelm::desk
