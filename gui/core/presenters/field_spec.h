#pragma once

#include <QList>

#include "common/config/edit/target.h"
#include "common/config/schema/block.h"
#include "gui/core/presenters/block_outline.h"
#include "gui/core/presenters/form_row.h"

namespace twinhelm::desk
{

/// What a form row is about, before any value: taken from the keyword table, put in the form's order.
struct FieldSpec {
    FormRow row; ///< key, label, help, kind, range, default
    const config::schema::Keyword *keyword = nullptr;
    std::vector<config::BlockRef> inner; ///< blocks between the form's block and the keyword

    bool wholeBlock = false; ///< the form's block is a list itself, and this is its entries

    std::vector<std::string_view> aliases; ///< other spellings

    /// Where the value stands when the form shows `block`, in this spelling; empty: the keyword's own. For a list, path
    /// names the list's own block.
    [[nodiscard]] config::Target target(const BlockPath &block, std::string_view spelling = {}) const;
    /// The row's key in another spelling.
    [[nodiscard]] QString keyOf(std::string_view spelling) const;
    [[nodiscard]] bool isList() const { return row.kind == FieldKind::Addresses || row.kind == FieldKind::List; }
};

/// The rows of a block's form: what everyone needs first, the rest in the table's order. A block that lists entries
/// (static_routes) has one row.
[[nodiscard]] const QList<FieldSpec> &fieldsOf(const config::schema::Block &block);

} // namespace twinhelm::desk
