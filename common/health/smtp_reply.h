#pragma once

#include <string>
#include <string_view>

namespace twinhelm::health
{

/// Reads one SMTP reply (RFC 5321 section 4.2), also of several lines, from pieces of any size. keepalived looks at the
/// first line only and takes the second line of a banner for the answer to HELO.
class SmtpReply
{
public:
    enum class State { More, Done, NotSmtp, TooLong };
    static constexpr std::size_t mostBytes = 16 * 1024;

    /// `taken`: how much of `bytes` belonged to this reply.
    State feed(std::string_view bytes, std::size_t &taken);

    [[nodiscard]] State state() const { return state_; }
    [[nodiscard]] unsigned code() const { return code_; }
    /// The last line, for people.
    [[nodiscard]] const std::string &line() const { return line_; }

private:
    void endLine();

    State state_ = State::More;
    unsigned code_ = 0;
    std::size_t bytes_ = 0;
    std::string line_;
    bool fresh_ = true; ///< the next byte begins a line
};

} // namespace twinhelm::health
