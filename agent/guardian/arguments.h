#pragma once

#include <string>
#include <vector>

#include "agent/guardian/guardian.h"

/// How the guardian starts the programs around it; agent/twinhelmd.cpp reads it.
namespace twinhelm::agent
{

[[nodiscard]] std::vector<std::string> roleArguments(const AgentOptions &options, const std::string &role);
/// Of the program that takes the guardian's place; `succession`: descriptor of what it is left.
[[nodiscard]] std::vector<std::string> successorArguments(const AgentOptions &options, int succession);

} // namespace twinhelm::agent
