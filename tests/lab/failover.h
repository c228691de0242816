#pragma once

#include <string>
#include <vector>

#include "tests/lab/engine.h"

namespace twinhelm::lab
{

/// How the master goes.
enum class Loss {
    Crash, ///< its link is cut and its whole process tree killed: the host died
    Stop,  ///< SIGTERM
};

struct FailoverCase {
    EngineKind engine = EngineKind::Twinhelm;
    int version = 2;
    Millis advert{1000};
    Loss loss = Loss::Crash;
    int backupPriority = 100;

    /// (256 - priority) / 256 of an advert interval (RFC 3768 section 6.1, RFC 9568 section 6.1).
    [[nodiscard]] double skewMs() const;
    /// How long a backup waits after the last advert it heard.
    [[nodiscard]] double masterDownMs() const { return 3.0 * static_cast<double>(advert.count()) + skewMs(); }
    /// The protocol's limit for this loss.
    [[nodiscard]] double limitMs() const { return loss == Loss::Crash ? masterDownMs() : skewMs(); }
};

struct FailoverResult {
    double outageMs = 0;    ///< what a client saw
    std::string trouble;    ///< why there is no figure; empty: there is one
    std::string logs;       ///< of every host, when there is trouble
    bool oneHolder = false; ///< afterwards the VIP is on the new master only (Crash: the dead host is not asked)
};

/// One failover in a lab of its own: two engines with the VIP, a client that asks it every millisecond.
/// `phase` (0..1) says where between two adverts the master goes.
FailoverResult measureFailover(const FailoverCase &what, double phase);

/// `rounds` failovers at phases spread over the interval, `together` labs at a time.
std::vector<FailoverResult> measureFailovers(const FailoverCase &what, int rounds, int together);

} // namespace twinhelm::lab
