#pragma once

#include <string>
#include <vector>

#include "common/base/result.h"

namespace twinhelm::agent
{

/// One mail and where it goes: what the vrrp process hands to the mail process.
struct MailJob {
    std::string server;
    std::uint16_t port = 25;
    std::string heloName;
    std::string from;
    std::vector<std::string> recipients;
    std::string subject;
    std::string body;
    std::string date; ///< RFC 5322
    unsigned timeoutMs = 30000;
    friend bool operator==(const MailJob &, const MailJob &) = default;
};

/// One line each way, with its end of line.
[[nodiscard]] std::string encodeJob(const MailJob &job);
[[nodiscard]] Result<MailJob> decodeJob(std::string_view line);

struct MailOutcome {
    bool sent = false;
    bool permanent = false; ///< the server will never take it: no use to try again
    std::string why;
    friend bool operator==(const MailOutcome &, const MailOutcome &) = default;
};
[[nodiscard]] std::string encodeOutcome(const MailOutcome &outcome);
/// Anything else than an outcome: not sent.
[[nodiscard]] MailOutcome decodeOutcome(std::string_view line);

/// Headers and body as they follow DATA, up to and with the final dot (RFC 5321 4.5.2, RFC 5322).
[[nodiscard]] std::string messageText(const MailJob &job);

} // namespace twinhelm::agent
