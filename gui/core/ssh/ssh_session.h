#pragma once

#include <atomic>
#include <functional>
#include <memory>

#include <QObject>
#include <QThread>

#include "gui/core/ssh/remote_shell.h"
#include "gui/core/ssh/ssh_target.h"

namespace twinhelm::desk
{

class Prompter;
class SshConnection;

/// One node's SSH connection for the window: the same connection is used by every command, file and deploy.
/// Contract: calls return at once and are done in order on the session's worker thread; each `done` is called once,
/// on the thread this object lives in, and never after this object is gone. Deploys and enrolments, which are
/// sequences, run over shell() on a thread of their own and share the connection.
/// Errors: Result with a D01xx code and words for the person.
class SshSession : public QObject
{
    Q_OBJECT
public:
    enum class State { Closed, Opening, Open, Failed };
    Q_ENUM(State)

    template<typename T>
    using Done = std::function<void(Result<T>)>;

    /// `prompter` must outlive the session; its questions are asked on this object's thread.
    SshSession(SshTarget target, Prompter *prompter, QObject *parent = nullptr);
    ~SshSession() override;

    void open(Done<void> done);
    void run(const QString &command, const QByteArray &input, Done<CommandResult> done);
    void writeFileAtomic(const QString &path, const QByteArray &bytes, int mode, Done<void> done);
    void readFile(const QString &path, Done<QByteArray> done);
    void disconnectFromHost();
    /// Fails the running call with error::cancelled and those that wait behind it; the session can be opened again.
    void cancel();

    [[nodiscard]] State state() const { return state_; }
    [[nodiscard]] const SshTarget &target() const { return target_; }
    /// The blocking face of the same connection. For worker threads only.
    [[nodiscard]] std::shared_ptr<RemoteShell> shell() const;

signals:
    void stateChanged(twinhelm::desk::SshSession::State state);

private:
    template<typename T>
    void post(std::function<Result<T>(SshConnection &)> work, Done<T> done);
    void setState(State state);

    SshTarget target_;
    std::shared_ptr<SshConnection> connection_;
    std::unique_ptr<QThread> thread_;
    QObject *worker_ = nullptr; ///< lives in thread_; work is posted to it
    State state_ = State::Closed;
    quint64 generation_ = 0; ///< cancel() makes everything posted before it void
};

} // namespace twinhelm::desk
