#pragma once

#include <functional>
#include <utility>

#include <QMetaObject>
#include <QPointer>
#include <QThreadPool>

namespace twinhelm::desk
{

/// Runs `work` on a thread of the pool and hands its value to `done` on the thread of `context`; `done` is not called
/// when `context` is gone by then. `work` must own what it touches.
template<typename Work, typename Done>
void runInBackground(QObject *context, Work work, Done done)
{
    const QPointer<QObject> guard(context);
    QThreadPool::globalInstance()->start([guard, work = std::move(work), done = std::move(done)]() mutable {
        auto value = work();
        QObject *target = guard.data();
        if (!target)
            return;
        QMetaObject::invokeMethod(
            target, [value = std::move(value), done = std::move(done)]() mutable { done(std::move(value)); },
            Qt::QueuedConnection);
    });
}

} // namespace twinhelm::desk
