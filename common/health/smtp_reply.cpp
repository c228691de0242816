#include "common/health/smtp_reply.h"

namespace twinhelm::health
{

namespace
{

/// 0: the line begins with no code.
unsigned codeOf(std::string_view line)
{
    if (line.size() < 3)
        return 0;
    unsigned code = 0;
    for (const char c : line.substr(0, 3)) {
        if (c < '0' || c > '9')
            return 0;
        code = code * 10 + static_cast<unsigned>(c - '0');
    }
    const bool ends = line.size() == 3 || line[3] == ' ' || line[3] == '-';
    return ends && code >= 100 ? code : 0;
}

} // namespace

SmtpReply::State SmtpReply::feed(std::string_view bytes, std::size_t &taken)
{
    taken = 0;
    while (taken < bytes.size() && state_ == State::More) {
        const char c = bytes[taken++];
        if (fresh_)
            line_.clear();
        fresh_ = c == '\n';
        if (++bytes_ > mostBytes)
            state_ = State::TooLong;
        else if (c == '\n')
            endLine();
        else if (c != '\r')
            line_ += c;
    }
    return state_;
}

void SmtpReply::endLine()
{
    const auto code = codeOf(line_);
    if (code == 0 || (code_ != 0 && code != code_)) {
        state_ = State::NotSmtp;
        return;
    }
    code_ = code;
    if (line_.size() == 3 || line_[3] == ' ')
        state_ = State::Done;
}

} // namespace twinhelm::health
