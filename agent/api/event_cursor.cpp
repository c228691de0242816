#include "agent/api/event_cursor.h"

#include <algorithm>
#include <utility>

namespace twinhelm::api
{

namespace
{

constexpr std::size_t rowsPerRead = 256;

/// For the client alone: it has no id, so it changes nothing for the next resume.
std::string notice(const std::string &kind, const std::string &text, std::uint64_t asked, std::uint64_t oldest)
{
    wire::Event event;
    event.kind = kind;
    event.severity = "warning";
    event.subject = "journal";
    event.text = text;
    event.details = {{"after", std::to_string(asked)}, {"oldest", std::to_string(oldest)}};
    return toServerSentEvent(event);
}

} // namespace

EventCursor::EventCursor(const Feed &feed, const GetEvents &wanted) : feed_(feed)
{
    if (wanted.after) {
        after_ = *wanted.after;
        if (after_ > feed.lastId()) {
            notice_ = notice("journal.restarted",
                             "This node's newest event is " + std::to_string(feed.lastId()) +
                                 ", older than the one you have (" + std::to_string(after_) +
                                 "): its journal began anew, and so does this stream.",
                             after_, feed.journal().firstId());
            after_ = 0;
        } else if (const auto oldest = feed.journal().firstId(); after_ != 0 && oldest > after_ + 1) {
            notice_ = notice("journal.gap",
                             "Events between " + std::to_string(after_) + " and " + std::to_string(oldest) +
                                 " are no longer kept on this node.",
                             after_, oldest);
        }
    } else if (wanted.last) {
        after_ = feed.journal().beforeLast(*wanted.last);
    } else {
        after_ = feed.lastId();
    }
    if (after_ == feed.lastId())
        goLive();
}

std::string EventCursor::next(std::size_t bytes)
{
    if (!notice_.empty())
        return std::exchange(notice_, {});
    if (sequence_ && *sequence_ < feed_.firstSequence())
        sequence_.reset();
    if (!sequence_) {
        auto text = fromJournal(bytes);
        if (!text.empty())
            return text;
        goLive();
    }
    return fromTail(bytes);
}

std::string EventCursor::fromJournal(std::size_t bytes)
{
    std::string out;
    for (const auto &event : feed_.journal().read(after_, rowsPerRead)) {
        out += toServerSentEvent(event);
        after_ = event.id;
        if (out.size() >= bytes)
            break;
    }
    return out;
}

/// The journal had nothing more: what the tail has beyond this place comes next.
void EventCursor::goLive()
{
    auto at = feed_.endSequence();
    while (at > feed_.firstSequence() && feed_.entry(at - 1).id > after_)
        --at;
    sequence_ = at;
}

std::string EventCursor::fromTail(std::size_t bytes)
{
    std::string out;
    while (*sequence_ < feed_.endSequence() && out.size() < bytes) {
        const auto &entry = feed_.entry((*sequence_)++);
        if (entry.id != 0 && entry.id <= after_)
            continue;
        out += entry.text;
        after_ = std::max(after_, entry.id);
    }
    return out;
}

} // namespace twinhelm::api
