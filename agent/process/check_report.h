#pragma once

#include <string>
#include <string_view>

#include "agent/process/configuration_message.h"
#include "common/wire/messages.h"

namespace twinhelm::agent
{

/// The findings about a configuration with file, line and column, as the API and `--check` give them. Pure.
[[nodiscard]] wire::CheckReport makeCheckReport(const ConfigurationBytes &bytes, const config::LoadedNode &loaded);
/// One finding in a line, as compilers write it: "file:3:5: error: text [K0201]".
[[nodiscard]] std::string renderFinding(const wire::DiagnosticState &finding);
/// The first error in a sentence, and how many more there are; empty when there is none.
[[nodiscard]] std::string summarizeErrors(const wire::CheckReport &report);
/// Lower-case hex SHA-256.
[[nodiscard]] std::string sha256Hex(std::string_view bytes);

} // namespace twinhelm::agent
