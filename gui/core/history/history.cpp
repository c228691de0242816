#include "gui/core/history/history.h"

#include <atomic>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include "gui/core/base/qt_text.h"
#include "gui/core/history/migrations.h"

namespace twinhelm::desk
{

namespace
{

constexpr int writeBehindMs = 1000;
constexpr std::size_t writeAtOnce = 500;

QString detailsText(const std::map<std::string, std::string> &details)
{
    QJsonObject object;
    for (const auto &[key, value] : details)
        object.insert(toQt(key), toQt(value));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::map<std::string, std::string> detailsFrom(const QString &text)
{
    std::map<std::string, std::string> details;
    const auto object = QJsonDocument::fromJson(text.toUtf8()).object();
    for (auto it = object.begin(); it != object.end(); ++it)
        details.emplace(toStd(it.key()), toStd(it.value().toString()));
    return details;
}

void bindEvent(QSqlQuery &query, const StoredEvent &stored, qint64 sequence)
{
    const auto &event = stored.event;
    query.addBindValue(stored.node);
    query.addBindValue(static_cast<qint64>(event.id));
    query.addBindValue(static_cast<qint64>(event.time));
    query.addBindValue(static_cast<qint64>(event.monotonicNs));
    for (const auto &text : {event.bootId, event.kind, event.severity, event.subject, event.cause, event.text}) {
        const auto value = toQt(text);
        query.addBindValue(value.isNull() ? QStringLiteral("") : value);
    }
    query.addBindValue(detailsText(event.details));
    query.addBindValue(sequence);
}

StoredEvent eventFrom(const QSqlQuery &row)
{
    const auto text = [&row](int column) { return toStd(row.value(column).toString()); };
    StoredEvent stored;
    stored.node = row.value(0).toString();
    stored.event.id = row.value(1).toULongLong();
    stored.event.time = row.value(2).toLongLong();
    stored.event.monotonicNs = row.value(3).toLongLong();
    stored.event.bootId = text(4);
    stored.event.kind = text(5);
    stored.event.severity = text(6);
    stored.event.subject = text(7);
    stored.event.cause = text(8);
    stored.event.text = text(9);
    stored.event.details = detailsFrom(row.value(10).toString());
    return stored;
}

} // namespace

History::History(const QString &connection) : connection_(connection)
{
    write_.setSingleShot(true);
    write_.setInterval(writeBehindMs);
    connect(&write_, &QTimer::timeout, this, &History::flush);
}

History::~History()
{
    flush();
    database_.close();
    database_ = QSqlDatabase();
    QSqlDatabase::removeDatabase(connection_);
}

Result<std::unique_ptr<History>> History::open(const QString &path)
{
    static std::atomic<int> number = 0;
    std::unique_ptr<History> history(new History(QStringLiteral("history-%1").arg(++number)));
    auto &database = history->database_;
    database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), history->connection_);
    database.setDatabaseName(path);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000"));
    if (!database.open())
        return fail("D0902", toStd(tr("The history %1 cannot be opened: %2").arg(path, database.lastError().text())),
                    toStd(tr("Live data is not affected. Check that its folder exists and may be written.")));
    // A desk killed in the middle of a write loses at most the last second, never the file.
    for (const auto &pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=NORMAL"})
        QSqlQuery(database).exec(QString::fromLatin1(pragma));
    if (auto migrated = migrate(database); !migrated)
        return tl::unexpected<Error>(migrated.error());
    QSqlQuery query(database);
    if (query.exec(QStringLiteral("SELECT MAX(seq) FROM events")) && query.next())
        history->sequence_ = query.value(0).toLongLong();
    return history;
}

void History::report(const QString &what)
{
    emit problem(tr("The history was not written: %1").arg(what));
}

void History::addEvent(const QString &node, const wire::Event &event)
{
    waiting_.push_back({node, event});
    if (waiting_.size() >= writeAtOnce)
        flush();
    else if (!write_.isActive())
        write_.start();
}

void History::flush()
{
    write_.stop();
    if (waiting_.empty())
        return;
    const auto batch = std::exchange(waiting_, {});
    QSqlQuery query(database_);
    bool good =
        database_.transaction() &&
        query.prepare(QStringLiteral("INSERT INTO events (node, id, time_ms, monotonic_ns, boot_id, kind, severity, "
                                     "subject, cause, body, details, seq) VALUES (?,?,?,?,?,?,?,?,?,?,?,?) "
                                     "ON CONFLICT DO NOTHING"));
    for (const auto &stored : batch) {
        if (!good)
            break;
        bindEvent(query, stored, ++sequence_);
        good = query.exec();
    }
    if (good && database_.commit())
        return;
    const auto why = query.lastError().isValid() ? query.lastError().text() : database_.lastError().text();
    database_.rollback();
    report(why);
}

quint64 History::lastEventId(const QString &node)
{
    flush();
    QSqlQuery query(database_);
    query.prepare(QStringLiteral("SELECT id FROM events WHERE node = ? AND id > 0 ORDER BY seq DESC LIMIT 1"));
    query.addBindValue(node);
    return query.exec() && query.next() ? query.value(0).toULongLong() : 0;
}

std::vector<StoredEvent> History::events(int limit, WallMillis before)
{
    flush();
    std::vector<StoredEvent> out;
    QSqlQuery query(database_);
    query.setForwardOnly(true);
    query.prepare(
        QStringLiteral("SELECT node, id, time_ms, monotonic_ns, boot_id, kind, severity, subject, cause, body, details "
                       "FROM events WHERE ? = 0 OR time_ms < ? ORDER BY time_ms DESC, seq DESC LIMIT ?"));
    query.addBindValue(static_cast<qint64>(before));
    query.addBindValue(static_cast<qint64>(before));
    query.addBindValue(limit);
    if (!query.exec())
        report(query.lastError().text());
    while (query.next())
        out.push_back(eventFrom(query));
    return out;
}

void History::addDeploy(const DeployRecord &deploy)
{
    QSqlQuery query(database_);
    query.prepare(QStringLiteral("INSERT INTO deploys (time_ms, cluster, person, title, nodes, ok, summary, sha256) "
                                 "VALUES (?,?,?,?,?,?,?,?)"));
    const auto text = [](const QString &value) { return value.isNull() ? QStringLiteral("") : value; };
    query.addBindValue(static_cast<qint64>(deploy.time));
    query.addBindValue(text(deploy.cluster));
    query.addBindValue(text(deploy.person));
    query.addBindValue(text(deploy.title));
    query.addBindValue(
        QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(deploy.nodes)).toJson(QJsonDocument::Compact)));
    query.addBindValue(deploy.ok ? 1 : 0);
    query.addBindValue(text(deploy.summary));
    query.addBindValue(text(deploy.sha256));
    if (!query.exec())
        report(query.lastError().text());
}

std::vector<DeployRecord> History::deploys(int limit)
{
    std::vector<DeployRecord> out;
    QSqlQuery query(database_);
    query.prepare(QStringLiteral("SELECT time_ms, cluster, person, title, nodes, ok, summary, sha256 FROM deploys "
                                 "ORDER BY time_ms DESC LIMIT ?"));
    query.addBindValue(limit);
    if (!query.exec())
        report(query.lastError().text());
    while (query.next()) {
        DeployRecord deploy;
        deploy.time = query.value(0).toLongLong();
        deploy.cluster = query.value(1).toString();
        deploy.person = query.value(2).toString();
        deploy.title = query.value(3).toString();
        for (const auto &node : QJsonDocument::fromJson(query.value(4).toString().toUtf8()).array())
            deploy.nodes << node.toString();
        deploy.ok = query.value(5).toInt() != 0;
        deploy.summary = query.value(6).toString();
        deploy.sha256 = query.value(7).toString();
        out.push_back(deploy);
    }
    return out;
}

void History::forgetEventsBefore(WallMillis time)
{
    flush();
    QSqlQuery query(database_);
    query.prepare(QStringLiteral("DELETE FROM events WHERE time_ms < ?"));
    query.addBindValue(static_cast<qint64>(time));
    if (!query.exec())
        report(query.lastError().text());
}

} // namespace twinhelm::desk
