#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <boost/json/value.hpp>

#include "common/base/result.h"

/// What the bodies of command and reply messages look like; one place for all three processes that write them.
///
/// api -> guardian: {"command":"handover"|"release","instance":"VI_1"}, {"command":"reload"}
/// {"command":"refresh"}: tell the state anew; the reply comes after it
/// {"command":"plan", ...}, with the parts of a configure command or its "text" alone
/// {"command":"upgrade","binary":PATH}: become another version of the program; without a path, the file we were
/// started from
/// guardian -> vrrp: the same but reload and upgrade, and {"command":"configure", ...} (configuration_message.h)
/// guardian -> checker: {"command":"configure", ...}, {"command":"refresh"},
/// {"command":"instances","instances":{"VI_1":"MASTER"}}, and what the api asks of real servers:
/// {"command":"drain"|"undrain"|"weight"|"probe","service":"FWM 1","server":"10.0.0.2:80","by":"alice"} with
/// "reason", "weight", "for_ms", "connections", "take_out", "force"
/// guardian -> a child that another one replaces: {"command":"leave"}; it answers {"ok":true,"carried":...}, does
/// nothing any more that anybody could notice, and ends. Before, guardian -> the successor: {"command":"prepare", ...}
/// with the parts of a configure command; afterwards {"command":"go_on", ...} with the members of `carried`.
/// replies: {"ok":true}, {"ok":true,"probe":ProbeReport},  {"ok":true,"report":CheckReport},
/// {"ok":true,"plan":PlanReport} or {"ok":false,"refusal":Refusal,"report"?:CheckReport}
namespace twinhelm::agent
{

namespace command
{
inline constexpr std::string_view handover = "handover";
inline constexpr std::string_view release = "release";
inline constexpr std::string_view reload = "reload";
inline constexpr std::string_view configure = "configure";
inline constexpr std::string_view refresh = "refresh";
inline constexpr std::string_view plan = "plan";
inline constexpr std::string_view instances = "instances";
inline constexpr std::string_view drain = "drain";
inline constexpr std::string_view undrain = "undrain";
inline constexpr std::string_view weight = "weight";
inline constexpr std::string_view probe = "probe";
inline constexpr std::string_view upgrade = "upgrade";
inline constexpr std::string_view prepare = "prepare";
inline constexpr std::string_view goOn = "go_on";
inline constexpr std::string_view leave = "leave";
} // namespace command

[[nodiscard]] boost::json::value makeCommand(std::string_view command, std::string_view instance = {});
/// Empty when the body has none.
[[nodiscard]] std::string commandOf(const boost::json::value &body);
[[nodiscard]] std::string instanceOf(const boost::json::value &body);
/// A text of the body; empty when it has none of that name.
[[nodiscard]] std::string textOf(const boost::json::value &body, std::string_view key);

/// A whole number of the body that is not negative; nothing when it has none of that name.
[[nodiscard]] std::optional<std::int64_t> numberOf(const boost::json::value &body, std::string_view key);
[[nodiscard]] bool flagOf(const boost::json::value &body, std::string_view key);

/// The states of all instances, for the checker's sync daemon.
[[nodiscard]] boost::json::value makeInstancesCommand(const std::map<std::string, std::string> &states);
[[nodiscard]] std::map<std::string, std::string> instancesOf(const boost::json::value &body);
/// Whether this is one of the commands about a real server.
[[nodiscard]] bool isServerCommand(std::string_view command);

[[nodiscard]] boost::json::value okReply();
[[nodiscard]] boost::json::value refusalReply(const Error &error);
/// The refusal of a reply, as an error; a reply that makes no sense is one too.
[[nodiscard]] Result<void> replyResult(const boost::json::value &body);

} // namespace twinhelm::agent
