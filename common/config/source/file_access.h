#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace twinhelm::config
{

/// The bytes of a file, or nothing when it cannot be read. How the desk reads a file of another node, and how
/// tests read none at all.
using FileReader = std::function<std::optional<std::string>(const std::string &path)>;

/// Paths that match a shell pattern, sorted. A plain name gives itself when it exists.
using FileFinder = std::function<std::vector<std::string>(const std::string &pattern)>;

/// Reads a configuration file of this machine. Nothing when it is missing, unreadable, not a regular file, or
/// executable: keepalived takes none of these.
[[nodiscard]] std::optional<std::string> readDiskFile(const std::string &path);

/// glob(3) of this machine, with {a,b} alternatives.
[[nodiscard]] std::vector<std::string> findDiskFiles(const std::string &pattern);

} // namespace twinhelm::config
