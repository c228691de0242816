#pragma once

#include <atomic>
#include <memory>
#include <thread>

#include <QByteArray>
#include <QString>

#include <libssh/libssh.h>

#include "common/base/result.h"
#include "gui/core/ssh/ssh_target.h"

namespace twinhelm::desk
{

class Interrupt;
class Questions;
class SshLink;

/// What ssh -J does: a session to the jump host, a direct-tcpip channel from there to the target, and a local socket
/// that behaves like a TCP connection to the target. Done here since libssh 0.10 would start OpenSSH's ssh for it.
/// Threading: after open() a thread of the bridge owns the jump session and carries the bytes.
class JumpBridge
{
public:
    /// `jumps` is a ProxyJump list: the last hop opens the channel to host:port, reached through those before it.
    static Result<std::unique_ptr<JumpBridge>> open(const QString &jumps, const SshTarget &target, const QString &host,
                                                    quint16 port, Questions &questions, Interrupt &interrupt);
    ~JumpBridge();
    JumpBridge(const JumpBridge &) = delete;
    JumpBridge &operator=(const JumpBridge &) = delete;

    /// The local end. The caller closes it.
    [[nodiscard]] int takeSocket() const { return nearEnd_; }

private:
    JumpBridge(std::unique_ptr<SshLink> link, ssh_channel channel, int nearEnd, int farEnd);
    void carry();
    bool fromTarget();
    bool toTarget();

    std::unique_ptr<SshLink> link_;
    ssh_channel channel_;
    int nearEnd_;
    int farEnd_;
    QByteArray inbound_;  ///< from the target, not yet taken by the local socket
    QByteArray outbound_; ///< to the target, not yet taken by the channel
    bool moved_ = false;  ///< the last look at the target brought something
    std::atomic<bool> quit_{false};
    std::thread carrier_;
};

} // namespace twinhelm::desk
