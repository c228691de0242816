#include "gui/widgets/form/instance_form.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "gui/core/presenters/instance_form_presenter.h"
#include "gui/widgets/form/form_row_widget.h"
#include "gui/widgets/object_names.h"
#include "gui/widgets/shared/empty_state.h"
#include "gui/widgets/shared/parts.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

InstanceForm::InstanceForm(QWidget *parent)
    : QWidget(parent), instances_(new QComboBox), chooser_(new QWidget), scroll_(new QScrollArea)
{
    instances_->setObjectName(QLatin1String(names::instanceChooser));
    auto *caption = new QLabel(tr("&Instance"));
    caption->setBuddy(instances_);
    auto *chooserRow = new QHBoxLayout(chooser_);
    chooserRow->setContentsMargins(metrics::margin, metrics::gap, metrics::margin, 0);
    chooserRow->setSpacing(metrics::unit);
    chooserRow->addWidget(caption);
    chooserRow->addWidget(instances_, 1);

    empty_ = new EmptyState(QStringLiteral("form"), tr("No VRRP instance yet"),
                            tr("A vrrp_instance block says which virtual addresses move between the nodes, and who "
                               "holds them. Write the first one as text; the form appears with it."));
    connect(empty_->addButton(tr("Edit as &text"), QStringLiteral("text"), names::editAsTextButton),
            &QPushButton::clicked, this, &InstanceForm::textWanted);

    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = parts::column(this, 0, 0);
    column->addWidget(chooser_);
    column->addWidget(scroll_, 1);
    column->addWidget(empty_, 1);
    connect(instances_, &QComboBox::textActivated, this, [this](const QString &name) {
        if (presenter_)
            presenter_->setInstance(name);
    });
}

void InstanceForm::setPresenter(InstanceFormPresenter *presenter)
{
    if (presenter_)
        disconnect(presenter_, nullptr, this, nullptr);
    presenter_ = presenter;
    if (presenter_) {
        connect(presenter_, &InstanceFormPresenter::rowsReset, this, &InstanceForm::rebuild);
        connect(presenter_, &InstanceFormPresenter::rowChanged, this, &InstanceForm::updateRow);
        connect(presenter_, &InstanceFormPresenter::instancesChanged, this, &InstanceForm::showInstances);
    }
    showInstances();
    rebuild();
}

void InstanceForm::showInstances()
{
    const QSignalBlocker quiet(instances_);
    const QStringList all = presenter_ ? presenter_->instances() : QStringList();
    instances_->clear();
    instances_->addItems(all);
    if (presenter_ && !all.isEmpty() && !all.contains(presenter_->instance()))
        presenter_->setInstance(all.first());
    if (presenter_)
        instances_->setCurrentText(presenter_->instance());
    chooser_->setVisible(!all.isEmpty());
    scroll_->setVisible(!all.isEmpty());
    empty_->setVisible(all.isEmpty());
}

void InstanceForm::rebuild()
{
    rows_.clear();
    auto *page = new QWidget;
    page->setProperty("role", QLatin1String("page"));
    auto *column = parts::column(page, metrics::margin, metrics::gap);
    column->setContentsMargins(metrics::margin, metrics::gap, metrics::margin, metrics::margin);
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
    if (presenter_ && presenter_->instance() != instances_->currentText())
        showInstances();
    showMore(moreShown_);
}

FormRowWidget *InstanceForm::addRow(const QString &key, QVBoxLayout *into)
{
    auto *made = new FormRowWidget(*presenter_->row(key));
    into->addWidget(made);
    rows_.insert(key, made);
    connect(made, &FormRowWidget::edited, presenter_, &InstanceFormPresenter::setValue);
    connect(made, &FormRowWidget::splitWanted, presenter_, &InstanceFormPresenter::split);
    connect(made, &FormRowWidget::joinWanted, presenter_, [this](const QString &k) { presenter_->join(k); });
    connect(made, &FormRowWidget::clearWanted, presenter_, [this](const QString &k) { presenter_->clearValue(k); });
    return made;
}

void InstanceForm::updateRow(const QString &key)
{
    const FormRow *row = presenter_ ? presenter_->row(key) : nullptr;
    if (FormRowWidget *shown = rows_.value(key); shown && row)
        shown->showRow(*row);
}

void InstanceForm::showMore(bool shown)
{
    moreShown_ = shown;
    const int count = moreRows_->layout()->count();
    more_->setVisible(count > 0);
    more_->setText(shown ? tr("Show &fewer settings") : tr("Show &more settings (%1)").arg(count));
    more_->setIcon(icon(shown ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"), IconTint::Accent));
    moreRows_->setVisible(shown);
}

} // namespace twinhelm::desk
