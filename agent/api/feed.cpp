#include "agent/api/feed.h"

#include <algorithm>

#include "common/wire/json.h"

namespace twinhelm::api
{

Feed::Feed(store::JournalReader journal, std::size_t tailEvents)
    : journal_(std::move(journal)), tailEvents_(tailEvents), lastId_(journal_.lastId())
{
}

void Feed::takeState(wire::NodeState state)
{
    lastId_ = std::max(lastId_, state.lastEventId);
    state_ = std::move(state);
    stateAt_ = TimePoint(std::chrono::steady_clock::now().time_since_epoch());
}

void Feed::takeEvent(const wire::Event &event)
{
    lastId_ = std::max(lastId_, event.id);
    tail_.push_back({event.id, toServerSentEvent(event)});
    ++endSequence_;
    if (tail_.size() > tailEvents_)
        tail_.pop_front();
    for (auto at = subscriptions_.begin(); at != subscriptions_.end();) {
        const auto subscriber = at->lock();
        if (subscriber)
            (*subscriber)();
        at = subscriber ? std::next(at) : subscriptions_.erase(at);
    }
}

Feed::Subscription Feed::subscribe(std::function<void()> onEvent)
{
    auto out = std::make_shared<std::function<void()>>(std::move(onEvent));
    subscriptions_.push_back(out);
    return out;
}

std::size_t Feed::subscribers() const
{
    return static_cast<std::size_t>(
        std::count_if(subscriptions_.begin(), subscriptions_.end(), [](const auto &one) { return !one.expired(); }));
}

std::string toServerSentEvent(const wire::Event &event)
{
    // A kind with a line break in it would be a field of its own.
    std::string kind = event.kind;
    std::replace_if(
        kind.begin(), kind.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    std::string out = "event: " + kind + '\n';
    if (event.id != 0)
        out += "id: " + std::to_string(event.id) + '\n';
    return out + "data: " + wire::toJson(event) + "\n\n";
}

} // namespace twinhelm::api
