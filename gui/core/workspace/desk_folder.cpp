#include "gui/core/workspace/desk_folder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include "gui/core/site/site.h"

namespace twinhelm::desk
{

QString deskFolderOf(const QString &configHome, const Site &site)
{
    QString plain;
    for (const QChar c : site.name())
        plain += c.isLetterOrNumber() ? c : QLatin1Char('-');
    const QString place = QFileInfo(site.folder()).canonicalFilePath();
    const QByteArray mark = QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex().left(8);
    const QString folder = QStringLiteral("%1/sites/%2-%3").arg(configHome, plain, QString::fromLatin1(mark));
    QDir().mkpath(folder);
    return folder;
}

} // namespace twinhelm::desk
