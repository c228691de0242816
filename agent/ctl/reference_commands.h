#pragma once

#include <string>

#include "agent/ctl/streams.h"

/// The commands that look things up. Each returns an exit code (exit_code.h).
namespace twinhelm::ctl
{

/// What a finding's code means, with examples.
int explain(const std::string &code, const Streams &io);
/// A keyword's page: "vrrp_instance/advert_int", or "advert_int" for every block that has it.
int keyword(const std::string &name, const Streams &io);

} // namespace twinhelm::ctl
