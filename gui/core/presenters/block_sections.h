#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace twinhelm::desk
{

/// Under which heading the blocks of the top level stand, and in which order.
struct BlockSection {
    QString title;
    QStringList keywords; ///< as somebody who adds one would look for them
};

[[nodiscard]] const QList<BlockSection> &blockSections();
/// The last section is for words that nobody knows.
[[nodiscard]] int sectionOf(const QString &keyword);

} // namespace twinhelm::desk
