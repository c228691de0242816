#include "gui/widgets/pages/problems_panel.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

#include "gui/core/base/qt_text.h"
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
      summary_(parts::section(QString())), fix_(parts::button(QString(), QStringLiteral("check"), names::problemsFix))
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
    auto *head = new QHBoxLayout;
    head->addWidget(summary_, 1);
    head->addWidget(fix_);
    column->addLayout(head);
    column->addWidget(table_, 1);
    auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Period), this);
    shortcut->setContext(Qt::WindowShortcut);

    connect(table_, &QTableView::activated, this, [this](const QModelIndex &index) { jumpToRow(index.row()); });
    connect(table_, &QTableView::clicked, this, [this](const QModelIndex &index) { jumpToRow(index.row()); });
    connect(shortcut, &QShortcut::activated, fix_, &QPushButton::click);
    connect(fix_, &QPushButton::clicked, this, [this] {
        if (!fix_->menu())
            fix(0);
    });
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ProblemsPanel::showFixes);
    connect(model_.get(), &ProblemsModel::countsChanged, this, &ProblemsPanel::showSummary);
    connect(model_.get(), &QAbstractItemModel::modelReset, this, &ProblemsPanel::showSummary);
    showSummary();
}

ProblemsPanel::~ProblemsPanel() = default;

void ProblemsPanel::setDocument(Document *document)
{
    document_ = document;
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
    showFixes();
    const int head = std::max(summary_->sizeHint().height(), all > 0 ? fix_->sizeHint().height() : 0);
    setFixedHeight(head + 2 * metrics::gap + (rows > 0 ? metrics::unit + (rows + 1) * metrics::rowHeight + 4 : 0));
    if (all == 0)
        summary_->setText(tr("No problems found"));
    else if (errors == 0)
        summary_->setText(tr("Things to look at: %1").arg(all));
    else
        summary_->setText(all > errors ? tr("Errors: %1, other findings: %2").arg(errors).arg(all - errors)
                                       : tr("Errors: %1").arg(errors));
}

void ProblemsPanel::showFixes()
{
    // Of the row a person stands on; with a single problem, of that.
    const int row = model_->rowCount() == 1 ? 0 : table_->currentIndex().row();
    const Problem *problem = model_->problemAt(row);
    const bool any = problem && !problem->fixes.empty();
    if (auto *old = fix_->menu()) {
        fix_->setMenu(nullptr);
        old->deleteLater();
    }
    // Hidden rather than grey: most findings have no certain mend.
    fix_->setVisible(any);
    if (!any)
        return;
    if (problem->fixes.size() == 1) {
        fix_->setText(toQt(problem->fixes.front().title));
        fix_->setToolTip(tr("Ctrl+.: change the text so. Undo takes it back."));
        return;
    }
    auto *menu = new QMenu(fix_);
    for (std::size_t i = 0; i < problem->fixes.size(); ++i)
        menu->addAction(toQt(problem->fixes[i].title), this, [this, i] { fix(i); });
    fix_->setText(tr("Mend"));
    fix_->setMenu(menu);
}

void ProblemsPanel::fix(std::size_t which)
{
    const int row = model_->rowCount() == 1 ? 0 : table_->currentIndex().row();
    if (const Problem *problem = model_->problemAt(row); problem && document_) {
        // A copy: mending makes the list anew.
        const Problem chosen = *problem;
        document_->applyFix(chosen, which);
    }
}

void ProblemsPanel::jumpToRow(int row)
{
    const Problem *problem = model_->problemAt(row);
    if (problem && problem->place.inDocument())
        emit jumpWanted(problem->place.begin, problem->place.end);
}

} // namespace twinhelm::desk
