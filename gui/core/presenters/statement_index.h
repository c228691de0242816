#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include "common/diagnostics/source_range.h"
#include "gui/core/presenters/block_outline.h"

namespace twinhelm::config
{
class SyntaxTree;
}

namespace twinhelm::desk
{

/// Where the statements of one block stand: form row key -> ranges, conditions and bodies included. Statements of an
/// inner block have a key with its name in front ("authentication.auth_pass"); list blocks are one statement. The
/// entries of a block that is a list itself stand under its own keyword.
using StatementIndex = QHash<QString, QList<SourceRange>>;

[[nodiscard]] StatementIndex statementsOf(const config::SyntaxTree &tree, const BlockPath &block);

} // namespace twinhelm::desk
