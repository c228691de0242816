#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace twinhelm::agent
{

enum class LogTarget : std::uint8_t { StandardError, Journal };

/// The log of this process. Writing never waits: a thread of its own carries the lines, and when the reader is
/// stuck the oldest lines are dropped rather than an advertisement delayed.
namespace log
{
/// Once, at the start of the process. `role` stands in every line.
void start(std::string_view role, LogTarget target);
/// Writes out what waits; afterwards nothing is logged.
void stop();
void info(const std::string &line);
void warning(const std::string &line);
void error(const std::string &line);
/// By the severity words of wire::Event: info notice warning error.
void write(std::string_view severity, const std::string &line);
} // namespace log

} // namespace twinhelm::agent
