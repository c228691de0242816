#include "gui/core/base/clock.h"

#include <chrono>

#include <QDateTime>

namespace twinhelm::desk
{

Instant systemInstant()
{
    using namespace std::chrono;
    const auto steady = duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
    return {steady, QDateTime::currentMSecsSinceEpoch()};
}

} // namespace twinhelm::desk
