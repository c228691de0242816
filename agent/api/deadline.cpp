#include "agent/api/deadline.h"

#include <boost/asio/steady_timer.hpp>

namespace twinhelm::api
{

struct Deadline::State {
    boost::asio::steady_timer timer;
    std::function<void()> cut;
    std::uint64_t armed = 0; ///< a handler that was already on its way when in() or off() came is void
    bool passed = false;
};

Deadline::Deadline(const boost::asio::any_io_executor &executor, std::function<void()> cut)
    : state_(new State{boost::asio::steady_timer(executor), std::move(cut)})
{
}

Deadline::~Deadline()
{
    off();
}

void Deadline::in(std::chrono::milliseconds time)
{
    state_->passed = false;
    state_->timer.expires_after(time);
    state_->timer.async_wait([state = state_, armed = ++state_->armed](const boost::system::error_code &error) {
        if (error || state->armed != armed)
            return;
        state->passed = true;
        state->cut();
    });
}

void Deadline::off()
{
    ++state_->armed;
    state_->timer.cancel();
}

bool Deadline::passed() const
{
    return state_->passed;
}

} // namespace twinhelm::api
