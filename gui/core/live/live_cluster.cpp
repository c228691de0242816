#include "gui/core/live/live_cluster.h"

#include <algorithm>

#include "gui/core/base/qt_text.h"

namespace twinhelm::desk
{

namespace
{

const wire::InstanceState *find(const wire::NodeState &state, const QString &instance)
{
    const auto name = toStd(instance);
    const auto found = std::find_if(state.instances.begin(), state.instances.end(),
                                    [&](const wire::InstanceState &each) { return each.name == name; });
    return found == state.instances.end() ? nullptr : &*found;
}

void addOnce(QStringList &names, const QString &name)
{
    if (!names.contains(name))
        names << name;
}

/// Which of a node's lamps its header shows.
int headerRank(Lamp lamp)
{
    switch (lamp) {
    case Lamp::Fault: return 5;
    case Lamp::Master: return 4;
    case Lamp::Backup: return 3;
    case Lamp::Init: return 2;
    case Lamp::Stopped: return 1;
    case Lamp::Unknown:
    case Lamp::Connecting: return 0;
    }
    return 0;
}

qint64 ageOf(const NodeLive &live, const Instant &now)
{
    return live.everHeard() ? std::max<qint64>(0, now.steadyMs - live.lastHeard.steadyMs) : -1;
}

/// A node is believed only while it speaks, whatever its feed says.
NodeStatus statusOf(const NodeLive &live, const Instant &now)
{
    if (live.status == NodeStatus::Connected && ageOf(live, now) >= silenceLimitMs)
        return NodeStatus::Unknown;
    return live.status;
}

QList<VipLocation> locate(const QList<InstanceLive> &instances)
{
    QList<VipLocation> out;
    for (const auto &instance : instances) {
        QList<VipLocation> mine;
        for (const auto &cell : instance.cells) {
            for (const auto &vip : cell.addresses) {
                auto at = std::find_if(mine.begin(), mine.end(),
                                       [&](const VipLocation &each) { return each.address == vip.address; });
                if (at == mine.end())
                    at = mine.insert(mine.end(), VipLocation{vip.address, instance.name, {}, {}, vip.excluded});
                if (!cell.fresh)
                    addOnce(at->unknown, cell.node);
                else if (vip.present)
                    addOnce(at->nodes, cell.node);
            }
        }
        // A node never heard of may hold any of them.
        for (const auto &cell : instance.cells) {
            if (!cell.fresh) {
                for (auto &each : mine)
                    addOnce(each.unknown, cell.node);
            }
        }
        out += mine;
    }
    return out;
}

} // namespace

LiveCluster::LiveCluster(QString name, Clock clock, QObject *parent)
    : QObject(parent), name_(std::move(name)), clock_(std::move(clock))
{
    connect(&tick_, &QTimer::timeout, this, &LiveCluster::refresh);
    tick_.start(500);
    judgement_ = judge(instances_);
}

QStringList LiveCluster::nodes() const
{
    QStringList names;
    for (const auto *feed : feeds_)
        names << feed->node();
    return names;
}

void LiveCluster::setFeeds(const QList<NodeFeed *> &feeds)
{
    for (auto *feed : std::as_const(feeds_)) {
        if (!feeds.contains(feed))
            feed->disconnect(this);
    }
    for (auto *feed : feeds) {
        if (feeds_.contains(feed))
            continue;
        connect(feed, &NodeFeed::liveChanged, this, &LiveCluster::refresh);
        connect(feed, &NodeFeed::eventReceived, this, &LiveCluster::eventReceived);
        connect(feed, &QObject::destroyed, this, [this, feed] {
            feeds_.removeAll(feed);
            refresh();
        });
    }
    feeds_ = feeds;
    refresh();
}

void LiveCluster::setExpectedInstances(const QStringList &names, const QHash<QString, QStringList> &nodesOf)
{
    if (expected_ == names && nodesOf_ == nodesOf)
        return;
    expected_ = names;
    nodesOf_ = nodesOf;
    refresh();
}

void LiveCluster::refresh()
{
    const auto now = clock_();
    QStringList names = expected_;
    for (const auto *feed : std::as_const(feeds_)) {
        for (const auto &each : feed->live().state.instances)
            addOnce(names, toQt(each.name));
    }
    instances_.clear();
    for (const auto &name : std::as_const(names)) {
        InstanceLive instance{name, {}};
        for (const auto *feed : std::as_const(feeds_))
            instance.cells << cellFor(*feed, name, now);
        instances_ << instance;
    }
    vips_ = locate(instances_);
    const auto judgement = judge(instances_);
    const bool other = !(judgement == judgement_);
    judgement_ = judgement;
    emit changed();
    if (other)
        emit judgementChanged(judgement_);
}

InstanceCell LiveCluster::cellFor(const NodeFeed &feed, const QString &instance, const Instant &now) const
{
    const auto &live = feed.live();
    const auto status = statusOf(live, now);
    InstanceCell cell;
    cell.node = feed.node();
    cell.expected = !nodesOf_.contains(instance) || nodesOf_[instance].contains(cell.node);
    cell.fresh = status == NodeStatus::Connected;
    cell.ageMs = ageOf(live, now);
    cell.lastHeard = live.lastHeard.wall;
    cell.lamp = status == NodeStatus::Connecting ? Lamp::Connecting : Lamp::Unknown;
    const auto *state = find(live.state, instance);
    if (!state)
        return cell;
    cell.configured = true;
    cell.lastLamp = lampFromState(state->state);
    if (cell.fresh) {
        cell.lamp = cell.lastLamp;
        cell.stateForMs = std::max<qint64>(0, live.state.now - state->since) + cell.ageMs;
    }
    cell.interface = toQt(state->interface);
    cell.cause = toQt(state->cause);
    cell.basePriority = state->basePriority;
    cell.effectivePriority = state->effectivePriority;
    for (const auto &part : state->priorityParts)
        cell.priorityParts << QStringLiteral("%1 %2").arg(toQt(part.source)).arg(part.value);
    cell.heldBack = state->heldBack;
    for (const auto &fault : state->faults)
        cell.faults << toQt(fault);
    for (const auto &vip : state->addresses)
        cell.addresses << VipCell{toQt(vip.address), toQt(vip.device), vip.present, vip.excluded};
    return cell;
}

QList<NodeHeader> LiveCluster::nodeHeaders() const
{
    const auto now = clock_();
    QList<NodeHeader> headers;
    for (const auto *feed : feeds_) {
        const auto &live = feed->live();
        NodeHeader header;
        header.name = feed->node();
        header.status = statusOf(live, now);
        header.ageMs = ageOf(live, now);
        header.lastHeard = live.lastHeard.wall;
        header.error = live.error;
        header.lamp = header.status == NodeStatus::Connecting ? Lamp::Connecting : Lamp::Unknown;
        if (header.status == NodeStatus::Connected) {
            for (const auto &instance : live.state.instances) {
                const auto lamp = lampFromState(instance.state);
                if (headerRank(lamp) > headerRank(header.lamp))
                    header.lamp = lamp;
            }
        }
        headers << header;
    }
    return headers;
}

} // namespace twinhelm::desk
