#pragma once

#include <map>
#include <string>
#include <vector>

#include <boost/json/value.hpp>

#include "common/base/result.h"
#include "common/config/load.h"

namespace twinhelm::agent
{

/// The bytes of a configuration: the main file, what it includes, and what its include patterns matched. The guardian
/// reads them once; whoever parses them again, in whichever process, sees the same.
struct ConfigurationBytes {
    std::string path; ///< of the main file
    std::string nodeId;
    std::string text; ///< of the main file
    std::map<std::string, std::string> files;
    std::map<std::string, std::vector<std::string>> patterns;

    friend bool operator==(const ConfigurationBytes &, const ConfigurationBytes &) = default;
};

/// Reads a file and what it includes from this machine's disk. A0101: the main file cannot be read.
[[nodiscard]] Result<ConfigurationBytes> readConfiguration(const std::string &path, const std::string &nodeId);
/// The same for a text that would stand at `path`.
[[nodiscard]] ConfigurationBytes readIncludes(std::string text, const std::string &path, const std::string &nodeId);
/// Parses the bytes; reads no disk.
[[nodiscard]] config::LoadedNode loadConfiguration(const ConfigurationBytes &bytes);

/// Body of the `configure` command and back (A0184 when it is not one). `adopt`: the receiver's predecessor was killed
/// a moment ago; what it held goes on.
[[nodiscard]] boost::json::value makeConfigureCommand(const ConfigurationBytes &bytes, bool adopt = false);
[[nodiscard]] bool adoptIn(const boost::json::value &body);
[[nodiscard]] Result<ConfigurationBytes> parseConfigureCommand(const boost::json::value &body);

} // namespace twinhelm::agent
