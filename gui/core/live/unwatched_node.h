#pragma once

#include <utility>

#include <QString>

#include "gui/core/live/node_feed.h"

namespace twinhelm::desk
{

/// A node that has no agent to ask: it runs stock keepalived. Its state is unknown and stays so, which is said, since
/// leaving it out would make its peer look like the whole cluster.
class UnwatchedNode : public NodeFeed
{
    Q_OBJECT

public:
    explicit UnwatchedNode(QString node, QObject *parent = nullptr) : NodeFeed(parent), node_(std::move(node))
    {
        live_.status = NodeStatus::Unknown;
        live_.error = tr("%1 runs stock keepalived, which cannot be watched from here.").arg(node_);
    }

    [[nodiscard]] QString node() const override { return node_; }
    [[nodiscard]] const NodeLive &live() const override { return live_; }

private:
    QString node_;
    NodeLive live_;
};

} // namespace twinhelm::desk
