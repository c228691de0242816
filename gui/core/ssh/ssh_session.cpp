#include "gui/core/ssh/ssh_session.h"

#include "gui/core/ssh/ssh_connection.h"
#include "gui/core/ssh/ssh_error.h"

namespace twinhelm::desk
{

SshSession::SshSession(SshTarget target, Prompter *prompter, QObject *parent)
    : QObject(parent), target_(target), connection_(std::make_shared<SshConnection>(std::move(target), prompter, this)),
      thread_(std::make_unique<QThread>()), worker_(new QObject)
{
    thread_->setObjectName(QStringLiteral("ssh %1").arg(target_.label()));
    worker_->moveToThread(thread_.get());
    connect(thread_.get(), &QThread::finished, worker_, &QObject::deleteLater);
    thread_->start();
}

SshSession::~SshSession()
{
    ++generation_;
    connection_->leavePrompter();
    thread_->quit();
    // Again and again, since a call that is just beginning may miss the first.
    do
        connection_->cancel();
    while (!thread_->wait(20));
}

std::shared_ptr<RemoteShell> SshSession::shell() const
{
    return connection_;
}

void SshSession::setState(State state)
{
    if (state_ == state)
        return;
    state_ = state;
    emit stateChanged(state);
}

template<typename T>
void SshSession::post(std::function<Result<T>(SshConnection &)> work, Done<T> done)
{
    const quint64 generation = generation_;
    QMetaObject::invokeMethod(worker_, [this, generation, work = std::move(work), done = std::move(done)] {
        // What waited behind a cancelled call is not begun.
        Result<T> result =
            generation == generation_ ? work(*connection_) : error::make(error::cancelled, tr("This was cancelled."));
        QMetaObject::invokeMethod(this, [this, result = std::move(result), done] {
            const bool lost =
                !result && (result.error().code == error::connectionLost || result.error().code == error::timedOut);
            if (lost && state_ == State::Open)
                setState(State::Failed);
            if (done)
                done(result);
        });
    });
}

void SshSession::open(Done<void> done)
{
    setState(State::Opening);
    post<void>([](SshConnection &connection) { return connection.open(); },
               [this, done = std::move(done)](Result<void> result) {
                   setState(result ? State::Open : State::Failed);
                   if (done)
                       done(std::move(result));
               });
}

void SshSession::run(const QString &command, const QByteArray &input, Done<CommandResult> done)
{
    post<CommandResult>([command, input](SshConnection &connection) { return connection.run(command, input); },
                        std::move(done));
}

void SshSession::writeFileAtomic(const QString &path, const QByteArray &bytes, int mode, Done<void> done)
{
    post<void>([path, bytes, mode](SshConnection &connection) { return connection.writeFile(path, bytes, mode); },
               std::move(done));
}

void SshSession::readFile(const QString &path, Done<QByteArray> done)
{
    post<QByteArray>([path](SshConnection &connection) { return connection.readFile(path); }, std::move(done));
}

void SshSession::disconnectFromHost()
{
    post<void>(
        [](SshConnection &connection) -> Result<void> {
            connection.close();
            return {};
        },
        [this](const Result<void> &) { setState(State::Closed); });
}

void SshSession::cancel()
{
    ++generation_;
    connection_->cancel();
    if (state_ == State::Open)
        setState(State::Failed);
}

} // namespace twinhelm::desk
