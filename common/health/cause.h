#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "common/health/outcome.h"

/// Why a server, a service or a weight changed, as values. sentences.h says it to people.
namespace twinhelm::health
{

namespace cause
{
/// The checker started, and nothing has been asked yet.
struct Started {
    friend bool operator==(const Started &, const Started &) = default;
};
/// A predecessor was killed a moment ago; its table told what it knew.
struct Adopted {
    friend bool operator==(const Adopted &, const Adopted &) = default;
};
struct ProbeFailed {
    std::string probe; ///< probeName()
    Reason reason = Reason::Answered;
    std::string text;   ///< the probe's own sentence
    unsigned tries = 1; ///< in a row
    friend bool operator==(const ProbeFailed &, const ProbeFailed &) = default;
};
struct ProbePassed {
    std::string probe;
    Duration took{};
    friend bool operator==(const ProbePassed &, const ProbePassed &) = default;
};
/// A dynamic script or a file asks for another weight.
struct ProbeWeight {
    std::string probe;
    int weight = 0; ///< what the server's becomes
    friend bool operator==(const ProbeWeight &, const ProbeWeight &) = default;
};
/// Live weight against what is needed.
struct LiveWeight {
    std::uint64_t weight = 0;
    std::uint64_t needed = 0;
    friend bool operator==(const LiveWeight &, const LiveWeight &) = default;
};
struct Operator {
    std::string by;
    std::string reason; ///< in the operator's words; may be empty
    friend bool operator==(const Operator &, const Operator &) = default;
};
/// A weight or a drain had a limit in time.
struct Expired {
    friend bool operator==(const Expired &, const Expired &) = default;
};
/// A drained server has few enough connections left.
struct Emptied {
    std::uint64_t connections = 0;
    friend bool operator==(const Emptied &, const Emptied &) = default;
};
struct Configuration {
    friend bool operator==(const Configuration &, const Configuration &) = default;
};
/// ha_suspend: whether the service's address is on this node.
struct AddressLocal {
    std::string address;
    bool here = false;
    friend bool operator==(const AddressLocal &, const AddressLocal &) = default;
};
struct Ended {
    friend bool operator==(const Ended &, const Ended &) = default;
};
} // namespace cause

using Cause = std::variant<cause::Started, cause::Adopted, cause::ProbeFailed, cause::ProbePassed, cause::ProbeWeight,
                           cause::LiveWeight, cause::Operator, cause::Expired, cause::Emptied, cause::Configuration,
                           cause::AddressLocal, cause::Ended>;

/// started adopted probe_failed probe_passed probe_weight live_weight operator expired emptied reload address_local
/// shutdown: stable words.
[[nodiscard]] std::string_view causeName(const Cause &cause);
/// "TCP_CHECK of 10.0.0.2:80 failed 2 times: connection refused"
[[nodiscard]] std::string sentence(const Cause &cause);

} // namespace twinhelm::health
