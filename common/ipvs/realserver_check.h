#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/ipvs/realserver.h"

namespace twinhelm::ipvs
{

/// A real server as it is.
struct RealServerState {
    struct Interface {
        std::string name;
        bool up = false;
        std::vector<Prefix> addresses;
        std::optional<int> arpIgnore; ///< the interface's own setting; nothing: it has none
        std::optional<int> arpAnnounce;
        std::optional<int> rpFilter;
    };
    std::vector<Interface> interfaces;
    int arpIgnore = 0; ///< for all interfaces: the higher of both counts
    int arpAnnounce = 0;
    int rpFilter = 0;
    std::optional<std::string> sysctlFile; ///< content of realServerSysctlFile; nothing: it is not there
    std::optional<std::string> unitFile;
};

struct RealServerProblem {
    std::string what; ///< one line
    std::string mend; ///< one line; empty: "twinhelmctl realserver apply" does
    friend bool operator==(const RealServerProblem &, const RealServerProblem &) = default;
};

/// What keeps it from serving its virtual addresses, or makes it answer for them, now or after the next boot.
[[nodiscard]] std::vector<RealServerProblem> realServerProblems(const RealServerSettings &settings,
                                                                const RealServerState &state);

} // namespace twinhelm::ipvs
