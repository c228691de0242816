#pragma once

#include <functional>
#include <string>

#include "common/config/source/source_set.h"
#include "common/diagnostics/diagnostic.h"

namespace twinhelm
{

/// A finding as a compiler would print it, with the line it is about:
///
///     keepalived.conf:12:14: error: priority must be from 1 to 255; the default is taken instead. [K0102]
///         priority 300
///                  ^~~
///     keepalived.conf:3:5: note: ...
///
/// Secrets are shown as ********. A line beyond `mostColumns` bytes is shown around the place. Ends with a line end; no
/// colour.
[[nodiscard]] std::string renderText(const Diagnostic &diagnostic, const config::SourceSet &sources,
                                     std::size_t mostColumns = 160);

/// All of them in their order, then a line with the sum: "1 error, 2 warnings". Empty when there are none.
[[nodiscard]] std::string renderText(const Diagnostics &diagnostics, const config::SourceSet &sources);

/// Whose sources a range is of, by the node a finding or a note names.
using SourcesOf = std::function<const config::SourceSet &(const std::string &node)>;

/// The same for findings of several nodes, each note from its own node's sources.
[[nodiscard]] std::string renderText(const Diagnostics &diagnostics, const SourcesOf &sourcesOf);

/// error, warning, hint.
[[nodiscard]] std::string_view severityName(Severity severity);

} // namespace twinhelm
