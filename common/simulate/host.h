#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/vrrp/node.h"

namespace twinhelm::simulate
{

/// A node as the simulation needs it: what it runs, and where it stands.
struct HostSetup {
    std::string id;
    vrrp::NodeSettings settings;
    std::vector<vrrp::InterfaceFacts> interfaces;
    std::map<std::string, std::string> segments; ///< of an interface; not listed: the segment of its own name
};

/// One simulated node. Network moves it.
struct Host {
    std::string id;
    vrrp::NodeSettings settings; ///< what it starts with
    std::map<std::string, vrrp::InterfaceFacts> interfaces;
    std::map<std::string, std::string> segments;
    std::map<std::string, vrrp::ScriptFinished> scripts; ///< how each run ends
    std::unique_ptr<vrrp::Node> engine;                  ///< nullptr: down
    std::uint64_t life = 0; ///< counts starts and ends; what was meant for another life is lost
    std::optional<TimePoint> deadline;
    unsigned idleSteps = 0;                           ///< deadlines in a row that did not move on
    std::set<std::pair<std::string, IpAddress>> held; ///< by instance

    [[nodiscard]] const std::string &segmentOf(const std::string &interface) const
    {
        const auto found = segments.find(interface);
        return found == segments.end() ? interface : found->second;
    }
};

} // namespace twinhelm::simulate
