#include "gui/core/live/verdict.h"

#include <algorithm>

#include <QCoreApplication>

namespace twinhelm::desk
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twinhelm::desk::Verdict)
};

QString list(const QStringList &names)
{
    return names.join(Text::tr(", "));
}

template<typename Matches>
QStringList nodesWhere(const InstanceLive &instance, Matches matches)
{
    QStringList names;
    for (const auto &cell : instance.cells) {
        if (matches(cell))
            names << cell.node;
    }
    return names;
}

QStringList masters(const InstanceLive &instance)
{
    return nodesWhere(instance, [](const InstanceCell &cell) { return cell.fresh && cell.lamp == Lamp::Master; });
}

QStringList silent(const InstanceLive &instance)
{
    return nodesWhere(instance, [](const InstanceCell &cell) { return !cell.fresh; });
}

/// A master without one of its addresses, or another node that still holds one. Empty: all as it should be.
QString vipMismatch(const InstanceLive &instance)
{
    for (const auto &cell : instance.cells) {
        if (!cell.fresh)
            continue;
        for (const auto &vip : cell.addresses) {
            if (cell.lamp == Lamp::Master && !vip.present)
                return Text::tr("%1 is MASTER of %2 but does not hold %3.").arg(cell.node, instance.name, vip.address);
            if (cell.lamp != Lamp::Master && vip.present)
                return Text::tr("%1 holds %3 without being MASTER of %2.").arg(cell.node, instance.name, vip.address);
        }
    }
    return {};
}

/// Service stands, but a node could not take over. Empty: every node heard of could.
QString degradation(const InstanceLive &instance)
{
    for (const auto &cell : instance.cells) {
        if (!cell.fresh)
            continue;
        if (!cell.configured && cell.expected)
            return Text::tr("%1 does not run %2.").arg(cell.node, instance.name);
        if (!cell.configured)
            continue;
        if (cell.lamp == Lamp::Fault)
            return cell.faults.isEmpty()
                       ? Text::tr("%1 is in FAULT for %2.").arg(cell.node, instance.name)
                       : Text::tr("%1 is in FAULT for %2: %3.").arg(cell.node, instance.name, list(cell.faults));
        if (cell.lamp != Lamp::Master && cell.lamp != Lamp::Backup)
            return Text::tr("%1 is in %3 for %2.").arg(cell.node, instance.name, lampText(cell.lamp));
        if (cell.heldBack)
            return Text::tr("%1 handed %2 over and stays back until it is released.").arg(cell.node, instance.name);
    }
    return {};
}

} // namespace

Judgement judge(const InstanceLive &instance)
{
    const auto verdict = [&instance](Verdict what, const QString &text) {
        return Judgement{what, instance.name, text};
    };
    const auto holders = masters(instance);
    const auto unheard = silent(instance);
    const bool nowhere = std::none_of(instance.cells.begin(), instance.cells.end(),
                                      [](const InstanceCell &cell) { return cell.configured; });
    if (holders.size() > 1)
        return verdict(
            Verdict::SplitBrain,
            Text::tr("Split brain: %1 are MASTER of %2 at the same time.").arg(list(holders), instance.name));
    if (nowhere && unheard.isEmpty() && !instance.cells.isEmpty())
        return verdict(Verdict::Degraded,
                       Text::tr("%1 is in the file but runs on no node: deploy it.").arg(instance.name));
    if (holders.isEmpty() && unheard.isEmpty() && !instance.cells.isEmpty())
        return verdict(Verdict::NoMaster,
                       Text::tr("No node is MASTER of %1: its addresses are down.").arg(instance.name));
    if (const auto mismatch = vipMismatch(instance); !mismatch.isEmpty())
        return verdict(Verdict::VipMismatch, mismatch);
    if (const auto degraded = degradation(instance); !degraded.isEmpty())
        return verdict(Verdict::Degraded, degraded);
    if (!unheard.isEmpty())
        return verdict(Verdict::Unknown,
                       holders.isEmpty() ? Text::tr("Nothing is heard from %1, so nobody knows who is MASTER of %2.")
                                               .arg(list(unheard), instance.name)
                                         : Text::tr("%1 is MASTER of %2; nothing is heard from %3.")
                                               .arg(holders.front(), instance.name, list(unheard)));
    if (instance.cells.isEmpty())
        return verdict(Verdict::Unknown, Text::tr("No node is known for %1.").arg(instance.name));
    return verdict(Verdict::Ok, Text::tr("%1 is MASTER of %2.").arg(holders.front(), instance.name));
}

Judgement judge(const QList<InstanceLive> &instances)
{
    if (instances.isEmpty())
        return {Verdict::Unknown, {}, Text::tr("Nothing is known of any instance yet.")};
    Judgement gravest = judge(instances.front());
    for (const auto &each : instances.sliced(1)) {
        auto next = judge(each);
        if (next.verdict > gravest.verdict)
            gravest = std::move(next);
    }
    if (gravest.verdict == Verdict::Ok && instances.size() > 1)
        gravest.text = Text::tr("Each of the %1 instances has exactly one MASTER.").arg(instances.size());
    return gravest;
}

} // namespace twinhelm::desk
