#pragma once

#include <QString>

#include "gui/core/presenters/form_row.h"

namespace twinhelm::desk
{

/// How a value stands in a row and in the file. Pure.
/// A single word loses its quotes in the row and gets them back where the file needs them; everything else stays as
/// it is written, $NAME included.

/// Why `text` cannot be the row's value; empty when it can. An empty text is always fine: it means "not set".
[[nodiscard]] QString fieldProblem(const FormRow &row, const QString &text);
/// A valid text as it is to be written behind the keyword.
[[nodiscard]] QString toFile(const FormRow &row, const QString &text);
/// What is written behind the keyword as the row shows it.
[[nodiscard]] QString fromFile(const FormRow &row, const QString &written);

} // namespace twinhelm::desk
