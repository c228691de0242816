#include "agent/mail/smtp_dialogue.h"

#include <algorithm>
#include <cctype>

namespace twinhelm::agent
{

namespace
{

/// 0: not a reply.
int codeOf(std::string_view line)
{
    const auto digit = [](char one) { return std::isdigit(static_cast<unsigned char>(one)) != 0; };
    if (line.size() < 3 || !digit(line[0]) || !digit(line[1]) || !digit(line[2]))
        return 0;
    return (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
}

bool offersTls(const std::vector<std::string> &lines)
{
    return std::ranges::any_of(lines, [](std::string line) {
        std::ranges::transform(line, line.begin(), [](unsigned char one) { return std::toupper(one); });
        return line.size() >= 12 && line.substr(4, 8) == "STARTTLS";
    });
}

/// Nothing in an address may end the command.
std::string inBrackets(std::string address)
{
    std::erase_if(address, [](char one) {
        return static_cast<unsigned char>(one) <= 0x20 || one == '<' || one == '>' || one == 0x7f;
    });
    return '<' + address + '>';
}

} // namespace

SmtpDialogue::SmtpDialogue(MailJob job, bool encrypt) : job_(std::move(job)), encrypt_(encrypt) {}

bool SmtpDialogue::isLast(std::string_view line)
{
    return line.size() < 4 || line[3] != '-';
}

SmtpDialogue::Step SmtpDialogue::say(Stage next, std::string text)
{
    stage_ = next;
    return {Step::Kind::Send, std::move(text) + "\r\n"};
}

SmtpDialogue::Step SmtpDialogue::sendMail()
{
    return say(Stage::From, "MAIL FROM:" + inBrackets(job_.from));
}

SmtpDialogue::Step SmtpDialogue::refused(const std::vector<std::string> &lines, int code) const
{
    static constexpr const char *asked[] = {"connection", "EHLO",    "STARTTLS", "HELO",
                                            "sender",     "address", "DATA",     "message"};
    std::string why = std::string("the server refused the ") + asked[static_cast<std::size_t>(stage_)];
    if (stage_ == Stage::To)
        why += ' ' + job_.recipients[recipient_];
    why += ": " + (lines.empty() ? std::string("no reply") : lines.back().substr(0, 200));
    return {Step::Kind::End, "QUIT\r\n", {false, code >= 500, why}};
}

SmtpDialogue::Step SmtpDialogue::replied(const std::vector<std::string> &lines)
{
    const int code = lines.empty() ? 0 : codeOf(lines.back());
    const bool good = code >= 200 && code < 300;
    switch (stage_) {
    case Stage::Greeting:
        if (code != 220)
            break;
        return say(Stage::Ehlo, "EHLO " + job_.heloName);
    case Stage::Ehlo:
        if (!good && code >= 500)
            return say(Stage::Helo, "HELO " + job_.heloName);
        if (!good)
            break;
        return encrypt_ && offersTls(lines) ? say(Stage::StartTls, "STARTTLS") : sendMail();
    case Stage::StartTls:
        if (code == 220)
            return {Step::Kind::StartTls};
        return sendMail(); // it changed its mind; so do we
    case Stage::Helo:
        if (!good)
            break;
        return sendMail();
    case Stage::From:
    case Stage::To:
        if (!good)
            break;
        if (stage_ == Stage::To)
            ++recipient_;
        if (recipient_ >= job_.recipients.size())
            return say(Stage::Data, "DATA");
        return say(Stage::To, "RCPT TO:" + inBrackets(job_.recipients[recipient_]));
    case Stage::Data:
        if (code != 354)
            break;
        stage_ = Stage::Body;
        return {Step::Kind::Send, messageText(job_)};
    case Stage::Body:
        if (!good)
            break;
        return {Step::Kind::End, "QUIT\r\n", {true, false, lines.back().substr(0, 200)}};
    }
    return refused(lines, code);
}

SmtpDialogue::Step SmtpDialogue::encrypted()
{
    encrypt_ = false;
    return say(Stage::Ehlo, "EHLO " + job_.heloName);
}

} // namespace twinhelm::agent
