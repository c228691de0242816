#pragma once

#include "common/config/model/blocks.h"

/// Parts that the readers of virtual and real servers share.
namespace twinhelm::config::model
{

/// NAT|DR|TUN [type ipip|gue|gre] [port P] [nocsum|csum|remcsum]
void takeForwarding(Value<Forwarding> &value, const Statement &statement);
void showForwarding(Outline &out, std::string_view name, const Value<Forwarding> &value);
/// IP [PORT]
void takeServer(Value<IpAddress> &address, Value<std::uint16_t> &port, Words words);

[[nodiscard]] RealServer readRealServer(const Statement &block);
/// Nothing for a block that is no checker.
[[nodiscard]] std::optional<Check::Kind> checkKind(std::string_view keyword);
[[nodiscard]] std::string_view checkKeyword(Check::Kind kind);
[[nodiscard]] Check readCheck(Check::Kind kind, const Statement &block);
void showCheck(Outline &out, const Check &check);
void showRealServer(Outline &out, const RealServer &server);

} // namespace twinhelm::config::model
