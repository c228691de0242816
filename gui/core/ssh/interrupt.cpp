#include "gui/core/ssh/interrupt.h"

#include "gui/core/ssh/tcp_socket.h"

namespace twinhelm::desk
{

Interrupt::~Interrupt()
{
    {
        const std::lock_guard lock(mutex_);
        quit_ = true;
        changed_.notify_all();
    }
    if (watchdog_.joinable())
        watchdog_.join();
}

void Interrupt::attach(int socket)
{
    const std::lock_guard lock(mutex_);
    sockets_.insert(socket);
    if (reason_ != Reason::None)
        shutdownSocket(socket);
}

void Interrupt::detach(int socket)
{
    const std::lock_guard lock(mutex_);
    sockets_.erase(socket);
}

void Interrupt::cancel()
{
    const std::lock_guard lock(mutex_);
    if (running_)
        end(Reason::Cancelled);
}

Interrupt::Reason Interrupt::reason() const
{
    const std::lock_guard lock(mutex_);
    return reason_;
}

void Interrupt::waitFor(std::chrono::milliseconds span)
{
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, span, [this] { return reason_ != Reason::None; });
}

void Interrupt::end(Reason reason)
{
    if (reason_ == Reason::None)
        reason_ = reason;
    for (const int socket : sockets_)
        shutdownSocket(socket);
    deadline_.reset();
    changed_.notify_all();
}

void Interrupt::setDeadline(std::optional<Clock::time_point> deadline)
{
    deadline_ = deadline;
    if (deadline_ && !watchdog_.joinable())
        watchdog_ = std::thread([this] { watch(); });
    changed_.notify_all();
}

void Interrupt::watch()
{
    std::unique_lock lock(mutex_);
    while (!quit_) {
        if (!deadline_) {
            changed_.wait(lock);
        } else if (Clock::now() >= *deadline_) {
            end(Reason::TimedOut);
        } else {
            const auto until = *deadline_; // a copy: wait_until reads it while others may change the original
            changed_.wait_until(lock, until);
        }
    }
}

Interrupt::Limit::Limit(Interrupt &interrupt, std::chrono::milliseconds span) : interrupt_(interrupt)
{
    const std::lock_guard lock(interrupt_.mutex_);
    interrupt_.reason_ = Reason::None;
    interrupt_.running_ = true;
    interrupt_.setDeadline(Clock::now() + span);
}

Interrupt::Limit::~Limit()
{
    const std::lock_guard lock(interrupt_.mutex_);
    interrupt_.running_ = false;
    interrupt_.setDeadline({});
}

Interrupt::Pause::Pause(Interrupt &interrupt) : interrupt_(interrupt)
{
    const std::lock_guard lock(interrupt_.mutex_);
    if (interrupt_.deadline_)
        left_ = *interrupt_.deadline_ - Clock::now();
    interrupt_.setDeadline({});
}

Interrupt::Pause::~Pause()
{
    const std::lock_guard lock(interrupt_.mutex_);
    if (left_ && interrupt_.reason_ == Reason::None)
        interrupt_.setDeadline(Clock::now() + *left_);
}

} // namespace twinhelm::desk
