#pragma once

#include <QString>
#include <QStringList>

namespace twinhelm::desk
{

/// Keys of the rows that stand first in the form of an instance, in the order people fill them in.
[[nodiscard]] const QStringList &instanceFieldOrder();

/// What a person calls a keyword: "Virtual router ID". Keywords without a name of their own are spelled out.
[[nodiscard]] QString fieldLabel(const QString &keyword);

} // namespace twinhelm::desk
