#include "gui/core/presenters/node_lamp.h"

#include <QCoreApplication>
#include <QDateTime>

namespace twinhelm::desk
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twinhelm::desk::NodeLamp)
};

QString statusText(const NodeHeader &header)
{
    switch (header.status) {
    case NodeStatus::Connected: return lampText(header.lamp);
    case NodeStatus::Connecting:
        return header.error.isEmpty() ? lampText(Lamp::Connecting) : Text::tr("not reached yet");
    case NodeStatus::Unknown:
        if (header.lastHeard == 0)
            return Text::tr("not watched");
        return Text::tr("unknown since %1")
            .arg(QDateTime::fromMSecsSinceEpoch(header.lastHeard).toString(QStringLiteral("HH:mm:ss")));
    }
    return {};
}

} // namespace

NodeLamp nodeLamp(const NodeHeader &header)
{
    NodeLamp lamp;
    lamp.node = header.name;
    lamp.lamp = header.lamp;
    lamp.colour = colourOf(header.lamp);
    lamp.active = header.status == NodeStatus::Connected && header.lamp == Lamp::Master;
    lamp.text = statusText(header);
    QStringList lines{Text::tr("%1: %2").arg(header.name, lamp.text)};
    if (header.ageMs >= 0)
        lines << Text::tr("Heard %1 ago").arg(ageText(header.ageMs));
    if (!header.error.isEmpty())
        lines << header.error;
    lamp.tooltip = lines.join(u'\n');
    return lamp;
}

QList<NodeLamp> nodeLamps(const LiveCluster &cluster)
{
    QList<NodeLamp> lamps;
    for (const auto &header : cluster.nodeHeaders())
        lamps << nodeLamp(header);
    return lamps;
}

} // namespace twinhelm::desk
