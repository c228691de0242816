#pragma once

#include <string>
#include <vector>

#include "agent/ctl/streams.h"

/// The commands that need files, no agent. Each returns an exit code (exit_code.h).
namespace twinhelm::ctl
{

/// `inputs` as NAME=FILE.
int mergeFiles(const std::vector<std::string> &inputs, const std::string &output, const Streams &io);

} // namespace twinhelm::ctl
