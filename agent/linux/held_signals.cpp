#include "agent/linux/held_signals.h"

#include <utility>

namespace twinhelm::agent
{

HeldSignals::HeldSignals()
{
    sigset_t held;
    sigemptyset(&held);
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&held, number);
    ::pthread_sigmask(SIG_BLOCK, &held, &before_);
}

void HeldSignals::release()
{
    if (std::exchange(holds_, false))
        ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

} // namespace twinhelm::agent
