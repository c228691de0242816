#pragma once

#include <optional>

#include <QSet>

#include "common/config/edit/editor.h"
#include "gui/core/presenters/field_spec.h"

namespace twinhelm::desk
{

/// Reads the rows of one block's form from a document, as it stands for each node. Pure.
class FormReader
{
public:
    /// `opened`: keys of rows that are shown for each node although every node has the same value.
    FormReader(const config::Editor &editor, BlockPath block, QStringList nodes, QSet<QString> opened)
        : editor_(editor), block_(std::move(block)), nodes_(std::move(nodes)), opened_(std::move(opened))
    {
    }

    /// A row whose keyword stands several times for one node is not editable: the form could not tell which is meant.
    [[nodiscard]] FormRow row(const FieldSpec &spec) const;
    /// A word that no table has, as it stands.
    [[nodiscard]] FormRow unknownRow(const QString &keyword) const;
    /// Where `spec` stands, in the spelling the document has.
    [[nodiscard]] config::Target target(const FieldSpec &spec) const;
    /// What `spec` is for one node: nothing when the keyword is absent.
    [[nodiscard]] std::optional<QString> value(const FieldSpec &spec, const QString &node) const;

private:
    const config::Editor &editor_;
    BlockPath block_;
    QStringList nodes_;
    QSet<QString> opened_;
};

} // namespace twinhelm::desk
