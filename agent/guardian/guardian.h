#pragma once

#include <string>

#include "agent/linux/held_signals.h"
#include "agent/process/configuration_message.h"

namespace twinhelm::agent
{

struct AgentOptions {
    std::string configPath = "/etc/keepalived/keepalived.conf";
    std::string nodeId;
    std::string runtimeDir = "/run/twinhelm";
    std::string stateDir = "/var/lib/twinhelm";
    std::string listen = "0.0.0.0:7443"; ///< empty: the Unix socket alone
    bool foreground = false;
    /// Descriptor of what the program before this one has left in this very process (succession.h); -1: a start.
    int succession = -1;
};

/// The exit codes of twinhelmd.
namespace exit_code
{
inline constexpr int ok = 0;
inline constexpr int cannotRun = 1;  ///< no privileges, another one runs here, no folder
inline constexpr int badConfig = 5;  ///< errors, and nothing that could be run
inline constexpr int unreadable = 6; ///< the configuration file cannot be read
} // namespace exit_code

/// The first process: starts, watches and ends the others, keeps the journal, relays between them. Parses nothing from
/// the network. Returns the exit code after SIGTERM or SIGINT, when everything has ended; SIGHUP reloads.
/// `held` keeps these signals back until the guardian can take them.
[[nodiscard]] int runGuardian(const AgentOptions &options, HeldSignals &held);

/// Whether this program could take over what lies in `left`, for the running guardian that asks before it lets itself
/// be replaced: says so on standard output, or why not. Changes nothing. Returns the exit code.
[[nodiscard]] int runTrial(int left);

} // namespace twinhelm::agent
