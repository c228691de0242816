#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "agent/guardian/child_record.h"
#include "agent/process/configuration_message.h"
#include "common/base/result.h"
#include "common/base/time.h"

namespace twinhelm::agent
{

/// What one program of the guardian's process leaves to the next one, which may be of another version.
struct Succession {
    std::string fromVersion;
    ConfigurationBytes configuration; ///< in force, whatever stands on the disk by now
    wire::ConfigState config;
    TimePoint startedAt{}; ///< of the agent
    int lock = -1;         ///< descriptor of the runtime folder's lock
    std::vector<ChildRecord> children;
    std::optional<std::uint64_t> answer; ///< message of the api process that waits for the outcome
};

/// The line by which a program says that it could go on: "twinhelmd can take over, version 1.2.3".
[[nodiscard]] std::string readyLine();
/// The version in such a line; nothing: it is another one.
[[nodiscard]] std::optional<std::string> versionInReadyLine(const std::string &output);

/// As text and back. A0195: it is not one, or of a later format than this version knows. Pure.
[[nodiscard]] std::string writeSuccession(const Succession &succession);
[[nodiscard]] Result<Succession> parseSuccession(const std::string &text);

} // namespace twinhelm::agent
