#pragma once

#include <string>
#include <vector>

#include "agent/ctl/streams.h"
#include "common/config/load.h"

namespace twinhelm::ctl
{

/// A text to work on: a file, or with "-" standard input.
struct TextSource {
    std::string path; ///< "-" for standard input
    std::string text;

    /// What findings call it.
    [[nodiscard]] std::string name() const { return path == "-" ? "<stdin>" : path; }
};

/// A0101: cannot be read.
[[nodiscard]] Result<TextSource> readText(const std::string &path, const Streams &io);

/// The text as a node of this id reads it. Includes are followed from the file's folder, or from the current one.
[[nodiscard]] config::LoadedNode loadSource(const TextSource &source, const std::string &nodeId);

/// Writes to a file, or to standard output when `output` is empty or "-". Returns an exit code.
int deliverText(const std::string &text, const std::string &output, int unreadable, const Streams &io);

} // namespace twinhelm::ctl
