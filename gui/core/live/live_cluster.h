#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include "gui/core/live/node_feed.h"
#include "gui/core/live/verdict.h"

namespace twinhelm::desk
{

/// Where one VIP is now.
struct VipLocation {
    QString address;
    QString instance;
    QStringList nodes;   ///< where it is present, by fresh knowledge only
    QStringList unknown; ///< silent nodes that may have it
    bool excluded = false;
    friend bool operator==(const VipLocation &, const VipLocation &) = default;
};

/// The header lamp of one node.
struct NodeHeader {
    QString name;
    NodeStatus status = NodeStatus::Connecting;
    Lamp lamp = Lamp::Unknown; ///< the gravest of its instances: FAULT, then MASTER, then the rest
    qint64 ageMs = -1;
    WallMillis lastHeard = 0;
    QString error;
};

/// The nodes of one cluster seen together. Recomputed on each change of a feed and every half second, since getting
/// old is a change too. Feeds are not owned and must outlive this object or be removed by setFeeds().
class LiveCluster : public QObject
{
    Q_OBJECT

public:
    LiveCluster(QString name, Clock clock, QObject *parent = nullptr);

    [[nodiscard]] QString name() const { return name_; }
    [[nodiscard]] QStringList nodes() const;
    [[nodiscard]] const QList<NodeFeed *> &feeds() const { return feeds_; }
    void setFeeds(const QList<NodeFeed *> &feeds);
    /// Instances the configuration has, shown even before any node told of them, and the nodes it gives each to; an
    /// instance without an entry is for every node.
    void setExpectedInstances(const QStringList &names, const QHash<QString, QStringList> &nodesOf = {});

    [[nodiscard]] const QList<InstanceLive> &instances() const { return instances_; }
    [[nodiscard]] const QList<VipLocation> &vips() const { return vips_; }
    [[nodiscard]] const Judgement &judgement() const { return judgement_; }
    [[nodiscard]] QList<NodeHeader> nodeHeaders() const;

    /// Recomputes with the present time.
    void refresh();

signals:
    /// Anything visible changed, ages included.
    void changed();
    void judgementChanged(const twinhelm::desk::Judgement &judgement);
    void eventReceived(const QString &node, const twinhelm::wire::Event &event);

private:
    [[nodiscard]] InstanceCell cellFor(const NodeFeed &feed, const QString &instance, const Instant &now) const;

    QString name_;
    Clock clock_;
    QList<NodeFeed *> feeds_;
    QStringList expected_;
    QHash<QString, QStringList> nodesOf_;
    QList<InstanceLive> instances_;
    QList<VipLocation> vips_;
    Judgement judgement_;
    QTimer tick_;
};

} // namespace twinhelm::desk
