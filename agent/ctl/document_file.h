#pragma once

#include <string>

#include "agent/ctl/streams.h"
#include "common/base/result.h"

namespace twinhelm::ctl
{

/// A configuration that a command works on: a file, or standard input ("-"), whose result goes to standard output.
struct DocumentFile {
    std::string path; ///< "-" for standard input
    std::string text;

    [[nodiscard]] bool isStandard() const { return path == "-"; }
    /// For messages.
    [[nodiscard]] std::string name() const { return isStandard() ? "standard input" : path; }
    /// Where relative includes start.
    [[nodiscard]] std::string directory() const;
};

/// A0101 when it cannot be read.
[[nodiscard]] Result<DocumentFile> readDocument(const std::string &path, const Streams &io);

/// Puts a new text in the document's place, in one moment; mode and owner stay. Returns an exit code.
int replaceDocument(const DocumentFile &document, const std::string &text, const Streams &io);

/// Writes a new file, or standard output for "-" and "". Returns an exit code.
int deliverText(const std::string &text, const std::string &output, const Streams &io);

} // namespace twinhelm::ctl
