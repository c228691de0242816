#include "agent/checks/probe_runner.h"

#include <algorithm>
#include <deque>
#include <exception>
#include <set>

#include <boost/asio.hpp>

#include "agent/checks/probe_resources.h"
#include "agent/checks/probes.h"
#include "agent/linux/probe_socket.h"

namespace twinhelm::checks
{

namespace
{

namespace asio = boost::asio;

/// What a process needs besides its probes: logs, channels, netlink, the loop.
constexpr std::size_t otherDescriptors = 64;
constexpr std::size_t leastAtOnce = 16;
/// A script costs a pidfd, and the two ends of a pipe.
constexpr std::size_t descriptorsOfScript = 3;

std::size_t placesFor(const ProbeContext &context)
{
    if (context.mostAtOnce != 0)
        return context.mostAtOnce;
    const auto limit = agent::descriptorLimit();
    return limit > otherDescriptors + leastAtOnce ? limit - otherDescriptors : leastAtOnce;
}

std::size_t descriptorsOf(const health::Probe &probe)
{
    return std::holds_alternative<health::MiscProbe>(probe.kind) ? descriptorsOfScript : 1;
}

/// Waits for the answer's phases: connection and answer.
constexpr int phasesOfConversation = 2;

} // namespace

Duration deadlineOf(const health::Probe &probe)
{
    const auto phases = [&](std::size_t count) {
        return std::max<Duration>(probe.timing.connectTimeout * static_cast<Duration::rep>(count),
                                  probe.timing.delayLoop);
    };
    if (const auto *misc = std::get_if<health::MiscProbe>(&probe.kind))
        return misc->timeout;
    if (const auto *http = std::get_if<health::HttpProbe>(&probe.kind))
        return phases(std::max<std::size_t>(1, http->urls.size()) * phasesOfConversation);
    if (const auto *smtp = std::get_if<health::SmtpProbe>(&probe.kind))
        return phases(std::max<std::size_t>(1, smtp->hosts.size()) * 2 * phasesOfConversation);
    return probe.timing.connectTimeout;
}

class ProbeRunner::Impl : public std::enable_shared_from_this<ProbeRunner::Impl>
{
public:
    Impl(asio::io_context &io, ProbeContext context) : io_(io) { configure(std::move(context)); }

    void configure(ProbeContext context)
    {
        places_ = placesFor(context);
        resources_ = std::make_shared<ProbeResources>(io_, context);
        startWaiting();
    }

    std::shared_ptr<ProbeHandle::Run> start(const health::Probe &probe, const ProbeOptions &options, Done done)
    {
        auto run = std::make_shared<ProbeHandle::Run>(io_, probe, options, resources_, std::move(done));
        if (waiting_.empty() && fits(*run))
            launch(run);
        else
            waiting_.push_back(run);
        return run;
    }

    void shutDown()
    {
        waiting_.clear();
        for (const auto &weak : std::exchange(running_, {})) {
            if (const auto run = weak.lock())
                run->cancel();
        }
    }

    [[nodiscard]] std::size_t running() const { return running_.size(); }
    [[nodiscard]] std::size_t waiting() const
    {
        return static_cast<std::size_t>(std::count_if(waiting_.begin(), waiting_.end(), [](const auto &weak) {
            const auto run = weak.lock();
            return run && !run->cancelled();
        }));
    }

private:
    using RunPointer = std::shared_ptr<ProbeHandle::Run>;

    /// A probe that needs more than there is altogether runs alone.
    [[nodiscard]] bool fits(const ProbeHandle::Run &run) const
    {
        return used_ == 0 || used_ + descriptorsOf(run.probe()) <= places_;
    }

    void launch(const RunPointer &run)
    {
        used_ += descriptorsOf(run->probe());
        running_.insert(run);
        run->begin();
        // Not from within start(): its caller has no handle yet.
        asio::post(
            io_, [self = shared_from_this(), run] { asio::co_spawn(self->io_, runToEnd(self, run), asio::detached); });
    }

    static asio::awaitable<void> runToEnd(std::shared_ptr<Impl> self, RunPointer run)
    {
        health::Outcome outcome;
        try {
            outcome = co_await dispatch(*run);
        } catch (const std::exception &error) { // out of memory, mostly
            outcome.reason = health::Reason::CannotRun;
            outcome.text = std::string("the check ended by an error of our own: ") + error.what();
        }
        self->ended(run);
        run->finish(std::move(outcome));
    }

    static asio::awaitable<health::Outcome> dispatch(ProbeHandle::Run &run)
    {
        if (run.cancelled())
            return nothing();
        const auto &kind = run.probe().kind;
        if (const auto *tcp = std::get_if<health::TcpProbe>(&kind))
            return probeTcp(run, *tcp);
        if (const auto *http = std::get_if<health::HttpProbe>(&kind))
            return probeHttp(run, *http);
        if (const auto *smtp = std::get_if<health::SmtpProbe>(&kind))
            return probeSmtp(run, *smtp);
        if (const auto *dns = std::get_if<health::DnsProbe>(&kind))
            return probeDns(run, *dns);
        if (const auto *udp = std::get_if<health::UdpProbe>(&kind))
            return probeUdp(run, *udp);
        if (const auto *ping = std::get_if<health::PingProbe>(&kind))
            return probePing(run, *ping);
        if (const auto *misc = std::get_if<health::MiscProbe>(&kind))
            return probeMisc(run, *misc);
        if (const auto *file = std::get_if<health::FileProbe>(&kind))
            return probeFile(run, *file);
        return probeBfd(run, std::get<health::BfdProbe>(kind));
    }

    static asio::awaitable<health::Outcome> nothing()
    {
        health::Outcome out;
        out.reason = health::Reason::Cancelled;
        co_return out;
    }

    void ended(const RunPointer &run)
    {
        used_ -= descriptorsOf(run->probe());
        running_.erase(run);
        startWaiting();
    }

    void startWaiting()
    {
        while (!waiting_.empty()) {
            const auto run = waiting_.front().lock();
            if (run && !run->cancelled() && !fits(*run))
                return;
            waiting_.pop_front();
            if (run && !run->cancelled())
                launch(run);
        }
    }

    asio::io_context &io_;
    std::shared_ptr<ProbeResources> resources_;
    std::size_t places_ = leastAtOnce;
    std::size_t used_ = 0; ///< descriptors of what runs
    std::set<std::weak_ptr<ProbeHandle::Run>, std::owner_less<>> running_;
    std::deque<std::weak_ptr<ProbeHandle::Run>> waiting_;
};

ProbeRunner::ProbeRunner(asio::io_context &io, ProbeContext context)
    : impl_(std::make_shared<Impl>(io, std::move(context)))
{
}

ProbeRunner::~ProbeRunner()
{
    impl_->shutDown();
}

void ProbeRunner::configure(ProbeContext context)
{
    impl_->configure(std::move(context));
}

ProbeHandle ProbeRunner::start(const health::Probe &probe, ProbeOptions options, Done done)
{
    return ProbeHandle(impl_->start(probe, options, std::move(done)));
}

std::size_t ProbeRunner::running() const
{
    return impl_->running();
}

std::size_t ProbeRunner::waiting() const
{
    return impl_->waiting();
}

// ---- handle ------------------------------------------------------------------------------------

ProbeHandle::ProbeHandle(std::shared_ptr<Run> run) : run_(std::move(run)) {}

ProbeHandle::~ProbeHandle()
{
    cancel();
}

ProbeHandle::ProbeHandle(ProbeHandle &&other) noexcept : run_(std::move(other.run_)) {}

ProbeHandle &ProbeHandle::operator=(ProbeHandle &&other) noexcept
{
    if (this != &other) {
        cancel();
        run_ = std::move(other.run_);
    }
    return *this;
}

bool ProbeHandle::running() const
{
    return run_ && run_->pending();
}

void ProbeHandle::cancel()
{
    if (run_)
        run_->cancel();
    run_.reset();
}

} // namespace twinhelm::checks
