#pragma once

#include "gui/core/models/cluster_table_model.h"

namespace twinhelm::desk
{

/// One row for each VIP of a cluster: where it is now.
class VipModel : public ClusterTableModel
{
    Q_OBJECT

public:
    enum Column { AddressColumn, WhereColumn, InstanceColumn, ColumnCount };
    enum Place { OnOneNode, OnSeveralNodes, Nowhere, NotKnown };
    enum Role { PlaceRole = Qt::UserRole + 1, NodesRole };

    using ClusterTableModel::ClusterTableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refresh() override;

    QList<VipLocation> rows_;
};

} // namespace twinhelm::desk
