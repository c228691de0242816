#pragma once

#include <optional>
#include <string>
#include <vector>

#include "agent/linux/child_process.h"
#include "agent/process/channel.h"
#include "agent/process/fd_watch.h"

namespace twinhelm::agent
{

/// Starts the sweep role (agent/vrrp/sweep_process.h) and reaps it; nobody waits for it.
/// Threading: the io_context's thread.
class Sweeper
{
public:
    explicit Sweeper(boost::asio::io_context &io) : io_(io) {}

    /// One at a time; a sweep that still runs is left to it. `configure`: the command with the configuration in force.
    void sweep(const std::vector<std::string> &argv, boost::json::value configure);

private:
    boost::asio::io_context &io_;
    std::optional<ChildProcess> process_;
    std::optional<Channel> channel_;
    std::optional<FdWatch> watch_;
};

} // namespace twinhelm::agent
