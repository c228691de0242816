#include "gui/widgets/pages/live_tables.h"

#include <algorithm>

#include <QHeaderView>
#include <QTableView>

#include "gui/core/models/event_model.h"
#include "gui/core/models/vip_model.h"
#include "gui/widgets/object_names.h"
#include "gui/widgets/shared/lamp_delegate.h"
#include "gui/widgets/shared/severity_delegate.h"
#include "gui/widgets/shared/tables.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk::live_tables
{

namespace
{

constexpr int instanceRow = 60;
constexpr int mostRows = 8;

} // namespace

QTableView *makeInstances(QAbstractItemModel *model)
{
    auto *table = new QTableView;
    table->setObjectName(QLatin1String(names::instanceTable));
    table->setAccessibleName(QTableView::tr("Instances by node"));
    table->setModel(model);
    tables::dress(table, -1);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    QHeaderView *rows = table->verticalHeader();
    rows->show();
    rows->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    rows->setSectionResizeMode(QHeaderView::Fixed);
    rows->setDefaultSectionSize(instanceRow);
    rows->setHighlightSections(false);
    table->setItemDelegate(new LampDelegate(table));
    return table;
}

QTableView *makeVips(QAbstractItemModel *model)
{
    auto *table = new QTableView;
    table->setObjectName(QLatin1String(names::vipTable));
    table->setAccessibleName(QTableView::tr("Virtual addresses"));
    table->setModel(model);
    tables::dress(table, VipModel::WhereColumn);
    return table;
}

QTableView *makeEvents()
{
    auto *table = new QTableView;
    table->setObjectName(QLatin1String(names::eventTable));
    table->setAccessibleName(QTableView::tr("Events"));
    return table;
}

void dressEvents(QTableView *table)
{
    tables::dress(table, EventModel::TextColumn);
    // Measuring thousands of rows at each event would be felt; these are wide enough for what they hold.
    QHeaderView *header = table->horizontalHeader();
    const QFontMetrics font = table->fontMetrics();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(EventModel::TextColumn, QHeaderView::Stretch);
    header->resizeSection(EventModel::TimeColumn, font.horizontalAdvance(QStringLiteral("0000-00-00 00:00:00.0000")));
    header->resizeSection(EventModel::NodeColumn, font.horizontalAdvance(QStringLiteral("balancer-01")));
    header->resizeSection(EventModel::SubjectColumn, font.horizontalAdvance(QStringLiteral("VI_GATEWAY_1")));
    header->resizeSection(EventModel::CauseColumn, font.horizontalAdvance(QStringLiteral("master down timer ran out")));
    table->setItemDelegateForColumn(EventModel::TextColumn, new SeverityDelegate(EventModel::SeverityRole, table));
}

void fitHeight(QTableView *table)
{
    const int rows = std::clamp(table->model() ? table->model()->rowCount() : 0, 1, mostRows);
    const int header = std::max(metrics::rowHeight, table->horizontalHeader()->sizeHint().height());
    table->setFixedHeight(header + rows * table->verticalHeader()->defaultSectionSize() + 2 * table->frameWidth() + 2);
}

} // namespace twinhelm::desk::live_tables
