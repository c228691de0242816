#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <string>

#include "agent/store/journal_reader.h"
#include "common/base/time.h"
#include "common/wire/messages.h"

namespace twinhelm::api
{

/// What the guardian told last: the node's state and the newest events, the older ones being in the journal.
/// Threading: one thread. Pure but for reading the journal.
class Feed
{
public:
    Feed(store::JournalReader journal, std::size_t tailEvents);

    void takeState(wire::NodeState state);
    void takeEvent(const wire::Event &event);

    /// When it came; long ago when none did.
    [[nodiscard]] TimePoint stateAt() const { return stateAt_; }
    /// Nothing until the guardian has sent the first one.
    [[nodiscard]] const std::optional<wire::NodeState> &state() const { return state_; }
    [[nodiscard]] std::uint64_t lastId() const { return lastId_; }
    [[nodiscard]] const store::JournalReader &journal() const { return journal_; }

    /// One event as it goes out. An event that the journal could not store has id 0 and is only seen live.
    struct Entry {
        std::uint64_t id = 0;
        std::string text;
    };
    /// Events of the tail are numbered by arrival: [firstSequence, endSequence).
    [[nodiscard]] std::uint64_t firstSequence() const { return endSequence_ - tail_.size(); }
    [[nodiscard]] std::uint64_t endSequence() const { return endSequence_; }
    [[nodiscard]] const Entry &entry(std::uint64_t sequence) const { return tail_[sequence - firstSequence()]; }

    /// Calls back at each event until the returned handle is gone.
    using Subscription = std::shared_ptr<std::function<void()>>;
    [[nodiscard]] Subscription subscribe(std::function<void()> onEvent);
    [[nodiscard]] std::size_t subscribers() const;

private:
    store::JournalReader journal_;
    std::size_t tailEvents_;
    std::optional<wire::NodeState> state_;
    TimePoint stateAt_{};
    std::uint64_t lastId_ = 0;
    std::deque<Entry> tail_;
    std::uint64_t endSequence_ = 0;
    std::list<std::weak_ptr<std::function<void()>>> subscriptions_;
};

/// An event as a server-sent event; without an id line when it has none.
[[nodiscard]] std::string toServerSentEvent(const wire::Event &event);

} // namespace twinhelm::api
