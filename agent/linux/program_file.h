#pragma once

#include <string>
#include <vector>

#include "agent/linux/file_descriptor.h"
#include "common/base/result.h"

namespace twinhelm::agent
{

/// A program that may take this process's place. The file is opened once: what was looked at is what runs, whoever
/// renames another file to its name meanwhile.
class ProgramFile
{
public:
    /// A0191: the path is not absolute, or not a regular executable file, or somebody else than root and this process's
    /// user could write it.
    [[nodiscard]] static Result<ProgramFile> open(const std::string &path);
    /// The file this process was started from; when another one has its name by now, as after an upgrade of the
    /// package, that one's path.
    [[nodiscard]] static std::string ownPath();

    [[nodiscard]] const std::string &path() const { return path_; }
    /// A name of this very file for SpawnRequest::program, as long as this object lives.
    [[nodiscard]] std::string runnablePath() const;
    /// Makes this process run it: same process id, same children, another program. Of all descriptors above 2 only
    /// `kept` stay open. Returns only when the kernel refuses, with errno; everything is as before then.
    /// All other threads end without a word: what they work on must be done.
    [[nodiscard]] int replaceThisProcess(const std::vector<std::string> &argv, const std::vector<int> &kept) const;

private:
    ProgramFile(std::string path, FileDescriptor fd) : path_(std::move(path)), fd_(std::move(fd)) {}

    std::string path_;
    FileDescriptor fd_;
};

} // namespace twinhelm::agent
