#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "agent/api/feed.h"
#include "agent/api/router.h"

namespace twinhelm::api
{

/// One client's place in the node's events: first what the journal has after its id, then what arrives, each event
/// once and in order. A client that reads slowly costs this object and one batch: when the newest events in memory
/// have passed it, it is fed from the journal again. Pure but for reading the journal.
class EventCursor
{
public:
    EventCursor(const Feed &feed, const GetEvents &wanted);

    /// The next events as text, at least one when there is one, then up to `bytes`; empty: nothing yet.
    [[nodiscard]] std::string next(std::size_t bytes);

private:
    [[nodiscard]] std::string fromJournal(std::size_t bytes);
    [[nodiscard]] std::string fromTail(std::size_t bytes);
    void goLive();

    const Feed &feed_;
    std::uint64_t after_ = 0;
    std::optional<std::uint64_t> sequence_; ///< next one of the tail; nothing: still reading the journal
    std::string notice_;                    ///< what is lost, told first
};

} // namespace twinhelm::api
