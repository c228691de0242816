#pragma once

#include <string>
#include <vector>

#include "agent/ctl/streams.h"

namespace twinhelm::ctl
{

/// What `twinhelmctl realserver` was asked.
struct RealServerWanted {
    std::string file;                 ///< the director's configuration; empty: --vip says all
    std::string configId;             ///< whose it is
    std::vector<std::string> servers; ///< the real server's own addresses; empty: those of this host
    std::vector<std::string> vips;    ///< addresses besides those of the file
    std::string method = "DR";        ///< of these; or TUN
    std::string device = "lo";        ///< where those of DR stand
};

/// Prints the script that makes a host a real server: for a look, or for `ssh HOST sh`.
int realServerPlan(const RealServerWanted &wanted, const Streams &io);
/// Runs it here.
int realServerApply(const RealServerWanted &wanted, const Streams &io);
/// Says what is wrong with this host as a real server, a line each; 0: nothing is.
int realServerCheck(const RealServerWanted &wanted, const Streams &io);

} // namespace twinhelm::ctl
