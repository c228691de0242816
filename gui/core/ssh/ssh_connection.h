#pragma once

#include <memory>
#include <mutex>

#include "gui/core/ssh/interrupt.h"
#include "gui/core/ssh/questions.h"
#include "gui/core/ssh/remote_shell.h"
#include "gui/core/ssh/ssh_target.h"

namespace twinhelm::desk
{

class RemoteFiles;
class SshLink;

/// RemoteShell over one SSH connection. A call whose time is up, that is cancelled or whose connection breaks closes
/// the connection; open() makes a new one.
class SshConnection : public RemoteShell
{
public:
    /// Questions are asked on `context`'s thread; both pointers must live until leavePrompter().
    SshConnection(SshTarget target, Prompter *prompter, QObject *context);
    ~SshConnection() override;

    Result<void> open() override;
    Result<CommandResult> run(const QString &command, const QByteArray &input = {}) override;
    Result<void> writeFile(const QString &path, const QByteArray &bytes, int mode) override;
    Result<QByteArray> readFile(const QString &path) override;
    void close() override;
    void cancel() override { interrupt_.cancel(); }

    /// The person is gone: questions are answered with "no" from now on.
    void leavePrompter() { questions_.detach(); }

private:
    Result<void> ready();
    Result<RemoteFiles *> files();
    template<typename T>
    Result<T> settled(Result<T> result);

    const SshTarget target_;
    Interrupt interrupt_;
    Questions questions_;
    std::mutex mutex_; ///< calls of several threads take turns
    std::unique_ptr<SshLink> link_;
    std::unique_ptr<RemoteFiles> files_; ///< ends before its link
};

} // namespace twinhelm::desk
