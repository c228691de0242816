#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>

#include "agent/checks/probe_runner.h"

namespace twinhelm::checks
{

/// What the probes of a runner share; see probe_resources.h.
class ProbeResources;

/// What a probe that ends before it has its answer has to say: goes on after the probe's subject.
struct Failure {
    health::Reason reason = health::Reason::Answered;
    std::string text; ///< "refused the connection"
};

/// One run of one probe: its settings, its clock, its transcript, and the one timer that ends whatever it waits for.
/// A run's coroutine holds it; its handle may let go at any time. Threading: the io_context's thread.
class ProbeHandle::Run : public std::enable_shared_from_this<ProbeHandle::Run>
{
public:
    using Done = ProbeRunner::Done;
    using Descriptor = boost::asio::posix::stream_descriptor;
    enum class Until { Readable, Writable };
    enum class Waited { Ready, TooLate, Cancelled };

    Run(boost::asio::io_context &io, health::Probe probe, const ProbeOptions &options,
        std::shared_ptr<ProbeResources> resources, Done done);

    [[nodiscard]] const health::Probe &probe() const { return probe_; }
    [[nodiscard]] const ProbeOptions &options() const { return options_; }
    [[nodiscard]] ProbeResources &resources() const { return *resources_; }
    [[nodiscard]] boost::asio::io_context &io() const { return io_; }

    // ---- the runner's side
    /// The clock starts.
    void begin();
    /// Calls back, unless cancelled; at most once.
    void finish(health::Outcome outcome);
    void cancel();
    [[nodiscard]] bool pending() const { return done_ != nullptr; }
    [[nodiscard]] bool cancelled() const { return cancelled_; }
    /// Called when the run is cancelled, before its coroutine hears of it.
    std::function<void()> onCancel;

    // ---- the coroutine's side
    /// From now on it may wait `limit` for what `name` says ("the connection"), and never beyond the whole deadline.
    void phase(std::string_view name, Duration limit);
    /// Waits once, with all phases' limits. `descriptor` must be the run's own.
    [[nodiscard]] boost::asio::awaitable<Waited> wait(Descriptor &descriptor, Until until);
    /// What to say after Waited::TooLate: "sent nothing for 5.0 s while ... was awaited".
    [[nodiscard]] Failure tooLate(health::Reason reason) const;

    [[nodiscard]] Duration elapsed() const;
    [[nodiscard]] bool keepsSteps() const { return options_.keepSteps; }
    /// Asks for the text only when steps are kept.
    template<typename Text>
    void step(const Text &text)
    {
        if (options_.keepSteps)
            steps_.push_back({elapsed(), text()});
    }
    /// "SUBJECT FAILURE (after 12 ms)".
    [[nodiscard]] health::Outcome outcome(const std::string &subject, const Failure &failure) const;

private:
    using Clock = std::chrono::steady_clock;

    void arm();
    void onTimer();

    boost::asio::io_context &io_;
    health::Probe probe_;
    ProbeOptions options_;
    std::shared_ptr<ProbeResources> resources_;
    Done done_;
    boost::asio::steady_timer timer_;
    Clock::time_point began_;
    /// When it was last woken: what it does until it waits again takes no time to speak of, and in a virtual machine
    /// looking at the clock can cost as much as a system call.
    Clock::time_point moment_;
    Clock::time_point deadline_;
    Clock::time_point limit_; ///< of the phase, or of the whole
    Clock::time_point armed_; ///< for when the timer is set
    Clock::time_point phaseBegan_;
    Duration phaseLimit_{};
    Duration whole_{};
    std::string_view phase_ = "the answer";
    Descriptor *waiting_ = nullptr;
    bool tooLate_ = false;
    bool cancelled_ = false;
    std::vector<health::Step> steps_;
};

using Run = ProbeHandle::Run;

} // namespace twinhelm::checks
