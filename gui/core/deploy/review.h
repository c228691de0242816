#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace twinhelm::desk
{

struct ReviewLine {
    enum class Kind { Same, Removed, Added, Gap }; ///< Gap: unchanged lines left out
    Kind kind = Kind::Same;
    QString text; ///< secrets are masked
    friend bool operator==(const ReviewLine &, const ReviewLine &) = default;
};

/// What a deploy changes in one node's file, line by line, with `context` unchanged lines around each change.
/// Empty: nothing changes. Pure.
[[nodiscard]] QList<ReviewLine> reviewChanges(const QByteArray &before, const QByteArray &after, int context = 3);

/// One line of keepalived.conf with the argument of a secret keyword replaced by dots.
[[nodiscard]] QString withoutSecrets(const QByteArray &line);

} // namespace twinhelm::desk
