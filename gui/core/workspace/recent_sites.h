#pragma once

#include <QString>
#include <QStringList>

namespace twinhelm::desk
{

/// The sites opened last, newest first, at most ten; kept in settings.ini of the desk's folder. Sites whose folder
/// has gone are left out.
class RecentSites
{
public:
    explicit RecentSites(const QString &configHome);

    [[nodiscard]] QStringList folders() const;
    void add(const QString &folder);
    void remove(const QString &folder);

private:
    void store(const QStringList &folders);

    QString file_;
};

} // namespace twinhelm::desk
