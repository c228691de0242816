#include "gui/core/ssh/remote_files.h"

#include <algorithm>

#include <fcntl.h>

#include <QRandomGenerator>

#include "gui/core/ssh/interrupt.h"
#include "gui/core/ssh/remote_command.h"
#include "gui/core/ssh/ssh_error.h"
#include "gui/core/ssh/ssh_link.h"

namespace twinhelm::desk
{
namespace
{

constexpr qsizetype maxSize = 64 * 1024 * 1024;
constexpr qsizetype chunk = 32 * 1024; ///< every SFTP server takes this much in one packet

struct CloseFile {
    void operator()(sftp_file file) const { sftp_close(file); }
};
using File = std::unique_ptr<sftp_file_struct, CloseFile>;

QString reason(int code)
{
    switch (code) {
    case SSH_FX_NO_SUCH_FILE: return Ssh::tr("no such file or folder");
    case SSH_FX_PERMISSION_DENIED: return Ssh::tr("permission denied");
    case SSH_FX_NO_CONNECTION:
    case SSH_FX_CONNECTION_LOST: return Ssh::tr("the connection was lost");
    case SSH_FX_OP_UNSUPPORTED: return Ssh::tr("the server cannot do this");
    default: return Ssh::tr("the server says only \"failure\" (disk full, a folder in its place, or read-only)");
    }
}

} // namespace

Result<std::unique_ptr<RemoteFiles>> RemoteFiles::open(SshLink &link)
{
    sftp_session sftp = sftp_new(link.session());
    if (sftp && sftp_init(sftp) == SSH_OK)
        return std::unique_ptr<RemoteFiles>(new RemoteFiles(link, sftp));
    if (sftp)
        sftp_free(sftp);
    if (!link.alive() || link.interrupt().reason() != Interrupt::Reason::None)
        return link.failure(Ssh::tr("starting SFTP"));
    return error::make(error::fileFailed, Ssh::tr("%1 has no SFTP, so files cannot be carried.").arg(link.label()),
                       Ssh::tr("Install openssh-sftp-server on the node, or mend the Subsystem line of its "
                               "sshd_config."));
}

RemoteFiles::~RemoteFiles()
{
    sftp_free(sftp_);
}

tl::unexpected<Error> RemoteFiles::failure(const QString &doing) const
{
    if (!link_.alive() || link_.interrupt().reason() != Interrupt::Reason::None)
        return link_.failure(doing);
    const int code = sftp_get_error(sftp_);
    const bool missing = code == SSH_FX_NO_SUCH_FILE;
    return error::make(missing ? error::noSuchFile : error::fileFailed,
                       Ssh::tr("%1: %2 failed: %3.").arg(link_.label(), doing, reason(code)),
                       Ssh::tr("Check the path and the rights of the user on that node."));
}

Result<void> RemoteFiles::fill(const QString &path, const QByteArray &bytes, int mode)
{
    const QByteArray name = path.toUtf8();
    // O_EXCL and 0600: nobody can have prepared the name, nor read a password before the mode is set.
    const File file(sftp_open(sftp_, name.constData(), O_WRONLY | O_CREAT | O_EXCL, 0600));
    if (!file)
        return failure(Ssh::tr("creating %1").arg(path));
    for (qsizetype done = 0; done < bytes.size();) {
        const auto size = std::min(chunk, bytes.size() - done);
        const ssize_t count = sftp_write(file.get(), bytes.constData() + done, static_cast<size_t>(size));
        if (count <= 0)
            return failure(Ssh::tr("writing %1").arg(path));
        done += count;
    }
    if (sftp_chmod(sftp_, name.constData(), static_cast<mode_t>(mode)) != SSH_OK)
        return failure(Ssh::tr("setting the mode of %1").arg(path));
    if (sftp_extension_supported(sftp_, "fsync@openssh.com", "1") && sftp_fsync(file.get()) != SSH_OK)
        return failure(Ssh::tr("syncing %1").arg(path));
    return {};
}

/// By a command: libssh 0.10 knows only SFTP's own rename, which refuses to replace a file.
Result<void> RemoteFiles::replace(const QString &path, const QString &by)
{
    const auto moved =
        runRemoteCommand(link_, QStringLiteral("mv -f -T -- %1 %2").arg(shellQuote(by), shellQuote(path)), {});
    if (!moved)
        return tl::unexpected(moved.error());
    if (moved->exitCode == 0)
        return {};
    return error::make(
        error::fileFailed,
        Ssh::tr("%1: %2 cannot be replaced: %3").arg(link_.label(), path, QString::fromUtf8(moved->errors).trimmed()),
        Ssh::tr("Check the path and the rights of the user on that node."));
}

Result<void> RemoteFiles::write(const QString &path, const QByteArray &bytes, int mode)
{
    const QString temporary =
        QStringLiteral("%1.%2.tmp").arg(path, QString::number(QRandomGenerator::system()->generate64(), 36));
    auto done = fill(temporary, bytes, mode);
    if (done)
        done = replace(path, temporary);
    if (!done && link_.alive())
        sftp_unlink(sftp_, temporary.toUtf8().constData());
    return done;
}

Result<QByteArray> RemoteFiles::read(const QString &path)
{
    const QString doing = Ssh::tr("reading %1").arg(path);
    const File file(sftp_open(sftp_, path.toUtf8().constData(), O_RDONLY, 0));
    if (!file)
        return failure(doing);
    QByteArray bytes;
    for (;;) {
        char some[chunk];
        const ssize_t count = sftp_read(file.get(), some, sizeof some);
        if (count < 0)
            return failure(doing);
        if (count == 0)
            return bytes;
        bytes.append(some, count);
        if (bytes.size() > maxSize)
            return error::make(error::fileFailed, Ssh::tr("%1: %2 is above 64 MiB.").arg(link_.label(), path));
    }
}

} // namespace twinhelm::desk
