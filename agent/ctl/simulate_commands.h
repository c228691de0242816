#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "agent/ctl/streams.h"

namespace twinhelm::ctl
{

/// What `twinhelmctl simulate` was asked.
struct SimulateWanted {
    std::vector<std::string> inputs; ///< one document for all nodes, or NAME=FILE for each
    std::vector<std::string> ids;    ///< of the document's nodes; empty: those it names
    std::string length = "60s";
    std::uint64_t seed = 1;
    std::vector<std::pair<std::string, std::string>> steps; ///< moment and what happens then
    std::vector<std::string> addresses;                     ///< NODE=ADDRESS or NODE:INTERFACE=ADDRESS
    bool failures = false;                                  ///< one after the other everything that can fail
    std::string format = "text";                            ///< or json
};

/// Runs the nodes' configurations in virtual time and prints who holds which address when, or what becomes of each
/// address if this or that fails. Needs no agent.
/// Returns an exit code (exit_code.h).
int simulateNodes(const SimulateWanted &wanted, const Streams &io);

} // namespace twinhelm::ctl
