#pragma once

#include "gui/core/models/cluster_table_model.h"

namespace twinhelm::desk
{

/// Rows are instances, columns are nodes, a cell is a lamp with text. Header texts are the names.
class InstanceStatusModel : public ClusterTableModel
{
    Q_OBJECT

public:
    enum Role {
        LampRole = Qt::UserRole + 1, ///< int of desk::Lamp
        AgeMsRole,                   ///< qint64, since the node was last heard; -1 never
        DetailRole,                  ///< second line: "for 3 min, priority 150" or "last known MASTER"
        FreshRole,                   ///< bool
        InstanceRole,
        NodeRole,
        HeldBackRole, ///< bool: handed over by an operator, release() brings it back
    };

    using ClusterTableModel::ClusterTableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refresh() override;

    QList<InstanceLive> rows_;
    QStringList nodes_;
};

} // namespace twinhelm::desk
