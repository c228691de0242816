#pragma once

#include <string>

#include "common/config/model/node_config.h"

namespace twinhelm::config
{

/// keepalived.conf with every statement that has an effect once, in one fixed order and indentation: definitions,
/// repetitions, includes and conditions are resolved, what only repeats a default is gone. Two files that mean the
/// same give the same text; keepalived (2.2 and later) reads it as the file it came from.
/// Holds passwords: for files, not for logs.
[[nodiscard]] std::string normalisedText(const model::NodeConfig &config);

} // namespace twinhelm::config
