#pragma once

#include <functional>
#include <map>

#include <QString>
#include <QStringList>

#include "common/base/result.h"
#include "gui/core/deploy/deploy_plan.h"
#include "gui/core/ssh/remote_shell.h"

namespace twinhelm::desk
{

/// What a node's engine says about itself. keepalived says no more than that it runs.
struct EngineStatus {
    bool runs = false;
    QString sha256;                    ///< of the configuration in force; empty for keepalived
    QString lastError;                 ///< why the last reload was refused
    std::map<QString, QString> faults; ///< instance in FAULT -> why
    QStringList unsettled;             ///< instances that have not chosen a state yet
    QString output;                    ///< for people: one line per instance, or the engine's own words
};

/// Asks the engine. An engine that does not answer is `runs == false`; errors are the transport's, or
/// error::engineSilent for an answer that is no state.
Result<EngineStatus> askEngine(RemoteShell &shell, const DeployNode &node);

} // namespace twinhelm::desk
