#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "agent/api/answer.h"

namespace twinhelm::api
{

/// What a client may do: from the OU of its certificate, or by having reached the Unix socket.
enum class Role : std::uint8_t { None, Viewer, Operator };
[[nodiscard]] Role roleOf(std::string_view organizationalUnit);

struct Request {
    std::string method;
    std::string target;      ///< path and query, percent-encoded
    std::string lastEventId; ///< header, empty when absent
    std::string body{};
};

struct GetState {
};
struct GetMetrics {
};
/// Where a stream begins: after an id, or so many rows before the end; neither: with the next event.
struct GetEvents {
    std::optional<std::uint64_t> after;
    std::optional<std::size_t> last;
    bool follow = true; ///< false: end when the newest event was sent
};
struct HandOver {
    std::string instance;
};
struct ReleaseHold {
    std::string instance;
};
struct Reload {
};
/// Become another version of the program; `binary` empty: the file twinhelmd was started from.
struct Upgrade {
    std::string binary;
};
/// What a reload of this file would do: its text, or JSON with what it includes.
struct Plan {
    std::string file;
};

/// drain, undrain, weight or probe of a real server.
struct ServerCommand {
    std::string verb;
    std::string service;
    std::string server;
    std::string body; ///< JSON, or empty
};

using Route =
    std::variant<GetState, GetMetrics, GetEvents, HandOver, ReleaseHold, Reload, Plan, ServerCommand, Upgrade>;

/// Which of the API's few things a request asks for, or the refusal that says why none. Pure.
[[nodiscard]] std::variant<Route, Answer> route(Request request, Role role);

/// How long a body the request may have whose header this is.
[[nodiscard]] bool mayHaveLongBody(std::string_view method, std::string_view target, Role role);

} // namespace twinhelm::api
