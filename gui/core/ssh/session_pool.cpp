#include "gui/core/ssh/session_pool.h"

namespace twinhelm::desk
{

std::shared_ptr<RemoteShell> SessionPool::shellFor(const SiteNode &node, Prompter *prompter)
{
    const SshTarget target = sshTarget(node);
    auto &session = sessions_[node.name];
    if (!session || !(session->target() == target))
        session = std::make_unique<SshSession>(target, prompter);
    return session->shell();
}

} // namespace twinhelm::desk
