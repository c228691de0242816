#include "agent/notify/fifo_writer.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <optional>

#include <boost/asio.hpp>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "agent/linux/identity.h"
#include "agent/linux/system_error.h"
#include "agent/process/fd_watch.h"

namespace twinhelm::agent
{

namespace
{

constexpr std::chrono::seconds startAgainAfter{1};

struct Pipe {
    Pipe(boost::asio::io_context &io, vrrp::FifoSettings what) : settings(std::move(what)), timer(io) {}
    ~Pipe()
    {
        if (reader)
            reader->signalGroup(SIGTERM);
        if (made)
            ::unlink(settings.path.c_str());
    }
    Pipe(const Pipe &) = delete;
    Pipe &operator=(const Pipe &) = delete;

    vrrp::FifoSettings settings;
    FileDescriptor fd;
    bool made = false;
    bool losing = false;
    std::optional<ChildProcess> reader;
    std::optional<FdWatch> watch;
    boost::asio::steady_timer timer;
};

} // namespace

class FifoWriter::Impl
{
public:
    Impl(boost::asio::io_context &io, Start start, OnTrouble onTrouble)
        : io_(io), start_(std::move(start)), onTrouble_(std::move(onTrouble))
    {
    }

    void configure(const std::vector<vrrp::FifoSettings> &fifos)
    {
        std::erase_if(pipes_,
                      [&](const auto &pipe) { return std::ranges::find(fifos, pipe->settings) == fifos.end(); });
        for (const auto &wanted : fifos) {
            if (std::ranges::any_of(pipes_, [&](const auto &pipe) { return pipe->settings == wanted; }))
                continue;
            pipes_.push_back(std::make_unique<Pipe>(io_, wanted));
            auto &pipe = *pipes_.back();
            if (open(pipe) && wanted.reader)
                read(pipe);
        }
    }

    void write(const std::string &line)
    {
        for (const auto &pipe : pipes_) {
            if (!pipe->fd.valid())
                continue;
            const auto written = ::write(pipe->fd.get(), line.data(), line.size());
            if (written == static_cast<ssize_t>(line.size())) {
                pipe->losing = false;
                continue;
            }
            ++lost_;
            if (!std::exchange(pipe->losing, true))
                trouble(*pipe, "fifo_full", "nobody reads it; lines are lost until somebody does");
        }
    }

    [[nodiscard]] std::uint64_t lost() const { return lost_; }

    void close()
    {
        closing_ = true;
        for (const auto &pipe : pipes_) {
            pipe->fd.reset();
            pipe->timer.cancel();
        }
    }

    void passOn()
    {
        closing_ = true;
        for (const auto &pipe : pipes_) {
            pipe->timer.cancel();
            pipe->made = false;
            if (pipe->reader)
                pipe->reader->signalGroup(SIGTERM);
        }
    }

    [[nodiscard]] bool running() const
    {
        return std::ranges::any_of(pipes_, [](const auto &pipe) { return pipe->reader.has_value(); });
    }

    void killReaders() { pipes_.clear(); }

private:
    bool open(Pipe &pipe)
    {
        const auto &path = pipe.settings.path;
        pipe.made = ::mkfifo(path.c_str(), 0600) == 0;
        if (!pipe.made && errno != EEXIST) {
            trouble(pipe, "fifo_unusable", "it cannot be made: " + errorText(errno));
            return false;
        }
        if (pipe.made && !pipe.settings.user.empty()) {
            const auto owner = findIdentity(pipe.settings.user, pipe.settings.group);
            if (!owner || ::chown(path.c_str(), owner->user, owner->group) != 0)
                trouble(pipe, "fifo_owner",
                        "it cannot be given to " + pipe.settings.user + ": " +
                            (owner ? errorText(errno) : owner.error().what));
        }
        pipe.fd.reset(::open(path.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW));
        struct stat status = {};
        const bool isPipe = pipe.fd.valid() && ::fstat(pipe.fd.get(), &status) == 0 && S_ISFIFO(status.st_mode);
        if (!isPipe) {
            trouble(pipe, "fifo_unusable",
                    pipe.fd.valid() ? "something else has its name; remove " + path
                                    : "it cannot be opened: " + errorText(errno));
            pipe.fd.reset();
        }
        return isPipe;
    }

    void read(Pipe &pipe)
    {
        auto command = *pipe.settings.reader;
        command.argv.push_back(pipe.settings.path);
        auto process = start_(command);
        if (!process) {
            trouble(pipe, "script_refused",
                    "its script is not run: " + process.error().what + "; " + process.error().mend);
            return;
        }
        pipe.reader.emplace(std::move(*process));
        pipe.watch.emplace(io_, pipe.reader->pidFd(), [this, &pipe] { readerEnded(pipe); });
    }

    void readerEnded(Pipe &pipe)
    {
        const auto status = pipe.reader->reap();
        if (!status)
            return;
        pipe.watch.reset();
        pipe.reader.reset();
        if (closing_)
            return;
        trouble(pipe, "fifo_reader_ended", "its script " + status->toString() + "; starting it again");
        pipe.timer.expires_after(startAgainAfter);
        pipe.timer.async_wait([this, &pipe](boost::system::error_code error) {
            if (!error)
                read(pipe);
        });
    }

    void trouble(const Pipe &pipe, const char *cause, const std::string &text)
    {
        onTrouble_({pipe.settings.path, cause, "pipe " + pipe.settings.path + ": " + text});
    }

    boost::asio::io_context &io_;
    Start start_;
    OnTrouble onTrouble_;
    std::vector<std::unique_ptr<Pipe>> pipes_;
    std::uint64_t lost_ = 0;
    bool closing_ = false;
};

FifoWriter::FifoWriter(boost::asio::io_context &io, Start start, OnTrouble onTrouble)
    : impl_(std::make_unique<Impl>(io, std::move(start), std::move(onTrouble)))
{
}

FifoWriter::~FifoWriter() = default;

void FifoWriter::configure(const std::vector<vrrp::FifoSettings> &fifos)
{
    impl_->configure(fifos);
}

void FifoWriter::write(const std::string &line)
{
    impl_->write(line);
}

std::uint64_t FifoWriter::lost() const
{
    return impl_->lost();
}

void FifoWriter::close()
{
    impl_->close();
}

void FifoWriter::passOn()
{
    impl_->passOn();
}

bool FifoWriter::running() const
{
    return impl_->running();
}

void FifoWriter::killReaders()
{
    impl_->killReaders();
}

} // namespace twinhelm::agent
