#include "gui/core/ssh/session_pool.h"

namespace twinhelm::desk
{

std::shared_ptr<RemoteShell> SessionPool::shellFor(const SiteNode &node, Prompter *prompter)
{
    SshTarget target = sshTarget(node);
    target.sshDir = sshDir_;
    auto &session = sessions_[node.name];
    if (!session || !(session->target() == target))
        session = std::make_unique<SshSession>(target, prompter);
    return session->shell();
}

} // namespace twinhelm::desk
