#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/time.h"
#include "common/wire/messages.h"

namespace twinhelm::api
{

/// Why a client did not get what it asked for.
enum class Reason : std::uint8_t {
    NotEnrolled,
    NoCertificate,
    UnknownCertificate,
    ExpiredCertificate,
    BadHandshake,
    TooManyConnections,
    Malformed,
    HeaderTooLarge,
    BodyTooLarge,
    Timeout,
    UnknownPath,
    WrongMethod,
    NotAllowed,
    UnknownInstance,
    EngineRefused,
    EngineSilent,
    SlowReader,
    TooManyPlans,
};
inline constexpr std::size_t reasonCount = 18;

/// The label of metrics and the cause of events: no_certificate, header_too_large, ...
[[nodiscard]] std::string_view reasonName(Reason reason);

/// Counts refusals, and makes api.refused events of them: at most one for each reason in ten seconds, which tells
/// how many it stands for, so that a port scan cannot fill the journal. Pure.
class RefusalLedger
{
public:
    /// `who` is the client's address or certificate, `what` a sentence. An event when it is time for one.
    std::optional<wire::Event> count(Reason reason, const std::string &who, const std::string &what, TimePoint now);
    [[nodiscard]] std::uint64_t total(Reason reason) const { return row(reason).total; }

private:
    struct Row {
        std::uint64_t total = 0;
        std::uint64_t untold = 0;
        std::optional<TimePoint> told;
    };

    [[nodiscard]] const Row &row(Reason reason) const { return rows_[static_cast<std::size_t>(reason)]; }

    std::array<Row, reasonCount> rows_{};
};

} // namespace twinhelm::api
