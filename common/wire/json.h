#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "common/wire/messages.h"

/// JSON of the API's messages. Field names are the struct's names in snake_case; docs/api.md lists them.
///
/// Writing cannot fail: bytes that are not UTF-8 (a script's output, a strange file name) become U+FFFD.
/// Reading ignores unknown fields and keeps the default of absent ones or of null. Errors:
/// A0450 not JSON, A0451 a value of the wrong type or range (`what` names the path: instances[2].since),
/// A0452 longer than `maxJsonBytes` or nested deeper than `maxJsonDepth`.
/// Threading: free functions without state.
namespace twinhelm::wire
{

/// A state of 4,080 instances has about 8 MB.
inline constexpr std::size_t maxJsonBytes = std::size_t{64} << 20;
inline constexpr std::size_t maxJsonDepth = 16;

[[nodiscard]] std::string toJson(const NodeState &state);
[[nodiscard]] std::string toJson(const Event &event);
[[nodiscard]] std::string toJson(const Refusal &refusal);
[[nodiscard]] std::string toJson(const CheckReport &report);
[[nodiscard]] std::string toJson(const PlanReport &report);
[[nodiscard]] std::string toJson(const ProbeReport &report);

[[nodiscard]] Result<NodeState> parseNodeState(std::string_view text);
[[nodiscard]] Result<Event> parseEvent(std::string_view text);
[[nodiscard]] Result<Refusal> parseRefusal(std::string_view text);
[[nodiscard]] Result<CheckReport> parseCheckReport(std::string_view text);
[[nodiscard]] Result<PlanReport> parsePlanReport(std::string_view text);
[[nodiscard]] Result<ProbeReport> parseProbeReport(std::string_view text);

} // namespace twinhelm::wire
