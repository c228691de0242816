#pragma once

#include <map>
#include <memory>

#include <QString>

#include "gui/core/site/site_types.h"
#include "gui/core/ssh/ssh_session.h"

namespace twinhelm::desk
{

class Prompter;

/// One SSH connection per node, kept for the life of the window: import, deploy and enrolment ask for a password once.
/// Threading: the GUI thread; the shells are for workers.
class SessionPool
{
public:
    /// `sshDir` holds config, known_hosts and default keys; empty: ~/.ssh.
    explicit SessionPool(QString sshDir = {}) : sshDir_(std::move(sshDir)) {}

    /// The node's shell; a node whose way of being reached was edited gets a new connection.
    [[nodiscard]] std::shared_ptr<RemoteShell> shellFor(const SiteNode &node, Prompter *prompter);

private:
    QString sshDir_;
    std::map<QString, std::unique_ptr<SshSession>> sessions_; ///< by node name
};

} // namespace twinhelm::desk
