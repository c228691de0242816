#include "gui/widgets/pages/live_tables.h"

#include <algorithm>

#include <QHeaderView>
#include <QTableView>

#include "gui/core/models/event_model.h"
#include "gui/core/models/vip_model.h"
#include "gui/widgets/object_names.h"
#include "gui/widgets/pages/live_page.h"
#include "gui/widgets/shared/lamp_delegate.h"
#include "gui/widgets/shared/severity_delegate.h"
#include "gui/widgets/shared/tables.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk::live_tables
{

namespace
{

constexpr int mostRows = 8;

} // namespace

QTableView *makeInstances(QAbstractItemModel *model)
{
    auto *table = new QTableView;
    table->setObjectName(QLatin1String(names::instanceTable));
    table->setAccessibleName(LivePage::tr("Instances by node"));
    table->setModel(model);
    tables::dress(table, -1);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    QHeaderView *rows = table->verticalHeader();
    rows->show();
    rows->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    rows->setSectionResizeMode(QHeaderView::ResizeToContents);
    rows->setHighlightSections(false);
    table->setWordWrap(true);
    table->setItemDelegate(new LampDelegate(table));
    return table;
}

QTableView *makeVips(QAbstractItemModel *model)
{
    auto *table = new QTableView;
    table->setObjectName(QLatin1String(names::vipTable));
    table->setAccessibleName(LivePage::tr("Virtual addresses"));
    table->setModel(model);
    tables::dress(table, VipModel::WhereColumn);
    return table;
}

QTableView *makeEvents()
{
    auto *table = new QTableView;
    table->setObjectName(QLatin1String(names::eventTable));
    table->setAccessibleName(LivePage::tr("Events"));
    return table;
}

void dressEvents(QTableView *table)
{
    tables::dress(table, EventModel::TextColumn);
    // Only what is in view is measured: looking at thousands of rows at each event would be felt.
    table->horizontalHeader()->setResizeContentsPrecision(0);
    table->setItemDelegateForColumn(EventModel::TextColumn, new SeverityDelegate(EventModel::SeverityRole, table));
}

void fitHeight(QTableView *table)
{
    const int rows = std::min(table->model() ? table->model()->rowCount() : 0, mostRows);
    int height = std::max(metrics::rowHeight, table->horizontalHeader()->sizeHint().height());
    for (int row = 0; row < rows; ++row)
        height += table->rowHeight(row);
    table->setFixedHeight(height + 2 * table->frameWidth() + 2);
}

} // namespace twinhelm::desk::live_tables
