#pragma once

#include <string>
#include <vector>

#include "agent/ctl/exit_code.h"
#include "agent/ctl/streams.h"
#include "common/config/load.h"

namespace twinhelm::ctl
{

/// A text that a command works on: a file, or standard input ("-"), whose result goes to standard output.
struct TextSource {
    std::string path; ///< "-" for standard input
    std::string text;

    [[nodiscard]] bool isStandard() const { return path == "-"; }
    /// What findings and messages call it.
    [[nodiscard]] std::string name() const { return isStandard() ? "<stdin>" : path; }
    /// Where relative includes start, as an absolute path.
    [[nodiscard]] std::string directory() const;
};

/// A0101: cannot be read.
[[nodiscard]] Result<TextSource> readText(const std::string &path, const Streams &io);

/// The text as a node of this id reads it. Includes are followed from the file's folder, or from the current one.
[[nodiscard]] config::LoadedNode loadSource(const TextSource &source, const std::string &nodeId);

/// Puts a new text in the source's place, in one moment; mode and owner stay. Returns an exit code.
int replaceText(const TextSource &source, const std::string &text, const Streams &io);

/// Writes to a file, whose mode and owner stay when it is there already, or to standard output when `output` is empty
/// or
/// "-". Returns an exit code, `unreadable` when the file cannot be written.
int deliverText(const std::string &text, const std::string &output, const Streams &io,
                int unreadable = exit_code::unreadable);

} // namespace twinhelm::ctl
