#include "gui/widgets/form/block_form.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "gui/core/presenters/block_form_presenter.h"
#include "gui/widgets/form/form_row_widget.h"
#include "gui/widgets/object_names.h"
#include "gui/widgets/shared/empty_state.h"
#include "gui/widgets/shared/parts.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

BlockForm::BlockForm(QWidget *parent)
    : QWidget(parent), title_(parts::title(QString())), kind_(parts::secondary(QString())), head_(new QWidget),
      scroll_(new QScrollArea)
{
    title_->setObjectName(QLatin1String(names::formTitle));
    title_->setMinimumWidth(1);
    auto *headColumn = parts::column(head_, 0, 0);
    headColumn->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, 0);
    headColumn->addWidget(title_);
    headColumn->addWidget(kind_);

    empty_ = new EmptyState(QStringLiteral("form"), QString(), QString());
    connect(empty_->addButton(tr("Edit as &text"), QStringLiteral("text"), names::editAsTextButton),
            &QPushButton::clicked, this, &BlockForm::textWanted);

    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = parts::column(this, 0, 0);
    column->addWidget(head_);
    column->addWidget(scroll_, 1);
    column->addWidget(empty_, 1);
    rebuild();
}

void BlockForm::setPresenter(BlockFormPresenter *presenter)
{
    if (presenter_)
        disconnect(presenter_, nullptr, this, nullptr);
    presenter_ = presenter;
    if (presenter_) {
        connect(presenter_, &BlockFormPresenter::rowsReset, this, &BlockForm::rebuild);
        connect(presenter_, &BlockFormPresenter::rowChanged, this, &BlockForm::updateRow);
    }
    rebuild();
}

void BlockForm::showHead()
{
    const bool shown = presenter_ && !presenter_->rows().isEmpty();
    head_->setVisible(shown);
    scroll_->setVisible(shown);
    empty_->setVisible(!shown);
    if (!shown) {
        showEmpty();
        return;
    }
    title_->setText(presenter_->title());
    kind_->setText(presenter_->summary());
    kind_->setVisible(!kind_->text().isEmpty());
}

void BlockForm::showEmpty()
{
    if (presenter_ && !presenter_->block().empty())
        empty_->setText(tr("No form for %1").arg(presenter_->title()),
                        tr("No version of keepalived knows this block, so only its text can be changed."));
    else
        empty_->setText(tr("Nothing to edit yet"),
                        tr("Add an instance with the button above the list, or write the configuration as text; a form "
                           "appears for each of its blocks."));
}

void BlockForm::rebuild()
{
    rows_.clear();
    showHead();
    auto *page = new QWidget;
    page->setProperty("role", QLatin1String("page"));
    auto *column = parts::column(page, metrics::gap, metrics::gap);
    moreRows_ = new QWidget;
    auto *moreColumn = parts::column(moreRows_, 0, metrics::gap);
    if (presenter_) {
        for (const FormRow &row : presenter_->rows())
            addRow(row.key, row.basic ? column : moreColumn);
    }
    more_ = parts::button(QString(), QString(), names::moreFieldsButton);
    more_->setProperty("kind", QLatin1String("link"));
    connect(more_, &QPushButton::clicked, this, [this] { showMore(!moreShown_); });
    column->addWidget(more_, 0, Qt::AlignLeft);
    column->addWidget(moreRows_);
    column->addStretch();
    // Later: this may run inside a signal of one of the old rows.
    if (QWidget *old = scroll_->takeWidget())
        old->deleteLater();
    scroll_->setWidget(page);
    showMore(moreShown_);
}

FormRowWidget *BlockForm::addRow(const QString &key, QVBoxLayout *into)
{
    auto *made = new FormRowWidget(*presenter_->row(key));
    into->addWidget(made);
    rows_.insert(key, made);
    connect(made, &FormRowWidget::edited, presenter_, &BlockFormPresenter::setValue);
    connect(made, &FormRowWidget::splitWanted, presenter_, &BlockFormPresenter::split);
    connect(made, &FormRowWidget::joinWanted, presenter_, [this](const QString &k) { presenter_->join(k); });
    connect(made, &FormRowWidget::clearWanted, presenter_, [this](const QString &k) { presenter_->clearValue(k); });
    return made;
}

void BlockForm::updateRow(const QString &key)
{
    const FormRow *row = presenter_ ? presenter_->row(key) : nullptr;
    if (FormRowWidget *shown = rows_.value(key); shown && row)
        shown->showRow(*row);
}

void BlockForm::showMore(bool shown)
{
    moreShown_ = shown;
    const int count = moreRows_->layout()->count();
    more_->setVisible(count > 0);
    more_->setText(shown ? tr("Show &fewer settings") : tr("Show &more settings (%1)").arg(count));
    more_->setIcon(icon(shown ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"), IconTint::Accent));
    moreRows_->setVisible(shown);
}

} // namespace twinhelm::desk
