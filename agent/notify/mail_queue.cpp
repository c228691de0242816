#include "agent/notify/mail_queue.h"

namespace twinhelm::agent
{

namespace
{

Duration waitAfter(unsigned attempts)
{
    using std::chrono::seconds;
    return attempts <= 1 ? seconds(10) : attempts == 2 ? seconds(30) : seconds(60);
}

} // namespace

void MailQueue::push(vrrp::SendMail mail, std::string date)
{
    if (mails_.size() >= most) {
        mails_.erase(mails_.begin() + (busy_ ? 1 : 0)); // not the one under way
        ++dropped_;
    }
    mails_.push_back({std::move(mail), std::move(date), 0});
}

const MailQueue::Mail *MailQueue::take(TimePoint now)
{
    if (busy_ || mails_.empty() || (notBefore_ && now < *notBefore_))
        return nullptr;
    busy_ = true;
    notBefore_.reset();
    ++mails_.front().attempts;
    return &mails_.front();
}

void MailQueue::sent()
{
    if (!busy_)
        return;
    busy_ = false;
    mails_.pop_front();
}

bool MailQueue::failed(TimePoint now, bool permanent)
{
    if (!busy_)
        return false;
    busy_ = false;
    const bool over = permanent || mails_.front().attempts >= mostAttempts;
    // The others would meet the same trouble.
    if (!permanent)
        notBefore_ = now + waitAfter(mails_.front().attempts);
    if (over) {
        mails_.pop_front();
        ++givenUp_;
    }
    return over;
}

std::optional<TimePoint> MailQueue::nextDeadline() const
{
    if (busy_ || mails_.empty())
        return std::nullopt;
    return notBefore_.value_or(TimePoint::min());
}

} // namespace twinhelm::agent
