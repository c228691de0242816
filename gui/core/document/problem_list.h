#pragma once

#include <map>
#include <memory>

#include <QList>
#include <QString>
#include <QStringList>

#include "common/config/load.h"
#include "gui/core/document/problem.h"

namespace twinhelm::desk
{

using LoadedNodes = std::map<QString, std::shared_ptr<const config::LoadedNode>>;

/// The findings of all nodes, and those between them, as one list: most severe first, then by place; what several nodes
/// share stands once.
[[nodiscard]] QList<Problem> problemsOf(const LoadedNodes &loaded, const QStringList &nodes);

/// A range of a node's sources as a place to show.
[[nodiscard]] Place placeOf(const config::SourceSet &sources, const SourceRange &range);

} // namespace twinhelm::desk
