#include "gui/widgets/pages/problems_panel.h"

#include <algorithm>

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

#include "gui/core/models/problems_model.h"
#include "gui/widgets/object_names.h"
#include "gui/widgets/shared/parts.h"
#include "gui/widgets/shared/severity_delegate.h"
#include "gui/widgets/shared/tables.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

ProblemsPanel::ProblemsPanel(QWidget *parent)
    : QWidget(parent), model_(std::make_unique<ProblemsModel>()), table_(new QTableView),
      summary_(parts::section(QString()))
{
    summary_->setObjectName(QLatin1String(names::problemsSummary));
    table_->setObjectName(QLatin1String(names::problemsTable));
    table_->setAccessibleName(tr("Problems"));
    table_->setModel(model_.get());
    tables::dress(table_, ProblemsModel::MessageColumn);
    table_->setItemDelegateForColumn(ProblemsModel::SeverityColumn,
                                     new SeverityDelegate(ProblemsModel::SeverityRole, table_));
    setFocusProxy(table_);

    auto *column = parts::column(this, 0, metrics::unit);
    column->setContentsMargins(metrics::margin, metrics::gap, metrics::margin, metrics::gap);
    column->addWidget(summary_);
    column->addWidget(table_, 1);

    connect(table_, &QTableView::activated, this, [this](const QModelIndex &index) { jumpToRow(index.row()); });
    connect(table_, &QTableView::clicked, this, [this](const QModelIndex &index) { jumpToRow(index.row()); });
    connect(model_.get(), &ProblemsModel::countsChanged, this, &ProblemsPanel::showSummary);
    connect(model_.get(), &QAbstractItemModel::modelReset, this, &ProblemsPanel::showSummary);
    showSummary();
}

ProblemsPanel::~ProblemsPanel() = default;

void ProblemsPanel::setDocument(Document *document)
{
    model_->setDocument(document);
    showSummary();
}

void ProblemsPanel::showSummary()
{
    const int all = model_->rowCount();
    const int errors = model_->errorCount();
    table_->setVisible(all > 0);
    // As high as what there is to say, up to four rows; the form and the text get the rest.
    const int rows = std::min(all, 4);
    setFixedHeight(summary_->sizeHint().height() + 2 * metrics::gap +
                   (rows > 0 ? metrics::unit + (rows + 1) * metrics::rowHeight + 4 : 0));
    if (all == 0)
        summary_->setText(tr("No problems found"));
    else if (errors == 0)
        summary_->setText(tr("Things to look at: %1").arg(all));
    else
        summary_->setText(all > errors ? tr("Errors: %1, other findings: %2").arg(errors).arg(all - errors)
                                       : tr("Errors: %1").arg(errors));
}

void ProblemsPanel::jumpToRow(int row)
{
    const Problem *problem = model_->problemAt(row);
    if (problem && problem->place.inDocument())
        emit jumpWanted(problem->place.begin, problem->place.end);
}

} // namespace twinhelm::desk
