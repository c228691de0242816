#include "gui/widgets/pages/what_if_panel.h"

#include <algorithm>

#include <QHeaderView>
#include <QLabel>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include "gui/core/models/what_if_model.h"
#include "gui/widgets/object_names.h"
#include "gui/widgets/shared/parts.h"
#include "gui/widgets/shared/tables.h"
#include "gui/widgets/theme/colours.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

namespace
{

/// Says by its colour and a mark how bad it is that this fails.
class OutcomeDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto outcome = static_cast<WhatIfModel::Outcome>(index.data(WhatIfModel::OutcomeRole).toInt());
        const bool bad = outcome == WhatIfModel::Outcome::Nobody || outcome == WhatIfModel::Outcome::SplitBrain;
        const QColor colour = bad                                      ? colours().fault
                              : outcome == WhatIfModel::Outcome::Stays ? colours().secondary
                                                                       : colours().text;
        option->palette.setColor(QPalette::Text, colour);
        option->palette.setColor(QPalette::HighlightedText, colour);
        if (bad) {
            option->features |= QStyleOptionViewItem::HasDecoration;
            option->icon = icon(QStringLiteral("error"), IconTint::Error);
            option->decorationSize = {metrics::icon, metrics::icon};
        }
    }
};

} // namespace

WhatIfPanel::WhatIfPanel(QWidget *parent)
    : QWidget(parent), model_(std::make_unique<WhatIfModel>()), table_(new QTableView),
      summary_(parts::section(QString()))
{
    summary_->setObjectName(QLatin1String(names::whatIfSummary));
    table_->setObjectName(QLatin1String(names::whatIfTable));
    table_->setAccessibleName(tr("What if something fails"));
    table_->setModel(model_.get());
    tables::dress(table_, WhatIfModel::AfterColumn);
    table_->setItemDelegateForColumn(WhatIfModel::HolderColumn, new OutcomeDelegate(table_));
    setFocusProxy(table_);
    auto *column = parts::column(this, 0, metrics::unit);
    column->setContentsMargins(metrics::margin, metrics::gap, metrics::margin, metrics::gap);
    column->addWidget(summary_);
    column->addWidget(table_, 1);
    constexpr int rowHeight = metrics::rowHeight - metrics::unit;
    table_->verticalHeader()->setMinimumSectionSize(rowHeight);
    table_->verticalHeader()->setDefaultSectionSize(rowHeight);
    constexpr int rows = 5; // the rest scrolls
    setFixedHeight(summary_->sizeHint().height() + 2 * metrics::gap + metrics::unit + metrics::rowHeight +
                   rows * rowHeight);
    connect(model_.get(), &WhatIfModel::changed, this, &WhatIfPanel::showSummary);
    showSummary();
}

WhatIfPanel::~WhatIfPanel() = default;

void WhatIfPanel::setDocument(Document *document)
{
    model_->setDocument(document);
}

void WhatIfPanel::showEvent(QShowEvent *event)
{
    model_->setWatched(true);
    QWidget::showEvent(event);
}

void WhatIfPanel::hideEvent(QHideEvent *event)
{
    model_->setWatched(false);
    QWidget::hideEvent(event);
}

void WhatIfPanel::showSummary()
{
    const int nobody = model_->count(WhatIfModel::Outcome::Nobody);
    const int both = model_->count(WhatIfModel::Outcome::SplitBrain);
    QStringList said;
    if (nobody > 0)
        said << tr("Failures that leave addresses with nobody: %1").arg(nobody);
    if (both > 0)
        said << tr("Failures that make a split brain: %1").arg(both);
    if (said.isEmpty() && model_->rowCount() > 0)
        said << tr("Whatever fails alone, one node holds each address");
    if (model_->rowCount() == 0 && !model_->isBusy())
        said << tr("No virtual address moves in this configuration");
    if (!model_->remark().isEmpty())
        said << model_->remark();
    summary_->setText(said.join(QStringLiteral("  ·  ")));
}

} // namespace twinhelm::desk
