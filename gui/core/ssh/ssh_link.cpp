#include "gui/core/ssh/ssh_link.h"

#include "gui/core/ssh/authentication.h"
#include "gui/core/ssh/host_key.h"
#include "gui/core/ssh/interrupt.h"
#include "gui/core/ssh/jump_bridge.h"
#include "gui/core/ssh/ssh_error.h"
#include "gui/core/ssh/ssh_options.h"
#include "gui/core/ssh/tcp_socket.h"

namespace twinhelm::desk
{

SshLink::SshLink(const SshTarget &target, Interrupt &interrupt)
    : session_(ssh_new()), interrupt_(interrupt), label_(target.label())
{
    Q_CHECK_PTR(session_);
    ignoreBrokenPipes();
}

SshLink::~SshLink()
{
    release();
    ssh_disconnect(session_);
    ssh_free(session_);
    if (guard_ >= 0)
        closeSocket(guard_);
}

void SshLink::guard(int socket)
{
    guard_ = duplicateSocket(socket);
    interrupt_.attach(guard_);
}

void SshLink::release()
{
    if (guard_ >= 0)
        interrupt_.detach(guard_);
}

Result<std::unique_ptr<SshLink>> SshLink::open(const SshTarget &target, Questions &questions, Interrupt &interrupt)
{
    std::unique_ptr<SshLink> link(new SshLink(target, interrupt));
    const auto resolved = applyTarget(link->session_, target);
    if (!resolved)
        return tl::unexpected(resolved.error());
    Result<void> step;
    if (!resolved->proxyCommand)
        step = link->openTransport(target, resolved->proxyJump, resolved->host, resolved->port, questions);
    if (step)
        step = link->handshake();
    if (step)
        step = verifyHostKey(link->session_, questions);
    if (step) {
        Authentication authentication(link->session_, *resolved, questions, interrupt);
        step = authentication.logIn(target.agentSocket != QStringLiteral("none"));
    }
    if (!step && interrupt.reason() != Interrupt::Reason::None)
        return link->failure(Ssh::tr("connecting"));
    if (!step)
        return tl::unexpected(step.error());
    return link;
}

Result<void> SshLink::openTransport(const SshTarget &target, const QString &jump, const QString &host, quint16 port,
                                    Questions &questions)
{
    int socket = -1;
    if (jump.isEmpty()) {
        const auto connected = connectTcp(host, port, interrupt_);
        if (!connected)
            return tl::unexpected(connected.error());
        socket = *connected;
    } else {
        auto bridge = JumpBridge::open(jump, target, host, port, questions, interrupt_);
        if (!bridge)
            return tl::unexpected(bridge.error());
        bridge_ = std::move(*bridge);
        socket = bridge_->takeSocket();
    }
    guard(socket);
    ssh_options_set(session_, SSH_OPTIONS_FD, &socket);
    return {};
}

Result<void> SshLink::handshake()
{
    if (ssh_connect(session_) != SSH_OK) {
        return error::make(error::notSsh,
                           Ssh::tr("The SSH handshake with %1 failed: %2")
                               .arg(label_, QString::fromLocal8Bit(ssh_get_error(session_))),
                           Ssh::tr("Check that the port is sshd's (%1), and that sshd still accepts connections.")
                               .arg(QStringLiteral("ssh_port")));
    }
    if (guard_ < 0) // a ProxyCommand's
        guard(ssh_get_fd(session_));
    return {};
}

tl::unexpected<Error> SshLink::failure(const QString &doing) const
{
    switch (interrupt_.reason()) {
    case Interrupt::Reason::Cancelled:
        return error::make(error::cancelled, Ssh::tr("%1: %2 was cancelled.").arg(label_, doing));
    case Interrupt::Reason::TimedOut:
        return error::make(error::timedOut, Ssh::tr("%1: %2 took too long and was given up.").arg(label_, doing),
                           Ssh::tr("The node may be overloaded or the network slow; the connection was closed."));
    case Interrupt::Reason::None: break;
    }
    const QString said = QString::fromLocal8Bit(ssh_get_error(session_));
    return error::make(error::connectionLost, Ssh::tr("%1: the connection broke while %2: %3").arg(label_, doing, said),
                       Ssh::tr("Connect again. What was running on the node may have been done or not."));
}

} // namespace twinhelm::desk
