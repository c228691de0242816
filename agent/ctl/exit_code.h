#pragma once

/// What twinhelmctl returns; also told by --help.
namespace twinhelm::ctl::exit_code
{
inline constexpr int ok = 0;
inline constexpr int refused = 1;     ///< the agent or a check said no
inline constexpr int usage = 2;       ///< the command line makes no sense
inline constexpr int unreachable = 3; ///< no agent answers at this socket
inline constexpr int badConfig = 5;   ///< the configuration has errors; for reload: the old one stays in force
inline constexpr int unreadable = 6;  ///< a file cannot be read or written

/// What check and repair return, so that scripts can tell bad files from broken calls.
namespace check
{
inline constexpr int warnings = 1;   ///< check --strict: warnings only; repair: questions are open
inline constexpr int errors = 2;     ///< check: errors; repair: the text is no configuration
inline constexpr int unreadable = 3; ///< a file cannot be read or written
} // namespace check
} // namespace twinhelm::ctl::exit_code
