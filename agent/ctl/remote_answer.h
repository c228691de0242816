#pragma once

#include <string>

#include "agent/ctl/api_client.h"

/// What the agent's answers come to.
namespace twinhelm::ctl
{

/// What a refused answer says, whether or not its body is a refusal.
[[nodiscard]] Error errorOf(const HttpAnswer &answer);
[[nodiscard]] int exitCodeOf(const Error &error);
/// The body of a 200, or the reason why not.
[[nodiscard]] Result<std::string> bodyOf(Result<HttpAnswer> answer);
/// A name as part of a path.
[[nodiscard]] std::string percentEncoded(const std::string &text);

} // namespace twinhelm::ctl
