#include "agent/guardian/candidate.h"

#include <array>
#include <csignal>
#include <optional>

#include <fcntl.h>
#include <unistd.h>

#include <boost/asio.hpp>

#include "agent/guardian/succession.h"
#include "agent/linux/child_process.h"
#include "agent/process/fd_watch.h"

namespace twinhelm::agent
{

namespace asio = boost::asio;

namespace
{

/// Of what it says; the rest is not read.
constexpr std::size_t mostOutput = 4096;

/// For a sentence: the first line.
std::string firstLine(const std::string &text)
{
    return text.substr(0, text.find('\n'));
}

} // namespace

class Candidate::Impl : public std::enable_shared_from_this<Impl>
{
public:
    Impl(asio::io_context &io, ProgramFile program) : io_(io), timer_(io), program_(std::move(program)) {}

    void judge(const std::vector<std::string> &argv, FileDescriptor left, Duration patience, Judged onJudged)
    {
        onJudged_ = std::move(onJudged);
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
            refuse("the kernel gives no pipe");
            return;
        }
        output_.reset(ends[0]);
        const FileDescriptor writing(ends[1]);
        SpawnRequest request;
        request.program = program_.runnablePath();
        request.argv = argv;
        request.output = writing.get();
        request.inherited = left.get();
        request.diesWithParent = true;
        request.ownGroup = true;
        auto process = ChildProcess::spawn(request);
        if (!process) {
            refuse(process.error().what);
            return;
        }
        process_.emplace(std::move(*process));
        watch_.emplace(io_, process_->pidFd(), [self = shared_from_this()] { self->ended(); });
        timer_.expires_after(patience);
        timer_.async_wait([self = shared_from_this()](boost::system::error_code error) {
            if (!error && self->process_)
                self->giveUp();
        });
    }

    void forget()
    {
        onJudged_ = nullptr;
        timer_.cancel();
        watch_.reset();
        if (process_) {
            process_->signalGroup(SIGKILL);
            process_.reset();
        }
    }

    [[nodiscard]] const ProgramFile &program() const { return program_; }

private:
    void giveUp()
    {
        tooSlow_ = true;
        process_->signalGroup(SIGKILL); // and it is judged when it has ended
    }

    void ended()
    {
        const auto status = process_->reap();
        if (!status)
            return;
        timer_.cancel();
        watch_.reset();
        process_.reset();
        std::string said(mostOutput, '\0');
        const auto got = ::read(output_.get(), said.data(), said.size());
        said.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
        const auto version = versionInReadyLine(said);
        if (tooSlow_)
            refuse("it did not say in time that it can take over");
        else if (!status->success())
            refuse("it " + status->toString() + (said.empty() ? "" : ": " + firstLine(said)));
        else if (!version)
            refuse(said.empty() ? "it does not say that it can take over"
                                : "it says \"" + firstLine(said) + "\" instead of that it can take over");
        else if (const auto onJudged = std::exchange(onJudged_, {}))
            onJudged(*version);
    }

    void refuse(const std::string &why)
    {
        asio::post(io_, [onJudged = std::exchange(onJudged_, {}), path = program_.path(), why] {
            if (onJudged)
                onJudged(fail("A0192", path + " cannot take the place of the running twinhelmd: " + why,
                              "everything goes on as before; use a twinhelmd for this machine, of this version or a "
                              "later one"));
        });
    }

    asio::io_context &io_;
    asio::steady_timer timer_;
    ProgramFile program_;
    FileDescriptor output_;
    std::optional<ChildProcess> process_;
    std::optional<FdWatch> watch_;
    Judged onJudged_;
    bool tooSlow_ = false;
};

Candidate::Candidate(asio::io_context &io, ProgramFile program) : impl_(std::make_shared<Impl>(io, std::move(program)))
{
}

Candidate::~Candidate()
{
    impl_->forget();
}

void Candidate::judge(const std::vector<std::string> &argv, FileDescriptor left, Duration patience, Judged onJudged)
{
    impl_->judge(argv, std::move(left), patience, std::move(onJudged));
}

const ProgramFile &Candidate::program() const
{
    return impl_->program();
}

} // namespace twinhelm::agent
