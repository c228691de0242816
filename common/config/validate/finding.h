#pragma once

#include <string>
#include <string_view>

#include "common/config/expand/words.h"
#include "common/diagnostics/diagnostic.h"

namespace twinhelm::config
{

[[nodiscard]] inline Diagnostic finding(std::string_view code, SourceRange range, std::string message,
                                        Severity severity = Severity::Error)
{
    return {std::string(code), severity, range, std::move(message), {}, {}, {}};
}

/// A word of the configuration inside a message.
[[nodiscard]] inline std::string quoted(std::string_view text)
{
    return '"' + std::string(text) + '"';
}

} // namespace twinhelm::config
