#include "gui/core/presenters/overview_presenter.h"

#include <algorithm>

namespace twinhelm::desk
{

namespace
{

QString vipText(const VipLocation &vip)
{
    if (!vip.nodes.isEmpty())
        return OverviewPresenter::tr("%1 on %2").arg(vip.address, vip.nodes.join(OverviewPresenter::tr(" and ")));
    return vip.unknown.isEmpty() ? OverviewPresenter::tr("%1 nowhere").arg(vip.address)
                                 : OverviewPresenter::tr("%1 unknown").arg(vip.address);
}

ClusterCard cardOf(const LiveCluster &live)
{
    const auto &judgement = live.judgement();
    ClusterCard card{live.name(),
                     judgement.verdict,
                     colourOf(judgement.verdict),
                     verdictTitle(judgement.verdict),
                     judgement.text,
                     nodeLamps(live),
                     {}};
    for (const auto &vip : live.vips())
        card.vips << vipText(vip);
    return card;
}

} // namespace

OverviewPresenter::OverviewPresenter(QObject *parent) : QObject(parent) {}

void OverviewPresenter::setClusters(const QList<LiveCluster *> &clusters)
{
    for (const auto &old : std::as_const(clusters_)) {
        if (old)
            old->disconnect(this);
    }
    clusters_.clear();
    for (auto *live : clusters) {
        clusters_ << live;
        connect(live, &LiveCluster::changed, this, &OverviewPresenter::refresh);
        connect(live, &QObject::destroyed, this, &OverviewPresenter::refresh);
    }
    refresh();
}

void OverviewPresenter::refresh()
{
    QList<ClusterCard> cards;
    for (const auto &live : std::as_const(clusters_)) {
        if (live)
            cards << cardOf(*live);
    }
    std::stable_sort(cards.begin(), cards.end(), [](const auto &a, const auto &b) { return a.verdict > b.verdict; });
    if (cards == cards_)
        return;
    cards_ = cards;
    emit changed();
}

QString OverviewPresenter::headline() const
{
    if (cards_.isEmpty())
        return tr("No cluster yet. Import the configuration of a pair to begin.");
    const auto troubled =
        std::count_if(cards_.begin(), cards_.end(), [](const auto &each) { return each.verdict > Verdict::Unknown; });
    const auto unheard =
        std::count_if(cards_.begin(), cards_.end(), [](const auto &each) { return each.verdict == Verdict::Unknown; });
    QStringList parts{tr("Clusters: %1").arg(cards_.size())};
    if (troubled > 0)
        parts << tr("need attention: %1").arg(troubled);
    if (unheard > 0)
        parts << tr("not known: %1").arg(unheard);
    if (parts.size() == 1)
        parts << tr("all well");
    return parts.join(tr(", "));
}

} // namespace twinhelm::desk
