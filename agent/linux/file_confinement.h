#pragma once

#include <string>
#include <vector>

#include "common/base/result.h"

namespace twinhelm::agent
{

/// Which files a process may still reach (Landlock). Paths that do not exist are left out.
struct ReachableFiles {
    std::vector<std::string> readable;      ///< files and folders with all below them
    std::vector<std::string> socketFolders; ///< here it may make and remove sockets
};

/// Takes every other file away from the calling thread and all threads and programs it starts, for good. User id 0
/// helps no more. False: this kernel has no Landlock, nothing has changed. A0351: it has, and refused.
/// Call after dropPrivileges(), before the first thread starts.
[[nodiscard]] Result<bool> confineFiles(const ReachableFiles &files);

} // namespace twinhelm::agent
