#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace twinhelm::desk
{

/// A keyword that differs between nodes: one text per node, empty where the node has none.
struct DifferingLine {
    QString block; ///< "vrrp_instance VI_1"; empty at top level
    QString keyword;
    QStringList perNode;
    friend bool operator==(const DifferingLine &, const DifferingLine &) = default;
};

struct Comparison {
    int shared = 0; ///< statements that hold for every node
    QList<DifferingLine> differing;
};

/// What of a document in @node syntax is common and what is not, in document order. Pure.
[[nodiscard]] Comparison compareNodes(const QByteArray &text, const QStringList &nodes);

} // namespace twinhelm::desk
