#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "agent/ctl/streams.h"
#include "common/base/time.h"

/// The commands of enrolment; `stateDir`/tls is where the identity lies. Each returns an exit code (exit_code.h).
namespace twinhelm::ctl
{

/// Makes the key when it is missing, prints a signing request.
int identityRequest(const std::filesystem::path &stateDir, const std::string &name,
                    const std::vector<std::string> &alternatives, const Streams &io);
/// Reads the node's certificate and the site CA's from standard input and puts them in force.
int identityInstall(const std::filesystem::path &stateDir, WallMillis now, bool json, const Streams &io);
int identityShow(const std::filesystem::path &stateDir, WallMillis now, bool json, const Streams &io);

} // namespace twinhelm::ctl
