#include "gui/widgets/pages/cluster_header.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "gui/core/presenters/cluster_presenter.h"
#include "gui/widgets/object_names.h"
#include "gui/widgets/shared/badge.h"
#include "gui/widgets/shared/lamp_label.h"
#include "gui/widgets/shared/parts.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

ClusterHeader::ClusterHeader(QWidget *parent)
    : QFrame(parent), title_(parts::title(QString())), verdict_(new Badge), sentence_(parts::secondary(QString())),
      changes_(new Badge), undeployed_(new Badge), lampRow_(new QHBoxLayout)
{
    setProperty("role", QLatin1String("header"));
    title_->setObjectName(QLatin1String(names::clusterTitle));
    verdict_->setObjectName(QLatin1String(names::verdictBadge));
    sentence_->setObjectName(QLatin1String(names::verdictSentence));
    changes_->setObjectName(QLatin1String(names::changesBadge));
    undeployed_->setObjectName(QLatin1String(names::undeployedBadge));

    auto *top = new QHBoxLayout;
    top->setSpacing(metrics::unit);
    top->addWidget(title_);
    top->addSpacing(metrics::half);
    top->addWidget(verdict_);
    top->addWidget(changes_);
    top->addWidget(undeployed_);
    top->addStretch();
    lampRow_->setSpacing(metrics::margin);
    top->addLayout(lampRow_);
    auto *column = parts::column(this, 0, metrics::half);
    column->setContentsMargins(metrics::margin, metrics::gap, metrics::margin, metrics::unit);
    column->addLayout(top);
    column->addWidget(sentence_);
}

void ClusterHeader::setPresenter(ClusterPresenter *presenter)
{
    presenter_ = presenter;
    if (presenter_)
        connect(presenter_, &ClusterPresenter::changed, this, &ClusterHeader::refresh);
    refresh();
}

void ClusterHeader::setUndeployed(const QString &text)
{
    undeployed_->setBadge(ColourRole::Attention, text);
}

void ClusterHeader::refresh()
{
    if (!presenter_)
        return;
    title_->setText(presenter_->title());
    verdict_->setBadge(presenter_->verdictColour(), presenter_->verdictTitle());
    sentence_->setText(presenter_->verdictText());
    changes_->setBadge(presenter_->canDeploy() ? ColourRole::Attention : ColourRole::Danger, presenter_->changesText());
    showLamps();
}

void ClusterHeader::showLamps()
{
    QStringList nodes;
    for (const NodeLamp &lamp : presenter_->lamps())
        nodes.append(lamp.node);
    const QStringList shown = lamps_.keys();
    for (const QString &gone : shown) {
        if (!nodes.contains(gone))
            delete lamps_.take(gone);
    }
    for (const NodeLamp &lamp : presenter_->lamps()) {
        LampLabel *&label = lamps_[lamp.node];
        if (!label) {
            label = new LampLabel;
            label->setObjectName(QStringLiteral("lamp.") + lamp.node);
            lampRow_->addWidget(label);
        }
        label->setLamp(lamp.lamp, lamp.node, lamp.text);
        label->setToolTip(lamp.tooltip);
    }
}

} // namespace twinhelm::desk
