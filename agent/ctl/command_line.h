#pragma once

#include "agent/ctl/streams.h"

namespace twinhelm::ctl
{

/// The whole of twinhelmctl but for main(): parses the command line, runs the command, returns the exit code.
[[nodiscard]] int runCtl(int argc, const char *const *argv, const Streams &io);

} // namespace twinhelm::ctl
