#pragma once

#include <QObject>
#include <QString>

#include "common/wire/messages.h"
#include "gui/core/base/clock.h"

namespace twinhelm::desk
{

enum class NodeStatus {
    Connecting, ///< never heard yet
    Connected,  ///< heard within the last 3 s
    Unknown,    ///< silent; what we last knew is old
};

/// A node must speak at least this often to be believed.
inline constexpr qint64 silenceLimitMs = 3000;

/// What the desk knows about one node now.
struct NodeLive {
    NodeStatus status = NodeStatus::Connecting;
    Instant lastHeard;     ///< zero: never
    QString error;         ///< why it cannot be reached, for people; empty while connected
    wire::NodeState state; ///< as of lastHeard

    [[nodiscard]] bool everHeard() const { return lastHeard.wall != 0; }
};

/// Where live data of one node comes from: AgentClient in the product, a fake in tests.
class NodeFeed : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    [[nodiscard]] virtual QString node() const = 0;
    [[nodiscard]] virtual const NodeLive &live() const = 0;

signals:
    /// live() changed in any way.
    void liveChanged();
    /// One event, each exactly once and in the node's order. Id 0: told to this desk alone, not in the node's journal.
    void eventReceived(const QString &node, const twinhelm::wire::Event &event);
};

} // namespace twinhelm::desk
