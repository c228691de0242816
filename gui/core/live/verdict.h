#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include "common/base/time.h"
#include "gui/core/live/lamp.h"

namespace twinhelm::desk
{

/// One address of an instance as one node sees it.
struct VipCell {
    QString address; ///< 10.0.0.3/32
    QString device;
    bool present = false;
    bool excluded = false;
    friend bool operator==(const VipCell &, const VipCell &) = default;
};

/// One instance on one node. `fresh` is false when the node is silent: then `lamp` is Unknown or Connecting and
/// `lastLamp` is what it was, for text only.
struct InstanceCell {
    QString node;
    bool fresh = false;
    bool configured = false; ///< the node runs an instance of this name (as far as known)
    bool expected = true;    ///< the configuration gives the node this instance
    Lamp lamp = Lamp::Unknown;
    Lamp lastLamp = Lamp::Unknown;
    qint64 ageMs = -1;        ///< since the node was last heard; -1: never
    qint64 stateForMs = -1;   ///< how long the instance has been in its state, by the node's own clock; -1: not known
    WallMillis lastHeard = 0; ///< 0: never
    QString interface;
    QString cause;
    int basePriority = 0;
    int effectivePriority = 0;
    bool heldBack = false;
    QStringList priorityParts; ///< how the effective priority is made up: "base 150", "script check_web -60"
    QStringList faults;
    QList<VipCell> addresses;
    friend bool operator==(const InstanceCell &, const InstanceCell &) = default;
};

/// One instance over all nodes of its cluster, in the cluster's order.
struct InstanceLive {
    QString name;
    QList<InstanceCell> cells;
    friend bool operator==(const InstanceLive &, const InstanceLive &) = default;
};

/// In order of gravity: the gravest that holds is the one shown.
enum class Verdict { Ok, Unknown, Degraded, VipMismatch, NoMaster, SplitBrain };

/// Verdict with the sentence that names the real blocker.
struct Judgement {
    Verdict verdict = Verdict::Unknown;
    QString instance; ///< the one the text speaks of
    QString text;
    friend bool operator==(const Judgement &, const Judgement &) = default;
};

/// The ordered rule for one instance: split brain, no master, VIP mismatch, degraded, unknown, ok. Pure.
[[nodiscard]] Judgement judge(const InstanceLive &instance);
/// The gravest of all instances; the first one of equal gravity. Unknown when there is none.
[[nodiscard]] Judgement judge(const QList<InstanceLive> &instances);

} // namespace twinhelm::desk
