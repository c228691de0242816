#pragma once

#include <string>

#include "common/wire/messages.h"

/// What the commands about virtual servers print. Pure; ages are counted from the message's own `now`.
namespace twinhelm::ctl
{

/// A line for each service, below what is to be said of the balancer as a whole.
[[nodiscard]] std::string servicesText(const wire::NodeState &state);
/// A block for each service, or for the one of this name, with a line for each server and probe.
[[nodiscard]] std::string serversText(const wire::NodeState &state, const std::string &service);
/// The same for programs: the state with nothing but `balancer` and `services`.
[[nodiscard]] std::string servicesJson(const wire::NodeState &state, const std::string &service);
/// The transcript of probes that were run just now.
[[nodiscard]] std::string probeText(const wire::ProbeReport &report);

} // namespace twinhelm::ctl
