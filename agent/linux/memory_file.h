#pragma once

#include <string>

#include "agent/linux/file_descriptor.h"
#include "common/base/result.h"

namespace twinhelm::agent
{

/// A file without a name, in memory: for what one program passes to another by an inherited descriptor.
/// A0361 when the kernel has no memory for it. Close-on-exec.
[[nodiscard]] Result<FileDescriptor> makeMemoryFile(const std::string &content);
/// All of a file from its beginning, wherever its descriptor stands. A0361 when it cannot be read.
[[nodiscard]] Result<std::string> readWholeFile(int fd);

} // namespace twinhelm::agent
