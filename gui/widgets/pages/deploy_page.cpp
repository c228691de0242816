#include "gui/widgets/pages/deploy_page.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

#include "gui/core/presenters/deploy_presenter.h"
#include "gui/widgets/object_names.h"
#include "gui/widgets/pages/node_run_card.h"
#include "gui/widgets/pages/review_view.h"
#include "gui/widgets/shared/empty_state.h"
#include "gui/widgets/shared/parts.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

DeployPage::DeployPage(QWidget *parent) : QWidget(parent), steps_(new QWidget), cards_(new QHBoxLayout(steps_))
{
    steps_->setObjectName(QLatin1String(names::deploySteps));
    steps_->setProperty("role", QLatin1String("page"));
    cards_->setContentsMargins(0, 0, 0, 0);
    cards_->setSpacing(metrics::gap);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(steps_);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(metrics::gap);
    columns->addWidget(scroll, 3);
    columns->addWidget(makeDetails(), 2);
    auto *column = parts::column(this, metrics::margin, metrics::gap);
    column->addWidget(makeHead());
    column->addLayout(columns, 1);
}

QWidget *DeployPage::makeHead()
{
    verdictFrame_ = new QFrame;
    verdictFrame_->setProperty("role", QLatin1String("card"));
    verdict_ = parts::body(QString());
    verdict_->setObjectName(QLatin1String(names::deployVerdict));
    verdict_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    review_ = parts::button(tr("&Review changes"), QStringLiteral("search"), names::reviewButton);
    deploy_ = parts::primaryButton(tr("Deploy"), QStringLiteral("deploy"), names::deployButton);
    stop_ = parts::button(tr("S&top"), QStringLiteral("close"), names::stopDeployButton);
    stop_->setProperty("kind", QLatin1String("danger"));
    stop_->setToolTip(tr("Stops before the next node, or before this one is changed."));
    auto *row = new QHBoxLayout(verdictFrame_);
    row->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    row->setSpacing(metrics::unit);
    row->addWidget(verdict_, 1);
    row->addSpacing(metrics::unit);
    row->addWidget(review_);
    row->addWidget(stop_);
    row->addWidget(deploy_);
    connect(deploy_, &QPushButton::clicked, this, &DeployPage::deployWanted);
    connect(review_, &QPushButton::clicked, this, [this] {
        if (presenter_)
            presenter_->review();
    });
    connect(stop_, &QPushButton::clicked, this, [this] {
        if (presenter_)
            presenter_->stop();
    });
    return verdictFrame_;
}

QWidget *DeployPage::makeDetails()
{
    output_ = new QPlainTextEdit;
    output_->setObjectName(QLatin1String(names::deployOutput));
    output_->setAccessibleName(tr("Output of the step"));
    output_->setReadOnly(true);
    output_->setPlaceholderText(tr("Choose a step to see its command and what the node printed."));
    output_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    reviewHint_ = new EmptyState(QStringLiteral("search"), tr("See it before you do it"),
                                 tr("Review reads the file of each node and shows line by line what will change."));
    details_ = new QTabWidget;
    details_->setObjectName(QLatin1String(names::reviewTabs));
    details_->setDocumentMode(true);
    details_->addTab(reviewHint_, tr("Changes"));
    details_->addTab(output_, tr("&Output"));
    auto *card = parts::card();
    card->layout()->addWidget(details_);
    return card;
}

void DeployPage::setPresenter(DeployPresenter *presenter)
{
    if (presenter_)
        disconnect(presenter_, nullptr, this, nullptr);
    presenter_ = presenter;
    if (presenter_) {
        connect(presenter_, &DeployPresenter::changed, this, &DeployPage::refresh);
        connect(presenter_, &DeployPresenter::stepChanged, this, &DeployPage::showStep);
        connect(presenter_, &DeployPresenter::reviewChanged, this, &DeployPage::showReviews);
    }
    output_->clear();
    refresh();
    showReviews();
}

void DeployPage::refresh()
{
    const bool busy = presenter_ && presenter_->busy();
    const bool running = busy && presenter_->phase() != DeployPresenter::Phase::Reviewing;
    const bool possible = presenter_ && !busy && presenter_->blocker().isEmpty();
    deploy_->setEnabled(possible);
    deploy_->setText(presenter_ ? presenter_->actionText() : tr("Deploy"));
    review_->setEnabled(possible);
    stop_->setVisible(running);
    stop_->setEnabled(presenter_ && presenter_->phase() == DeployPresenter::Phase::Running);
    showVerdict();
    rebuildCards();
}

void DeployPage::showVerdict()
{
    verdict_->setText(presenter_ ? presenter_->headline() : QString());
    const char *role = "card";
    if (presenter_ && presenter_->phase() == DeployPresenter::Phase::Failed)
        role = "problemBox";
    else if (presenter_ && !presenter_->busy() && !presenter_->blocker().isEmpty())
        role = "noticeBox";
    parts::setStyleProperty(verdictFrame_, "role", QLatin1String(role));
}

void DeployPage::rebuildCards()
{
    const QList<NodeRun> runs = presenter_ ? presenter_->runs() : QList<NodeRun>();
    QString plan;
    for (const NodeRun &run : runs)
        plan += run.node + QLatin1Char('/') + QString::number(run.steps.size()) + QLatin1Char('\n');
    if (plan != plan_) {
        plan_ = plan;
        qDeleteAll(cardOf_);
        cardOf_.clear();
        for (qsizetype i = 0; i < runs.size(); ++i) {
            auto *card = new NodeRunCard(runs[i], static_cast<int>(i) + 1);
            cards_->addWidget(card, 1);
            cardOf_.insert(runs[i].node, card);
            connect(card, &NodeRunCard::stepChosen, this, [this](const QString &node, int step) {
                showStep(node, step);
                details_->setCurrentWidget(output_);
            });
        }
    }
    for (const NodeRun &run : runs)
        cardOf_.value(run.node)->showRun(run);
}

void DeployPage::showStep(const QString &node, int step)
{
    for (const NodeRun &run : presenter_ ? presenter_->runs() : QList<NodeRun>()) {
        if (run.node != node)
            continue;
        cardOf_.value(node)->showRun(run);
        for (const StepRow &row : run.steps) {
            if (static_cast<int>(row.step) != step)
                continue;
            QStringList lines{tr("%1: %2").arg(node, row.title)};
            if (!row.command.isEmpty())
                lines.append(QStringLiteral("$ ") + row.command);
            lines.append(row.text);
            lines.append(row.output.trimmed());
            lines.removeAll(QString());
            output_->setPlainText(lines.join(QLatin1Char('\n')));
        }
    }
    if (presenter_ && presenter_->busy())
        details_->setCurrentWidget(output_);
}

void DeployPage::showReviews()
{
    const QList<NodeReview> reviews = presenter_ ? presenter_->reviews() : QList<NodeReview>();
    while (details_->count() > 1) {
        QWidget *first = details_->widget(0);
        details_->removeTab(0);
        if (first != reviewHint_)
            first->deleteLater();
    }
    if (reviews.isEmpty()) {
        details_->insertTab(0, reviewHint_, tr("Changes"));
    } else {
        for (qsizetype i = 0; i < reviews.size(); ++i) {
            auto *view = new ReviewView;
            view->showReview(reviews[i]);
            details_->insertTab(static_cast<int>(i), view, reviews[i].node);
        }
    }
    details_->setCurrentIndex(0);
}

} // namespace twinhelm::desk
