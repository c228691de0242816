#include "gui/core/history/migrations.h"

#include <QCoreApplication>
#include <QFile>
#include <QSqlError>
#include <QSqlQuery>

#include "gui/core/base/qt_text.h"

namespace twinhelm::desk
{

namespace
{

/// In order; the position says the version.
const QStringList &files()
{
    static const QStringList all{QStringLiteral(":/twinhelm/history/001_events.sql"),
                                 QStringLiteral(":/twinhelm/history/002_deploys.sql")};
    return all;
}

tl::unexpected<Error> failed(const QString &what)
{
    return fail(
        "D0901",
        toStd(QCoreApplication::translate("twinhelm::desk::History", "The history cannot be used: %1").arg(what)),
        toStd(QCoreApplication::translate("twinhelm::desk::History",
                                          "Live data is not affected. Check the file and free space.")));
}

Result<int> currentVersion(QSqlDatabase &database)
{
    QSqlQuery query(database);
    if (!query.exec(QStringLiteral("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)")) ||
        !query.exec(QStringLiteral("SELECT MAX(version) FROM schema_version")) || !query.next())
        return failed(query.lastError().text());
    return query.value(0).toInt();
}

Result<void> run(QSqlDatabase &database, const QString &path, int version)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failed(file.errorString());
    if (!database.transaction())
        return failed(database.lastError().text());
    auto statements = QString::fromUtf8(file.readAll()).split(QStringLiteral(";\n"), Qt::SkipEmptyParts);
    statements << QStringLiteral("INSERT INTO schema_version (version) VALUES (%1)").arg(version);
    for (const auto &statement : std::as_const(statements)) {
        QSqlQuery query(database);
        if (!query.exec(statement)) {
            const auto why = query.lastError().text();
            database.rollback();
            return failed(why);
        }
    }
    if (!database.commit())
        return failed(database.lastError().text());
    return {};
}

} // namespace

int newestSchemaVersion()
{
    return static_cast<int>(files().size());
}

Result<void> migrate(QSqlDatabase &database)
{
    const auto version = currentVersion(database);
    if (!version)
        return tl::unexpected<Error>(version.error());
    if (*version > newestSchemaVersion())
        return failed(
            QCoreApplication::translate("twinhelm::desk::History", "it was written by a newer version of Twinhelm"));
    for (int next = *version + 1; next <= newestSchemaVersion(); ++next) {
        if (auto done = run(database, files()[next - 1], next); !done)
            return done;
    }
    return {};
}

} // namespace twinhelm::desk
