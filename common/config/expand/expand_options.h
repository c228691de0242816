#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "common/config/expand/built_ins.h"
#include "common/config/source/file_access.h"

namespace twinhelm::config
{

struct ExpandOptions {
    std::string nodeId;
    FileReader readFile;          ///< empty: includes are not followed and get a hint
    FileFinder findFiles;         ///< empty: include patterns match nothing
    Environment environment;      ///< empty: ${_ENV X} is left as it stands
    std::uint32_t randomSeed = 1; ///< until the configuration says random_seed
};

/// Where expansion stops, since nobody can mean more: a definition of itself, ~SEQ of a billion.
namespace limits
{
inline constexpr std::size_t longestLine = 1023;       ///< with its line end: keepalived's buffer has 1024 bytes
inline constexpr std::size_t longestExpansion = 65536; ///< of one line, in bytes
inline constexpr unsigned mostSubstitutions = 250;     ///< in one line; more can only be a definition of itself
inline constexpr unsigned deepestNesting = 64;         ///< of definitions and of files
inline constexpr std::size_t mostLines = 1'000'000;    ///< made by definitions, repetition and included files
inline constexpr std::size_t mostBytes = 256'000'000;  ///< moved by substitutions
inline constexpr std::size_t mostFiles = 10'000;       ///< included, one counted again each time
inline constexpr std::size_t mostAlternatives = 1'000; ///< of an include's {a,b}
} // namespace limits

} // namespace twinhelm::config
