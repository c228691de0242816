#include "gui/core/ssh/remote_command.h"

#include <algorithm>
#include <memory>
#include <optional>

#include <libssh/callbacks.h>
#include <libssh/libssh.h>

#include "gui/core/ssh/interrupt.h"
#include "gui/core/ssh/ssh_error.h"
#include "gui/core/ssh/ssh_link.h"

namespace twinhelm::desk
{
namespace
{

constexpr qsizetype maxOutput = 64 * 1024 * 1024;
constexpr qsizetype chunk = 32 * 1024;

int numberOfSignal(const QByteArray &name)
{
    static constexpr std::pair<const char *, int> known[] = {{"HUP", 1},  {"INT", 2},   {"QUIT", 3},  {"ABRT", 6},
                                                             {"KILL", 9}, {"SEGV", 11}, {"PIPE", 13}, {"TERM", 15}};
    for (const auto &[text, number] : known) {
        if (name == text)
            return number;
    }
    return 0;
}

class RemoteCommand
{
public:
    explicit RemoteCommand(SshLink &link) : link_(link), channel_(ssh_channel_new(link.session()))
    {
        callbacks_.userdata = this;
        callbacks_.channel_exit_status_function = [](ssh_session, ssh_channel, int status, void *self) {
            static_cast<RemoteCommand *>(self)->exitCode_ = status;
        };
        callbacks_.channel_exit_signal_function = [](ssh_session, ssh_channel, const char *signal, int, const char *,
                                                     const char *, void *self) {
            static_cast<RemoteCommand *>(self)->exitCode_ = 128 + numberOfSignal(signal);
        };
        ssh_callbacks_init(&callbacks_);
        ssh_set_channel_callbacks(channel_, &callbacks_);
        ssh_event_add_session(event_, link.session());
    }
    ~RemoteCommand()
    {
        ssh_event_remove_session(event_, link_.session());
        ssh_event_free(event_);
        ssh_remove_channel_callbacks(channel_, &callbacks_);
        ssh_channel_free(channel_);
    }
    RemoteCommand(const RemoteCommand &) = delete;
    RemoteCommand &operator=(const RemoteCommand &) = delete;

    Result<CommandResult> run(const QString &command, const QByteArray &input)
    {
        const QString doing = Ssh::tr("running \"%1\"").arg(command);
        if (ssh_channel_open_session(channel_) != SSH_OK ||
            ssh_channel_request_exec(channel_, command.toUtf8().constData()) != SSH_OK)
            return link_.failure(doing);
        input_ = input;
        while (!over()) {
            const bool moved = feed() | drain(0, result_.output) | drain(1, result_.errors);
            if (result_.output.size() + result_.errors.size() > maxOutput)
                return error::make(error::fileFailed,
                                   Ssh::tr("%1: \"%2\" printed more than 64 MiB.").arg(link_.label(), command));
            // Reading takes packets in only until the end of the output; what follows (how it ended) comes here.
            if (!over())
                ssh_event_dopoll(event_, moved ? 0 : 20);
        }
        if (!exitCode_)
            return link_.failure(doing);
        result_.exitCode = *exitCode_;
        return std::move(result_);
    }

private:
    [[nodiscard]] bool over() const
    {
        const bool ended = ssh_channel_is_closed(channel_) && drained_;
        return ended || !link_.alive() || link_.interrupt().reason() != Interrupt::Reason::None;
    }

    /// As much of the input as the window takes; a command that reads nothing is no error.
    bool feed()
    {
        if (inputClosed_ || ssh_channel_is_closed(channel_))
            return false;
        const auto room = std::min<qsizetype>({input_.size() - fed_, chunk, ssh_channel_window_size(channel_)});
        if (fed_ == input_.size()) {
            ssh_channel_send_eof(channel_);
            inputClosed_ = true;
            return true;
        }
        if (room == 0)
            return false;
        const int count = ssh_channel_write(channel_, input_.constData() + fed_, static_cast<uint32_t>(room));
        if (count > 0)
            fed_ += count;
        inputClosed_ = count < 0;
        return count > 0;
    }

    bool drain(int which, QByteArray &into)
    {
        char bytes[chunk];
        const int count = ssh_channel_read_nonblocking(channel_, bytes, sizeof bytes, which);
        if (count > 0)
            into.append(bytes, count);
        if (which == 0)
            drained_ = count <= 0;
        else
            drained_ = drained_ && count <= 0;
        return count > 0;
    }

    SshLink &link_;
    ssh_channel channel_;
    ssh_event event_ = ssh_event_new();
    ssh_channel_callbacks_struct callbacks_{};
    QByteArray input_;
    qsizetype fed_ = 0;
    bool inputClosed_ = false;
    bool drained_ = false; ///< both streams were empty at the last look
    std::optional<int> exitCode_;
    CommandResult result_;
};

} // namespace

Result<CommandResult> runRemoteCommand(SshLink &link, const QString &command, const QByteArray &input)
{
    return RemoteCommand(link).run(command, input);
}

} // namespace twinhelm::desk
