#pragma once

#include "gui/core/live/live_cluster.h"
#include "tests/unit/gui/core/live/fake_feed.h"

namespace twinhelm::desk::fakes
{

/// Two nodes, their cluster and the time, all in the test's hands.
struct FakePair {
    Instant now{100'000, 1'700'000'000'000};
    FakeFeed first{QStringLiteral("lb01")};
    FakeFeed second{QStringLiteral("lb02")};
    LiveCluster live{QStringLiteral("web"), [this] { return now; }};

    FakePair() { live.setFeeds({&first, &second}); }

    /// lb01 MASTER, lb02 BACKUP.
    void hearHealthy()
    {
        first.hear(now, {instance("VI_1", "MASTER")});
        second.hear(now, {instance("VI_1", "BACKUP")});
    }
    void pass(qint64 milliseconds)
    {
        now.steadyMs += milliseconds;
        now.wall += milliseconds;
        live.refresh();
    }
};

} // namespace twinhelm::desk::fakes
