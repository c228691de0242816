#pragma once

#include <QAbstractTableModel>
#include <QPointer>

#include "gui/core/live/live_cluster.h"

namespace twinhelm::desk
{

/// One row for each VIP of a cluster: where it is now.
class VipModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { AddressColumn, WhereColumn, InstanceColumn, ColumnCount };
    enum Place { OnOneNode, OnSeveralNodes, Nowhere, NotKnown };
    enum Role { PlaceRole = Qt::UserRole + 1, NodesRole };

    explicit VipModel(QObject *parent = nullptr);
    void setCluster(LiveCluster *cluster);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refresh();

    QPointer<LiveCluster> cluster_;
    QList<VipLocation> rows_;
};

} // namespace twinhelm::desk
