#pragma once

#include <string>
#include <vector>

#include "common/simulate/failure_table.h"

namespace twinhelm::simulate
{

/// The table for people: what fails, and for each address who holds it then, after how long, and who at the end.
[[nodiscard]] std::string reportText(const FailureTable &table, const std::vector<std::string> &assumptions);

/// The same for programs, as one JSON object with a line end. Times are seconds.
[[nodiscard]] std::string reportJson(const FailureTable &table, const std::vector<std::string> &assumptions);

} // namespace twinhelm::simulate
