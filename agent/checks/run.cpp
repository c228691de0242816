#include "agent/checks/run.h"

#include <boost/asio.hpp>

#include "common/health/words.h"

namespace twinhelm::checks
{

namespace asio = boost::asio;
using boost::system::error_code;

ProbeHandle::Run::Run(asio::io_context &io, health::Probe probe, const ProbeOptions &options,
                      std::shared_ptr<ProbeResources> resources, Done done)
    : io_(io), probe_(std::move(probe)), options_(options), resources_(std::move(resources)), done_(std::move(done)),
      timer_(io)
{
}

void ProbeHandle::Run::begin()
{
    began_ = moment_ = Clock::now();
    whole_ = options_.deadline > Duration::zero() ? options_.deadline : deadlineOf(probe_);
    deadline_ = began_ + whole_;
    phaseBegan_ = began_;
    limit_ = deadline_;
    armed_ = Clock::time_point::max();
}

void ProbeHandle::Run::finish(health::Outcome outcome)
{
    timer_.cancel();
    if (!done_)
        return;
    outcome.took = elapsed();
    outcome.steps = std::move(steps_);
    const auto done = std::exchange(done_, nullptr);
    done(std::move(outcome));
}

void ProbeHandle::Run::cancel()
{
    if (cancelled_)
        return;
    cancelled_ = true;
    done_ = nullptr;
    timer_.cancel();
    if (onCancel)
        onCancel();
    if (waiting_) {
        error_code ignored;
        waiting_->cancel(ignored);
    }
}

// ---- time --------------------------------------------------------------------------------------

Duration ProbeHandle::Run::elapsed() const
{
    return (options_.keepSteps ? Clock::now() : moment_) - began_;
}

void ProbeHandle::Run::phase(std::string_view name, Duration limit)
{
    phase_ = name;
    phaseLimit_ = std::min(limit, whole_);
    phaseBegan_ = moment_;
    limit_ = std::min(phaseBegan_ + limit, deadline_);
    tooLate_ = false;
}

/// One timer for all phases: it is set anew only when it would come too late, and looks again when it comes too early.
void ProbeHandle::Run::arm()
{
    if (limit_ >= armed_)
        return;
    armed_ = limit_;
    timer_.expires_at(limit_);
    timer_.async_wait([weak = weak_from_this()](const error_code &error) {
        if (const auto run = weak.lock(); run && !error)
            run->onTimer();
    });
}

void ProbeHandle::Run::onTimer()
{
    armed_ = Clock::time_point::max();
    if (cancelled_ || !waiting_)
        return; // the next wait() arms it
    if (Clock::now() < limit_) {
        arm();
        return;
    }
    tooLate_ = true;
    error_code ignored;
    waiting_->cancel(ignored);
}

asio::awaitable<ProbeHandle::Run::Waited> ProbeHandle::Run::wait(Descriptor &descriptor, Until until)
{
    if (cancelled_)
        co_return Waited::Cancelled;
    arm();
    waiting_ = &descriptor;
    error_code error;
    const auto what = until == Until::Readable ? Descriptor::wait_read : Descriptor::wait_write;
    co_await descriptor.async_wait(what, asio::redirect_error(asio::use_awaitable, error));
    waiting_ = nullptr;
    moment_ = Clock::now();
    if (cancelled_)
        co_return Waited::Cancelled;
    co_return error || tooLate_ ? Waited::TooLate : Waited::Ready;
}

// ---- words -------------------------------------------------------------------------------------

Failure ProbeHandle::Run::tooLate(health::Reason reason) const
{
    std::string text = "did not give ";
    text += phase_;
    // A phase that has had nearly all the time there is was not cut off by the others.
    if (limit_ < deadline_ || phaseBegan_ - began_ < whole_ / 20)
        return {reason, text + " within " + health::lasting(phaseLimit_)};
    return {reason, text + " by the end of the whole check"};
}

health::Outcome ProbeHandle::Run::outcome(const std::string &subject, const Failure &failure) const
{
    health::Outcome out;
    out.reason = failure.reason;
    out.text = subject + ' ' + failure.text + " (" + health::after(elapsed()) + ')';
    return out;
}

} // namespace twinhelm::checks
