#pragma once

#include <optional>
#include <vector>

#include <QMetaType>
#include <QString>

#include "common/base/result.h"
#include "gui/core/deploy/deploy_plan.h"

namespace twinhelm::desk
{

enum class StepState { Running, Done, Skipped, Failed, Undoing };

/// One line of a running deploy. A step sends Skipped, or Running and then Done or Failed; after a failure that
/// changed something Undoing says that the old file is being put back.
struct DeployProgress {
    QString node;
    DeployStep step = DeployStep::Connect;
    StepState state = StepState::Running;
    QString text;   ///< a sentence
    QString output; ///< what the node printed, verbatim
};

/// Which configuration rules a node when the deploy is over.
enum class InForce {
    Untouched,   ///< nothing was changed on it
    New,         ///< the deployed one, seen in force
    OldRestored, ///< the previous one is back, on disk and in the engine
    Unknown,     ///< the node could not be asked; the text says what is known
};

struct NodeOutcome {
    QString node;
    InForce inForce = InForce::Untouched;
    QString text;
};

struct DeployFailure {
    QString node;
    DeployStep step = DeployStep::Connect;
    Error error;    ///< what went wrong and what to do
    QString output; ///< of the failing command
};

struct DeployReport {
    std::optional<DeployFailure> failure; ///< none: every node has the new configuration in force
    bool cancelled = false;
    std::vector<NodeOutcome> nodes; ///< in plan order, every node of the plan

    [[nodiscard]] bool ok() const { return !failure && !cancelled; }
    /// The whole story in sentences: what failed where, what is in force now on each node, what to do.
    [[nodiscard]] QString summary() const;
};

} // namespace twinhelm::desk

Q_DECLARE_METATYPE(twinhelm::desk::DeployProgress)
Q_DECLARE_METATYPE(twinhelm::desk::DeployReport)
