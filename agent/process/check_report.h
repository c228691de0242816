#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "agent/process/configuration_message.h"
#include "common/wire/messages.h"

namespace twinhelm::agent
{

/// The findings about a configuration with file, line and column, as the API and `--check` give them. Pure.
[[nodiscard]] wire::CheckReport makeCheckReport(const ConfigurationBytes &bytes, const config::LoadedNode &loaded);
/// One finding in a line, as compilers write it: "file:3:5: error: text [K0201]".
[[nodiscard]] std::string renderFinding(const wire::DiagnosticState &finding);
struct LogLine {
    std::string severity; ///< of wire::DiagnosticState
    std::string text;
    friend bool operator==(const LogLine &, const LogLine &) = default;
};
/// What a log needs of the findings: of each kind the first few, and how many more there are. Ten thousand real servers
/// without a check are one thing to be told, not ten thousand.
[[nodiscard]] std::vector<LogLine> logLines(const wire::CheckReport &report);
/// The first error in a sentence, and how many more there are; empty when there is none.
[[nodiscard]] std::string summarizeErrors(const wire::CheckReport &report);
/// Lower-case hex SHA-256.
[[nodiscard]] std::string sha256Hex(std::string_view bytes);

} // namespace twinhelm::agent
