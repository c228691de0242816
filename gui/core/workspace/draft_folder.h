#pragma once

#include <optional>

#include <QByteArray>
#include <QString>

#include "common/base/result.h"
#include "common/base/time.h"

namespace twinhelm::desk
{

/// What was typed and not saved, on disk, so that it outlives the desk. One file for each cluster; readable by its
/// owner alone, since configurations hold passwords.
class DraftFolder
{
public:
    struct Draft {
        WallMillis time = 0;
        QByteArray base; ///< SHA-256 of the bytes that were changed, hexadecimal
        QByteArray text;
        friend bool operator==(const Draft &, const Draft &) = default;
    };

    /// The folder need not be there yet; empty: nothing is kept.
    explicit DraftFolder(QString folder = {}) : folder_(std::move(folder)) {}

    /// D0521: it cannot be written.
    [[nodiscard]] Result<void> keep(const QString &cluster, const Draft &draft) const;
    /// Nothing: there is none, or it is not whole.
    [[nodiscard]] std::optional<Draft> find(const QString &cluster) const;
    void drop(const QString &cluster) const;

    [[nodiscard]] static QByteArray hashOf(const QByteArray &text);

private:
    [[nodiscard]] QString pathOf(const QString &cluster) const;

    QString folder_;
};

} // namespace twinhelm::desk
