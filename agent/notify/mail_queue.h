#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>

#include "common/base/time.h"
#include "common/vrrp/node_events.h"

namespace twinhelm::agent
{

/// Mails that wait to be sent, one at a time, in order. Pure. Bounded: when it is full the oldest one goes, for the
/// newest tells most. What fails is tried again after 10 s, 30 s, then every minute, at most ten times in all.
class MailQueue
{
public:
    static constexpr std::size_t most = 64;
    static constexpr unsigned mostAttempts = 10;

    struct Mail {
        vrrp::SendMail what;
        std::string date; ///< of what it tells
        unsigned attempts = 0;
    };

    void push(vrrp::SendMail mail, std::string date);
    /// The mail to send now, if none is under way and the first one's time has come.
    [[nodiscard]] const Mail *take(TimePoint now);
    void sent();
    /// True: it is given up.
    [[nodiscard]] bool failed(TimePoint now, bool permanent);

    [[nodiscard]] std::optional<TimePoint> nextDeadline() const;
    [[nodiscard]] std::size_t size() const { return mails_.size(); }
    [[nodiscard]] std::uint64_t dropped() const { return dropped_; }
    /// Dropped or given up.
    [[nodiscard]] std::uint64_t lost() const { return dropped_ + givenUp_; }

private:
    std::deque<Mail> mails_; ///< the first one is the one under way
    bool busy_ = false;
    std::optional<TimePoint> notBefore_;
    std::uint64_t dropped_ = 0;
    std::uint64_t givenUp_ = 0;
};

} // namespace twinhelm::agent
