#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/time.h"

/// What one run of a probe found.
namespace twinhelm::health
{

enum class Reason : std::uint8_t {
    Answered, ///< all was as it should be
    ConnectRefused,
    ConnectTimedOut,
    Unreachable,   ///< no route, network or host unreachable
    ReplyTimedOut, ///< connected, and then too little came in time
    ClosedEarly,   ///< the other end closed, or reset, before it had said all
    TlsFailed,
    BadStatus, ///< an HTTP status, SMTP code or DNS response code that is not wanted
    BadDigest,
    BadPattern,    ///< a regex or a reply that does not match
    NotUnderstood, ///< no protocol that the probe speaks
    TooMuch,       ///< more came than anyone would read
    ScriptFailed,
    ScriptTimedOut,
    CannotRun, ///< the probe itself could not start: no descriptor, local address or interface not there, script
               ///< refused, pattern that is none; says nothing about the server (keepalived: "Rescheduling")
    Cancelled, ///< by us: reload, shutdown; says nothing about the server
};

/// One step of a probe, for a person who asks what happened.
struct Step {
    Duration at{}; ///< since the probe began
    std::string text;
    friend bool operator==(const Step &, const Step &) = default;
};

struct Outcome {
    Reason reason = Reason::Answered;
    std::string text;            ///< one sentence: what was asked, what came; never a secret
    std::optional<int> weight{}; ///< exit code of a dynamic MISC_CHECK, or weight of a tracked file
    Duration took{};
    std::optional<int> certificateDays{}; ///< TLS: until the server's certificate expires; below 0: it has
    std::vector<Step> steps{};            ///< only when asked for

    [[nodiscard]] bool passed() const { return reason == Reason::Answered; }
    friend bool operator==(const Outcome &, const Outcome &) = default;
};

} // namespace twinhelm::health
