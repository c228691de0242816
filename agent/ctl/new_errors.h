#pragma once

#include <string>
#include <vector>

#include "agent/ctl/text_source.h"

namespace twinhelm::ctl
{

/// The errors that `after` has and the document has not, on any of the nodes or between them, as a compiler would print
/// them; empty when there are none.
[[nodiscard]] std::string newErrors(const TextSource &document, const std::string &after,
                                    const std::vector<std::string> &nodes);

} // namespace twinhelm::ctl
