#include "gui/core/presenters/handover_offer.h"

#include <algorithm>

#include <QCoreApplication>

namespace twinhelm::desk
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twinhelm::desk::HandoverOffer)
};

QString addressesOf(const InstanceCell &cell)
{
    QStringList all;
    for (const VipCell &vip : cell.addresses) {
        if (vip.present)
            all << vip.address.section(u'/', 0, 0);
    }
    return all.join(QStringLiteral(", "));
}

/// The node that takes over: the highest effective priority among the fresh BACKUPs that are not held back.
const InstanceCell *successor(const InstanceLive &instance)
{
    const InstanceCell *best = nullptr;
    for (const InstanceCell &cell : instance.cells) {
        if (!cell.fresh || cell.lamp != Lamp::Backup || cell.heldBack)
            continue;
        if (!best || cell.effectivePriority > best->effectivePriority)
            best = &cell;
    }
    return best;
}

QString whyNobody(const InstanceLive &instance, const QString &from)
{
    QStringList states;
    for (const InstanceCell &cell : instance.cells) {
        if (cell.node != from)
            states << Text::tr("%1 is %2").arg(cell.node, cell.heldBack ? Text::tr("held back") : lampText(cell.lamp));
    }
    if (states.isEmpty())
        return Text::tr("There is no other node to hand over to.");
    return Text::tr("No other node is ready to take over: %1.").arg(states.join(QStringLiteral(", ")));
}

} // namespace

HandoverOffer offerHandover(const InstanceLive &instance)
{
    HandoverOffer offer;
    offer.instance = instance.name;
    for (const InstanceCell &cell : instance.cells) {
        if (!cell.fresh || !cell.heldBack)
            continue;
        offer.heldBack = cell.node;
        offer.release = Text::tr("%1 may become MASTER of %2 again: if its priority is the highest, the addresses move "
                                 "back to it.")
                            .arg(cell.node, instance.name);
    }
    const auto master = std::find_if(instance.cells.begin(), instance.cells.end(),
                                     [](const InstanceCell &cell) { return cell.fresh && cell.lamp == Lamp::Master; });
    if (master == instance.cells.end()) {
        offer.consequence = Text::tr("No node is known to be MASTER of %1 now.").arg(instance.name);
        return offer;
    }
    offer.from = master->node;
    const InstanceCell *next = successor(instance);
    if (!next) {
        offer.consequence = whyNobody(instance, master->node);
        return offer;
    }
    offer.possible = true;
    const QString moving = addressesOf(*master);
    offer.consequence =
        (moving.isEmpty() ? Text::tr("%1 moves from %2 to %3.").arg(instance.name, master->node, next->node)
                          : Text::tr("%1 moves from %2 to %3, and with it %4.")
                                .arg(instance.name, master->node, next->node, moving)) +
        QLatin1Char(' ') + Text::tr("%1 stays BACKUP until you release it.").arg(master->node);
    return offer;
}

} // namespace twinhelm::desk
