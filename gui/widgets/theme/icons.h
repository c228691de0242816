#pragma once

#include <QIcon>
#include <QString>

namespace twinhelm::desk
{

/// What colours an icon: the text around it, or a meaning.
enum class IconTint { Text, Accent, OnAccent, Secondary, Ok, Warning, Error };

/// An icon of resources/icons, drawn as vectors in the colour the theme has at the moment of painting;
/// it needs no renewal when the theme changes. An unknown name gives a null icon.
[[nodiscard]] QIcon icon(const QString &name, IconTint tint = IconTint::Text);

} // namespace twinhelm::desk
