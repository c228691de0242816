#include "gui/widgets/shell/connection_summary.h"

#include <QCoreApplication>

#include "gui/core/live/live_cluster.h"

namespace twinhelm::desk
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twinhelm::desk::ConnectionSummary)
};

} // namespace

QString connectionSummary(const QList<LiveCluster *> &clusters)
{
    int all = 0;
    int connected = 0;
    QStringList silent;
    for (const LiveCluster *cluster : clusters) {
        for (const NodeHeader &header : cluster->nodeHeaders()) {
            ++all;
            if (header.status == NodeStatus::Connected)
                ++connected;
            else if (header.ageMs >= 0)
                silent.append(Text::tr("nothing heard from %1 for %2").arg(header.name, ageText(header.ageMs)));
        }
    }
    if (all == 0)
        return Text::tr("No node yet");
    return (QStringList{Text::tr("%1 of %2 nodes connected").arg(connected).arg(all)} + silent)
        .join(QStringLiteral(", "));
}

} // namespace twinhelm::desk
