#pragma once

#include <QByteArray>
#include <QString>

#include "common/base/result.h"

namespace twinhelm::desk
{

/// What a command on a node did. `exitCode` is the command's own (127: the shell did not find it);
/// a command ended by a signal has 128 + signal, as shells say it.
struct CommandResult {
    int exitCode = 0;
    QByteArray output; ///< stdout, bytes as they came
    QByteArray errors; ///< stderr
};

/// A shell and a file system on one node: all that deploy, import and enrolment need of SSH.
/// Contract: blocking; call it from a worker thread, never from the window's. Calls of several threads take turns.
/// Errors: only what the transport could not do (D01xx); a command that exits with 1 is a result, not an error.
/// A missing file is error::noSuchFile, so that callers can tell it from an unreadable one.
/// cancel() may come from any thread: the running call fails with error::cancelled and the connection is closed.
class RemoteShell
{
public:
    virtual ~RemoteShell() = default;

    /// Connects, checks the host key and logs in. Does nothing when connected already.
    virtual Result<void> open() = 0;
    /// `command` is a line for the login shell: quote arguments with shellQuote().
    virtual Result<CommandResult> run(const QString &command, const QByteArray &input = {}) = 0;
    /// The file is never half-written: a temporary file in the same folder is synced and renamed over `path`.
    virtual Result<void> writeFile(const QString &path, const QByteArray &bytes, int mode) = 0;
    virtual Result<QByteArray> readFile(const QString &path) = 0;
    virtual void close() = 0;
    virtual void cancel() = 0;
};

/// `text` as one word for a POSIX shell.
QString shellQuote(const QString &text);

} // namespace twinhelm::desk
