#include "gui/core/workspace/recent_sites.h"

#include <QFileInfo>
#include <QSettings>

namespace twinhelm::desk
{

namespace
{

constexpr int mostSites = 10;
const auto settingsKey = QStringLiteral("recentSites");

} // namespace

RecentSites::RecentSites(const QString &configHome) : file_(configHome + QStringLiteral("/settings.ini")) {}

QStringList RecentSites::folders() const
{
    QStringList present;
    const QSettings settings(file_, QSettings::IniFormat);
    for (const QString &folder : settings.value(settingsKey).toStringList()) {
        if (QFileInfo::exists(folder + QStringLiteral("/site.toml")))
            present.append(folder);
    }
    return present;
}

void RecentSites::add(const QString &folder)
{
    const QString path = QFileInfo(folder).absoluteFilePath();
    QStringList all = folders();
    all.removeAll(path);
    all.prepend(path);
    store(all.mid(0, mostSites));
}

void RecentSites::remove(const QString &folder)
{
    QStringList all = folders();
    all.removeAll(QFileInfo(folder).absoluteFilePath());
    store(all);
}

void RecentSites::store(const QStringList &folders)
{
    QSettings(file_, QSettings::IniFormat).setValue(settingsKey, folders);
}

} // namespace twinhelm::desk
