#include "gui/core/models/instance_status_model.h"

#include <algorithm>

#include <QDateTime>

namespace twinhelm::desk
{

namespace
{

QString cellText(const InstanceCell &cell)
{
    if (!cell.fresh && cell.lastHeard != 0)
        return InstanceStatusModel::tr("unknown since %1")
            .arg(QDateTime::fromMSecsSinceEpoch(cell.lastHeard).toString(QStringLiteral("HH:mm:ss")));
    if (cell.fresh && !cell.configured)
        return cell.expected ? InstanceStatusModel::tr("not running") : InstanceStatusModel::tr("not configured");
    return lampText(cell.lamp);
}

QString detailText(const InstanceCell &cell)
{
    if (!cell.configured)
        return {};
    if (!cell.fresh)
        return InstanceStatusModel::tr("last known %1").arg(lampText(cell.lastLamp));
    QStringList parts;
    if (cell.stateForMs >= 0)
        parts << InstanceStatusModel::tr("for %1").arg(ageText(cell.stateForMs));
    parts
        << (cell.effectivePriority == cell.basePriority
                ? InstanceStatusModel::tr("priority %1").arg(cell.effectivePriority)
                : InstanceStatusModel::tr("priority %1 (base %2)").arg(cell.effectivePriority).arg(cell.basePriority));
    if (cell.heldBack)
        parts << InstanceStatusModel::tr("held back");
    return parts.join(InstanceStatusModel::tr(", "));
}

QString tooltip(const InstanceLive &instance, const InstanceCell &cell)
{
    QStringList lines{InstanceStatusModel::tr("%1 on %2: %3").arg(instance.name, cell.node, cellText(cell))};
    if (const auto detail = detailText(cell); !detail.isEmpty())
        lines << detail;
    if (cell.priorityParts.size() > 1)
        lines << InstanceStatusModel::tr("Priority %1 is %2")
                     .arg(cell.effectivePriority)
                     .arg(cell.priorityParts.join(InstanceStatusModel::tr(", ")));
    if (!cell.cause.isEmpty())
        lines << InstanceStatusModel::tr("Cause: %1").arg(QString(cell.cause).replace(u'_', u' '));
    for (const auto &fault : cell.faults)
        lines << InstanceStatusModel::tr("Fault: %1").arg(fault);
    if (!cell.interface.isEmpty())
        lines << InstanceStatusModel::tr("Interface: %1").arg(cell.interface);
    if (cell.ageMs >= 0)
        lines << InstanceStatusModel::tr("Heard %1 ago").arg(ageText(cell.ageMs));
    return lines.join(u'\n');
}

} // namespace

void InstanceStatusModel::refresh()
{
    const auto rows = cluster() ? cluster()->instances() : QList<InstanceLive>();
    const auto nodes = cluster() ? cluster()->nodes() : QStringList();
    const bool sameShape = nodes == nodes_ && std::equal(rows.begin(), rows.end(), rows_.begin(), rows_.end(),
                                                         [](const auto &a, const auto &b) { return a.name == b.name; });
    takeRows(sameShape, [&] {
        rows_ = rows;
        nodes_ = nodes;
    });
}

int InstanceStatusModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int InstanceStatusModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(nodes_.size());
}

QVariant InstanceStatusModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
        return {};
    const auto &instance = rows_[index.row()];
    const auto &cell = instance.cells[index.column()];
    switch (role) {
    case Qt::DisplayRole: return cellText(cell);
    case Qt::ToolTipRole: return tooltip(instance, cell);
    case LampRole: return static_cast<int>(cell.lamp);
    case AgeMsRole: return cell.ageMs;
    case DetailRole: return detailText(cell);
    case FreshRole: return cell.fresh;
    case InstanceRole: return instance.name;
    case NodeRole: return cell.node;
    case HeldBackRole: return cell.fresh && cell.heldBack;
    default: return {};
    }
}

QVariant InstanceStatusModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || section < 0)
        return {};
    if (orientation == Qt::Horizontal)
        return section < nodes_.size() ? nodes_[section] : QVariant();
    return section < rows_.size() ? rows_[section].name : QVariant();
}

} // namespace twinhelm::desk
