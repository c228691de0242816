#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "agent/mail/mail_job.h"

namespace twinhelm::agent
{

/// The client's side of SMTP (RFC 5321): from the greeting to QUIT, one mail. Pure: replies go in, what to do comes
/// out. Encrypts when the server offers it (RFC 3207, opportunistic); speaks HELO to servers that know no EHLO.
class SmtpDialogue
{
public:
    struct Step {
        enum class Kind : std::uint8_t {
            Send,     ///< `text`, then read the next reply
            StartTls, ///< shake hands, then call encrypted()
            End,      ///< `outcome`; `text` may still be sent
        };
        Kind kind = Kind::Send;
        std::string text{};
        MailOutcome outcome{};
    };

    /// `encrypt`: use STARTTLS if there is one.
    SmtpDialogue(MailJob job, bool encrypt);

    /// One whole reply, its lines without their ends. The first is the greeting.
    [[nodiscard]] Step replied(const std::vector<std::string> &lines);
    [[nodiscard]] Step encrypted();

    /// Whether this line is the last of a reply ("250 ok", not "250-ok").
    [[nodiscard]] static bool isLast(std::string_view line);

private:
    enum class Stage : std::uint8_t { Greeting, Ehlo, StartTls, Helo, From, To, Data, Body };

    [[nodiscard]] Step say(Stage next, std::string text);
    [[nodiscard]] Step sendMail();
    [[nodiscard]] Step refused(const std::vector<std::string> &lines, int code) const;

    MailJob job_;
    bool encrypt_;
    Stage stage_ = Stage::Greeting;
    std::size_t recipient_ = 0;
};

} // namespace twinhelm::agent
