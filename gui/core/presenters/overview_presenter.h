#pragma once

#include <QObject>
#include <QPointer>

#include "gui/core/presenters/cluster_presenter.h"

namespace twinhelm::desk
{

/// One card of the overview page.
struct ClusterCard {
    QString cluster;
    Verdict verdict = Verdict::Unknown;
    ColourRole colour = ColourRole::Stale;
    QString title;
    QString text;
    QList<NodeLamp> lamps;
    QStringList vips; ///< "10.0.0.3 on lb01"
    friend bool operator==(const ClusterCard &, const ClusterCard &) = default;
};

/// All clusters at a glance, the gravest first.
class OverviewPresenter : public QObject
{
    Q_OBJECT

public:
    explicit OverviewPresenter(QObject *parent = nullptr);
    /// Not owned.
    void setClusters(const QList<LiveCluster *> &clusters);

    [[nodiscard]] const QList<ClusterCard> &cards() const { return cards_; }
    [[nodiscard]] QString headline() const; ///< "Clusters: 2, need attention: 1"

signals:
    void changed();

private:
    void refresh();

    QList<QPointer<LiveCluster>> clusters_;
    QList<ClusterCard> cards_;
};

} // namespace twinhelm::desk
