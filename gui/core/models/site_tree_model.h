#pragma once

#include <memory>

#include <QAbstractItemModel>
#include <QPointer>

#include "gui/core/live/live_cluster.h"
#include "gui/core/site/site.h"

namespace twinhelm::desk
{

/// site > clusters > nodes and instances; nodes of no cluster stand below the site.
class SiteTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Kind { Site, Cluster, Node, Instance };
    enum Role {
        KindRole = Qt::UserRole + 1, ///< int of Kind
        NameRole,
        ClusterRole, ///< name of the cluster the entry belongs to; empty for the site
        VerdictRole, ///< int of desk::Verdict, for the site (gravest) and clusters
        LampRole,    ///< int of desk::Lamp, for nodes
        BadgeRole,   ///< short text at the right edge: "2 problems", "unsaved", "12 s"
    };

    explicit SiteTreeModel(QObject *parent = nullptr);
    ~SiteTreeModel() override;

    void setSite(Site *site);
    /// Live data of a cluster; call again after setSite().
    void setCluster(const QString &name, LiveCluster *live);
    /// Badge of a cluster, from its document.
    void setBadge(const QString &cluster, const QString &badge);
    [[nodiscard]] QModelIndex indexOf(Kind kind, const QString &name, const QString &cluster = {}) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Item;
    void rebuild();
    void refreshCluster(const QString &name);
    void syncInstances(Item &cluster, LiveCluster *live);
    [[nodiscard]] QModelIndex indexOf(const Item &item) const;
    [[nodiscard]] Verdict siteVerdict() const;
    [[nodiscard]] QVariant nodeData(const QString &node, LiveCluster *live, int role) const;

    QPointer<Site> site_;
    QHash<QString, QPointer<LiveCluster>> live_;
    QHash<QString, QString> badges_;
    std::unique_ptr<Item> root_;
};

} // namespace twinhelm::desk
