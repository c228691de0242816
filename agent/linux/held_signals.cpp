#include "agent/linux/held_signals.h"

#include <utility>

namespace twinhelm::agent
{

HeldSignals::HeldSignals()
{
    sigemptyset(&held_);
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&held_, number);
    ::pthread_sigmask(SIG_BLOCK, &held_, nullptr);
}

void HeldSignals::release()
{
    if (std::exchange(holds_, false))
        ::pthread_sigmask(SIG_UNBLOCK, &held_, nullptr);
}

} // namespace twinhelm::agent
