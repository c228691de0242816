#include "gui/core/models/vip_model.h"

#include <algorithm>

namespace twinhelm::desk
{

namespace
{

VipModel::Place placeOf(const VipLocation &vip)
{
    if (vip.nodes.size() > 1)
        return VipModel::OnSeveralNodes;
    if (vip.nodes.size() == 1)
        return VipModel::OnOneNode;
    return vip.unknown.isEmpty() ? VipModel::Nowhere : VipModel::NotKnown;
}

QString whereText(const VipLocation &vip)
{
    switch (placeOf(vip)) {
    case VipModel::OnOneNode: return vip.nodes.front();
    case VipModel::OnSeveralNodes:
        return VipModel::tr("on %1 at the same time").arg(vip.nodes.join(VipModel::tr(" and ")));
    case VipModel::Nowhere: return VipModel::tr("nowhere");
    case VipModel::NotKnown: return VipModel::tr("unknown");
    }
    return {};
}

QString tooltip(const VipLocation &vip)
{
    QStringList lines{VipModel::tr("%1 of %2: %3").arg(vip.address, vip.instance, whereText(vip))};
    if (vip.excluded)
        lines << VipModel::tr("Moves with the instance but is not carried in advertisements.");
    if (!vip.unknown.isEmpty())
        lines << VipModel::tr("Nothing is heard from %1.").arg(vip.unknown.join(VipModel::tr(", ")));
    return lines.join(u'\n');
}

} // namespace

void VipModel::refresh()
{
    const auto rows = cluster() ? cluster()->vips() : QList<VipLocation>();
    if (rows == rows_)
        return;
    takeRows(
        std::equal(rows.begin(), rows.end(), rows_.begin(), rows_.end(),
                   [](const auto &a, const auto &b) { return a.address == b.address && a.instance == b.instance; }),
        [&] { rows_ = rows; });
}

int VipModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int VipModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant VipModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto &vip = rows_[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case AddressColumn: return vip.address;
        case WhereColumn: return whereText(vip);
        case InstanceColumn: return vip.instance;
        default: return {};
        }
    case Qt::ToolTipRole: return tooltip(vip);
    case PlaceRole: return static_cast<int>(placeOf(vip));
    case NodesRole: return vip.nodes;
    default: return {};
    }
}

QVariant VipModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case AddressColumn: return tr("Address");
    case WhereColumn: return tr("Now on");
    case InstanceColumn: return tr("Instance");
    default: return {};
    }
}

} // namespace twinhelm::desk
