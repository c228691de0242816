#include "agent/api/refusals.h"

namespace twinhelm::api
{

namespace
{

constexpr std::chrono::seconds quiet{10};

constexpr std::array<std::string_view, reasonCount> names{
    "not_enrolled",         "no_certificate", "unknown_certificate", "expired_certificate", "bad_handshake",
    "too_many_connections", "malformed",      "header_too_large",    "body_too_large",      "timeout",
    "unknown_path",         "wrong_method",   "not_allowed",         "unknown_instance",    "engine_refused",
    "engine_silent",        "slow_reader",    "too_many_plans"};
static_assert(static_cast<std::size_t>(Reason::TooManyPlans) + 1 == reasonCount);

} // namespace

std::string_view reasonName(Reason reason)
{
    return names[static_cast<std::size_t>(reason)];
}

std::optional<wire::Event> RefusalLedger::count(Reason reason, const std::string &who, const std::string &what,
                                                TimePoint now)
{
    auto &row = rows_[static_cast<std::size_t>(reason)];
    ++row.total;
    ++row.untold;
    if (row.told && now - *row.told < quiet)
        return std::nullopt;
    wire::Event out;
    out.kind = "api.refused";
    out.severity = "warning";
    out.subject = who;
    out.cause = reasonName(reason);
    out.text = what;
    if (row.untold > 1) {
        out.text += " (" + std::to_string(row.untold) + " times since the last such event)";
        out.details["count"] = std::to_string(row.untold);
    }
    row.told = now;
    row.untold = 0;
    return out;
}

} // namespace twinhelm::api
