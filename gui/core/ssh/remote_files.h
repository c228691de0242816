#pragma once

#include <memory>

#include <QByteArray>
#include <QString>

#include <libssh/sftp.h>

#include "common/base/result.h"

namespace twinhelm::desk
{

class SshLink;

/// Whole files over SFTP. One per link; threading as the link.
class RemoteFiles
{
public:
    /// Errors: error::fileFailed when the node's sshd has no SFTP.
    static Result<std::unique_ptr<RemoteFiles>> open(SshLink &link);
    ~RemoteFiles();
    RemoteFiles(const RemoteFiles &) = delete;
    RemoteFiles &operator=(const RemoteFiles &) = delete;

    /// Writes a temporary file beside `path`, syncs it to the disk where the server can, and renames it over `path`.
    /// On failure the temporary file is removed and `path` is as it was.
    Result<void> write(const QString &path, const QByteArray &bytes, int mode);
    /// Errors: error::noSuchFile, error::fileFailed (also: above 64 MiB), and those of the link.
    Result<QByteArray> read(const QString &path);

private:
    RemoteFiles(SshLink &link, sftp_session sftp) : link_(link), sftp_(sftp) {}
    Result<void> fill(const QString &path, const QByteArray &bytes, int mode);
    Result<void> replace(const QString &path, const QString &by);
    [[nodiscard]] tl::unexpected<Error> failure(const QString &doing) const;

    SshLink &link_;
    sftp_session sftp_;
};

} // namespace twinhelm::desk
