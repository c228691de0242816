#pragma once

#include <memory>

#include <QString>

#include <libssh/libssh.h>

#include "common/base/result.h"
#include "gui/core/ssh/ssh_target.h"

namespace twinhelm::desk
{

class Interrupt;
class JumpBridge;
class Questions;

/// A logged-in libssh session with whatever carries it (TCP, or a bridge through a jump host).
/// Threading: one thread at a time.
class SshLink
{
public:
    /// TCP or jump, handshake, host key, log-in. Blocking; ends when `interrupt` says so.
    static Result<std::unique_ptr<SshLink>> open(const SshTarget &target, Questions &questions, Interrupt &interrupt);
    ~SshLink();
    SshLink(const SshLink &) = delete;
    SshLink &operator=(const SshLink &) = delete;

    [[nodiscard]] ssh_session session() const { return session_; }
    [[nodiscard]] Interrupt &interrupt() const { return interrupt_; }
    [[nodiscard]] const QString &label() const { return label_; }
    [[nodiscard]] bool alive() const { return ssh_is_connected(session_) != 0; }
    /// The failure of a call on this link, in words: cancelled, out of time, connection lost, or what libssh says.
    [[nodiscard]] tl::unexpected<Error> failure(const QString &doing) const;
    /// The interrupt no longer ends this link: another thread has taken it over.
    void release();

private:
    SshLink(const SshTarget &target, Interrupt &interrupt);
    Result<void> openTransport(const SshTarget &target, const QString &jump, const QString &host, quint16 port,
                               Questions &questions);
    Result<void> handshake();
    void guard(int socket);

    ssh_session session_;
    Interrupt &interrupt_;
    QString label_;
    std::unique_ptr<JumpBridge> bridge_; ///< outlives the session's socket
    int guard_ = -1; ///< a second number of the session's socket, for the interrupt: libssh closes its own at will
};

} // namespace twinhelm::desk
