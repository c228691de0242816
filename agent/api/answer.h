#pragma once

#include <string>

#include "agent/api/refusals.h"
#include "common/base/result.h"

namespace twinhelm::api
{

/// One HTTP answer. `refused` is set for what is to be counted.
struct Answer {
    int status = 200;
    std::string contentType = "application/json";
    std::string body;
    std::string allow; ///< methods, for 405
    std::optional<Reason> refused;
};

[[nodiscard]] Answer jsonAnswer(std::string body);
/// A refusal whose body is a wire::Refusal.
[[nodiscard]] Answer refusal(int status, Reason reason, const Error &error);
/// The bytes to send: status line, headers, body. HTTP/1.1.
[[nodiscard]] std::string toHttp(const Answer &answer, bool keepAlive);
/// The head of an event stream, which ends with the connection.
[[nodiscard]] std::string eventStreamHead();

} // namespace twinhelm::api
