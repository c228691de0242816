#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "common/vrrp/node_events.h"

namespace boost::asio
{
class io_context;
}

namespace twinhelm::agent
{

/// Counts the processes of each vrrp_track_process by the kernel's news and tells vrrp::ProcessesCounted at every
/// change. Where the kernel tells nothing (another network namespace than the first, no CAP_NET_ADMIN) it looks
/// through /proc once a second and says so with one vrrp::Trouble; keepalived keeps its first count then.
/// Threading: the io_context's thread. Costs nothing while no process is tracked.
class ProcessMonitor
{
public:
    using Sink = std::function<void(vrrp::NodeEvent)>;

    ProcessMonitor(boost::asio::io_context &io, Sink sink);
    ~ProcessMonitor();

    /// Tells every count at once.
    void configure(const std::vector<vrrp::ProcessSettings> &processes);

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace twinhelm::agent
