#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "agent/api/limits.h"
#include "agent/process/channel.h"

namespace twinhelm::api
{

/// Where the API listens for the desk.
struct ListenAddress {
    std::string host; ///< an IPv4 or IPv6 address; "::" takes both families
    std::uint16_t port = 7443;
};

struct ApiOptions {
    std::filesystem::path runtimeDir;    ///< api.sock is made here, mode 0600
    std::filesystem::path stateDir;      ///< identity in tls/, journal in journal/ (read only)
    std::optional<ListenAddress> listen; ///< nothing: the Unix socket alone
    Limits limits;
};

/// The api process: serves HTTPS and the Unix socket from what the guardian relays, until the guardian closes the
/// channel or SIGTERM comes. Needs no capability; run it after privileges are dropped.
///
/// Takes from the channel: State (the whole node's), Event (stored, with its id). Sends: Command (commands.h),
/// and Event with id 0 for what the journal is to keep (api.refused, api.identity); the guardian stores those
/// and relays them back like any other.
/// Log lines go through agent/process/log.h, which the caller has started. SIGHUP re-reads the identity.
/// Returns the process's exit code: 0 orderly end, 1 when the Unix socket cannot be opened.
[[nodiscard]] int runApi(const ApiOptions &options, agent::ChannelFd channel);

} // namespace twinhelm::api
