#pragma once

#include <string>

#include "agent/linux/file_descriptor.h"
#include "common/base/result.h"

namespace twinhelm::agent
{

/// One daemon for each runtime folder. The lock goes with the process, however it ends.
class LockFile
{
public:
    /// Makes the folder when it is missing and writes the process id into `<folder>/twinhelmd.pid`.
    /// A0360: another twinhelmd holds it, or the folder cannot be written.
    [[nodiscard]] static Result<LockFile> take(const std::string &folder);
    /// One that an earlier program of this process has taken and left open.
    [[nodiscard]] static LockFile takeUp(int fd) { return LockFile(FileDescriptor(fd)); }
    [[nodiscard]] int fd() const { return fd_.get(); }

private:
    explicit LockFile(FileDescriptor fd) : fd_(std::move(fd)) {}

    FileDescriptor fd_;
};

/// Makes a folder and its parents with the given mode. A0361 with the reason.
[[nodiscard]] Result<void> makeFolder(const std::string &folder, unsigned mode);

} // namespace twinhelm::agent
