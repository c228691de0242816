#include "gui/core/ssh/ssh_connection.h"

#include "gui/core/ssh/remote_command.h"
#include "gui/core/ssh/remote_files.h"
#include "gui/core/ssh/ssh_error.h"
#include "gui/core/ssh/ssh_link.h"

namespace twinhelm::desk
{

SshConnection::SshConnection(SshTarget target, Prompter *prompter, QObject *context)
    : target_(std::move(target)), questions_(prompter, context, interrupt_)
{
}

SshConnection::~SshConnection() = default;

/// A link that an interrupt or a break has ended is of no further use.
template<typename T>
Result<T> SshConnection::settled(Result<T> result)
{
    if (!result && link_ && (interrupt_.reason() != Interrupt::Reason::None || !link_->alive())) {
        files_.reset();
        link_.reset();
    }
    return result;
}

Result<void> SshConnection::ready()
{
    if (link_)
        return {};
    return error::make(error::connectionLost, Ssh::tr("%1 is not connected.").arg(target_.label()),
                       Ssh::tr("Connect first."));
}

Result<RemoteFiles *> SshConnection::files()
{
    if (auto open = ready(); !open)
        return tl::unexpected(open.error());
    if (!files_) {
        auto opened = RemoteFiles::open(*link_);
        if (!opened)
            return tl::unexpected(opened.error());
        files_ = std::move(*opened);
    }
    return files_.get();
}

Result<void> SshConnection::open()
{
    const std::lock_guard turn(mutex_);
    if (link_ && link_->alive())
        return {};
    files_.reset();
    link_.reset();
    const Interrupt::Limit limit(interrupt_, target_.connectTimeout);
    auto opened = SshLink::open(target_, questions_, interrupt_);
    if (!opened)
        return tl::unexpected(opened.error());
    link_ = std::move(*opened);
    return {};
}

Result<CommandResult> SshConnection::run(const QString &command, const QByteArray &input)
{
    const std::lock_guard turn(mutex_);
    const Interrupt::Limit limit(interrupt_, target_.commandTimeout);
    if (auto open = ready(); !open)
        return tl::unexpected(open.error());
    return settled(runRemoteCommand(*link_, command, input));
}

Result<void> SshConnection::writeFile(const QString &path, const QByteArray &bytes, int mode)
{
    const std::lock_guard turn(mutex_);
    const Interrupt::Limit limit(interrupt_, target_.commandTimeout);
    return settled(files().and_then([&](RemoteFiles *files) { return files->write(path, bytes, mode); }));
}

Result<QByteArray> SshConnection::readFile(const QString &path)
{
    const std::lock_guard turn(mutex_);
    const Interrupt::Limit limit(interrupt_, target_.commandTimeout);
    return settled(files().and_then([&](RemoteFiles *files) { return files->read(path); }));
}

void SshConnection::close()
{
    const std::lock_guard turn(mutex_);
    files_.reset();
    link_.reset();
}

} // namespace twinhelm::desk
