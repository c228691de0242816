#include "gui/widgets/pages/site_page.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "gui/widgets/object_names.h"
#include "gui/widgets/pages/cluster_card.h"
#include "gui/widgets/shared/empty_state.h"
#include "gui/widgets/shared/parts.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

SitePage::SitePage(QWidget *parent)
    : QWidget(parent), presenter_(std::make_unique<OverviewPresenter>()), stack_(new QStackedWidget),
      title_(parts::title(QString())), headline_(parts::secondary(QString()))
{
    setObjectName(QLatin1String(names::sitePage));
    auto *empty = new EmptyState(QStringLiteral("cluster"), tr("No cluster in this site yet"),
                                 tr("A cluster is a pair of balancers that share virtual addresses. Import the "
                                    "keepalived.conf of both nodes to begin."));
    auto *import = empty->addPrimary(tr("&Import pair…"), QStringLiteral("import"), names::siteImportButton);
    connect(import, &QPushButton::clicked, this, &SitePage::importWanted);

    auto *page = new QWidget;
    page->setProperty("role", QLatin1String("page"));
    auto *column = parts::column(page, metrics::margin, metrics::unit);
    column->addWidget(title_);
    column->addWidget(headline_);
    column->addSpacing(metrics::unit);
    cards_ = new QVBoxLayout;
    cards_->setSpacing(metrics::gap);
    column->addLayout(cards_);
    column->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(page);

    stack_->addWidget(empty);
    stack_->addWidget(scroll);
    parts::column(this, 0, 0)->addWidget(stack_);
    connect(presenter_.get(), &OverviewPresenter::changed, this, &SitePage::refresh);
}

SitePage::~SitePage() = default;

void SitePage::setSite(const QString &name, const QList<LiveCluster *> &clusters)
{
    title_->setText(name);
    presenter_->setClusters(clusters);
    refresh();
}

void SitePage::refresh()
{
    const QList<ClusterCard> &cards = presenter_->cards();
    stack_->setCurrentIndex(cards.isEmpty() ? 0 : 1);
    headline_->setText(presenter_->headline());
    QString order;
    for (const ClusterCard &card : cards)
        order += card.cluster + QLatin1Char('\n');
    if (order != shown_) {
        shown_ = order;
        while (QLayoutItem *item = cards_->takeAt(0)) {
            item->widget()->deleteLater();
            delete item;
        }
        for (const ClusterCard &card : cards) {
            auto *made = new ClusterCardWidget(card.cluster);
            cards_->addWidget(made);
            connect(made, &ClusterCardWidget::opened, this, &SitePage::clusterWanted);
        }
    }
    for (int i = 0; i < cards_->count(); ++i)
        static_cast<ClusterCardWidget *>(cards_->itemAt(i)->widget())->showCard(cards[i]);
}

} // namespace twinhelm::desk
