#pragma once

#include <functional>
#include <memory>

#include <QString>
#include <QStringList>

#include "gui/core/base/clock.h"
#include "gui/core/site/site_types.h"
#include "gui/core/ssh/prompter.h"
#include "gui/core/ssh/remote_shell.h"
#include "gui/core/workspace/workspace.h"

class QWidget;

namespace twinhelm::desk
{

/// What the window gets from outside: gui/app/main.cpp gives the real things, tests give fakes.
struct AppContext {
    /// Folder of the desk's own files: settings.ini, trust/. Never empty.
    QString configHome;
    Clock clock = systemInstant;
    /// Answers the questions of SSH. Empty: the window asks with its own dialogs.
    Prompter *prompter = nullptr;
    /// The shell of a node; called on the GUI thread. Connecting is the shell's own affair.
    std::function<std::shared_ptr<RemoteShell>(const SiteNode &, Prompter *)> shellFor;
    /// What proves us to a node of a site. Empty: nodes count as not enrolled.
    std::function<std::optional<AgentCredentials>(const Site &, const SiteNode &)> credentials;
    /// Enrols a node: called on the GUI thread, gives the blocking work for a worker, which says in words what came
    /// out.
    std::function<Result<std::function<Result<QString>(RemoteShell &)>>(const Site &, const SiteNode &)> enrolment;
    /// Ask the person for files and folders. Empty: the usual file dialogs.
    std::function<QStringList(QWidget *)> pickFiles;
    std::function<QString(QWidget *)> pickFolder;
    /// Connect to the agents of a site when it is opened. Tests that feed data themselves switch it off.
    bool connectLive = true;
};

} // namespace twinhelm::desk
