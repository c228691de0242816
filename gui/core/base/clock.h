#pragma once

#include <functional>

#include <QtGlobal>

#include "common/base/time.h"

namespace twinhelm::desk
{

/// One reading of both clocks: `steadyMs` for ages and deadlines, `wall` for what people read.
struct Instant {
    qint64 steadyMs = 0;
    WallMillis wall = 0;
};

/// Injected wherever age matters, so that tests say what time it is.
using Clock = std::function<Instant()>;

[[nodiscard]] Instant systemInstant();

} // namespace twinhelm::desk
