#pragma once

#include <memory>
#include <utility>
#include <vector>

#include <QObject>
#include <QSqlDatabase>
#include <QStringList>
#include <QTimer>

#include "common/base/result.h"
#include "common/wire/messages.h"

namespace twinhelm::desk
{

/// One finished deploy.
struct DeployRecord {
    WallMillis time = 0;
    QString cluster;
    QString person;
    QString title; ///< what was changed, in words
    QStringList nodes;
    bool ok = false;
    QString summary; ///< how it ended, node by node
    QString sha256;  ///< of the cluster's text
    friend bool operator==(const DeployRecord &, const DeployRecord &) = default;
};

struct StoredEvent {
    QString node;
    wire::Event event;
    friend bool operator==(const StoredEvent &, const StoredEvent &) = default;
};

/// Events and deploys in a database, so that the desk knows what happened while it was closed.
///
/// Events are written behind, many in one transaction; whatever reads sees them all. An event told twice is stored
/// once. Errors after opening are told by problem(), and the desk goes on without history.
/// Threading: the GUI thread. Cost: about 10 µs for each event, no more than one disk write a second.
class History : public QObject
{
    Q_OBJECT

public:
    /// Opens or makes an SQLite file and brings it to the present schema.
    [[nodiscard]] static Result<std::unique_ptr<History>> open(const QString &path);
    ~History() override;

    void addEvent(const QString &node, const wire::Event &event);
    void addDeploy(const DeployRecord &deploy);

    /// Id of the last event stored of a node, to resume its stream from; 0: none.
    [[nodiscard]] quint64 lastEventId(const QString &node);
    /// Newest first. `before` 0: from the newest on.
    [[nodiscard]] std::vector<StoredEvent> events(int limit, WallMillis before = 0);
    [[nodiscard]] std::vector<DeployRecord> deploys(int limit);
    /// Forgets events older than this.
    void forgetEventsBefore(WallMillis time);
    /// Writes what waits.
    void flush();

signals:
    void problem(const QString &text);

private:
    explicit History(const QString &connection);
    void report(const QString &what);

    QString connection_;
    QSqlDatabase database_;
    QTimer write_;
    std::vector<StoredEvent> waiting_;
    qint64 sequence_ = 0;
};

} // namespace twinhelm::desk
