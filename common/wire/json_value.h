#pragma once

#include <boost/json/value.hpp>

#include "common/base/result.h"
#include "common/wire/messages.h"

/// The messages as parts of a larger JSON value, for the channel between the agent's processes.
/// Same fields and errors (A0451) as common/wire/json.h; texts are carried as they are, also when not UTF-8.
namespace twinhelm::wire
{

[[nodiscard]] boost::json::value toValue(const NodeState &state);
[[nodiscard]] boost::json::value toValue(const Event &event);
[[nodiscard]] boost::json::value toValue(const CheckReport &report);
[[nodiscard]] boost::json::value toValue(const PlanReport &report);
[[nodiscard]] boost::json::value toValue(const ProbeReport &report);

[[nodiscard]] Result<NodeState> nodeStateFrom(const boost::json::value &value);
[[nodiscard]] Result<Event> eventFrom(const boost::json::value &value);
[[nodiscard]] Result<CheckReport> checkReportFrom(const boost::json::value &value);
[[nodiscard]] Result<PlanReport> planReportFrom(const boost::json::value &value);
[[nodiscard]] Result<ProbeReport> probeReportFrom(const boost::json::value &value);

} // namespace twinhelm::wire
