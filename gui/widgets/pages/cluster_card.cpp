#include "gui/widgets/pages/cluster_card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "gui/widgets/shared/badge.h"
#include "gui/widgets/shared/lamp_label.h"
#include "gui/widgets/shared/parts.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

ClusterCardWidget::ClusterCardWidget(const QString &cluster, QWidget *parent)
    : QFrame(parent), verdict_(new Badge), text_(parts::secondary(QString())), vips_(parts::body(QString())),
      lampRow_(new QHBoxLayout)
{
    setProperty("role", QLatin1String("card"));
    auto *open = parts::button(tr("Open"), QStringLiteral("chevron-right"), "");
    open->setObjectName(QStringLiteral("openCluster.") + cluster);
    open->setAccessibleName(tr("Open %1").arg(cluster));
    connect(open, &QPushButton::clicked, this, [this, cluster] { emit opened(cluster); });
    lampRow_->setSpacing(metrics::margin);

    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::gap);
    head->addWidget(parts::section(cluster));
    head->addWidget(verdict_);
    head->addStretch();
    head->addLayout(lampRow_);
    head->addWidget(open);
    auto *column = parts::column(this, metrics::gap, metrics::half);
    column->addLayout(head);
    column->addWidget(text_);
    column->addWidget(vips_);
}

void ClusterCardWidget::showCard(const ClusterCard &card)
{
    verdict_->setBadge(card.colour, card.title);
    text_->setText(card.text);
    vips_->setText(card.vips.join(QStringLiteral("   ")));
    vips_->setVisible(!card.vips.isEmpty());
    while (lamps_.size() > card.lamps.size())
        delete lamps_.takeLast();
    while (lamps_.size() < card.lamps.size()) {
        lamps_.append(new LampLabel);
        lampRow_->addWidget(lamps_.last());
    }
    for (qsizetype i = 0; i < lamps_.size(); ++i)
        lamps_[i]->setLamp(card.lamps[i].lamp, card.lamps[i].node, card.lamps[i].text);
}

} // namespace twinhelm::desk
