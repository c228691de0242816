#pragma once

#include <QAbstractTableModel>
#include <QPointer>

#include "gui/core/live/live_cluster.h"

namespace twinhelm::desk
{

/// A flat table that follows a LiveCluster and is empty without one. Tables below only say what their rows are.
class ClusterTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;
    /// Not owned; nullptr empties the model, and so does the cluster's end.
    void setCluster(LiveCluster *cluster)
    {
        if (cluster_)
            cluster_->disconnect(this);
        cluster_ = cluster;
        if (cluster_) {
            connect(cluster_, &LiveCluster::changed, this, &ClusterTableModel::refresh);
            connect(cluster_, &QObject::destroyed, this, &ClusterTableModel::refresh);
        }
        refresh();
    }

protected:
    /// Takes the cluster's present rows.
    virtual void refresh() = 0;
    [[nodiscard]] LiveCluster *cluster() const { return cluster_; }

    /// New rows of the same shape change in place, so that a selection stays; others reset the table.
    template<typename Take>
    void takeRows(bool sameShape, Take take)
    {
        if (!sameShape)
            beginResetModel();
        take();
        if (!sameShape)
            endResetModel();
        else if (rowCount() > 0 && columnCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }

private:
    QPointer<LiveCluster> cluster_;
};

} // namespace twinhelm::desk
