#include "agent/notify/last_notices.h"

namespace twinhelm::agent
{

void LastNotices::wait(std::chrono::milliseconds most)
{
    until_ = std::chrono::steady_clock::now() + most;
    look();
}

void LastNotices::look()
{
    constexpr std::chrono::milliseconds again{10};
    const bool done = scripts_.runningNotifies() == 0 && channel_.idle() && !fifos_.running() && mailer_.waiting() == 0;
    if (done || std::chrono::steady_clock::now() >= until_) {
        fifos_.killReaders();
        io_.stop();
        return;
    }
    timer_.expires_after(again);
    timer_.async_wait([this](boost::system::error_code) { look(); });
}

} // namespace twinhelm::agent
