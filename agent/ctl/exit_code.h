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
} // namespace twinhelm::ctl::exit_code
