#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "agent/store/journal.h"

namespace twinhelm::store
{

/// Carries events to the journal on a thread of its own: a disk may stand still for seconds, and the guardian, which
/// passes a stop on to the engine and starts it again when it was killed, never may.
///
/// Threading: one owner; it is called back by way of `post`, in the order of its calls, never from within one.
/// Errors: Journal::append's; A0482 when more events wait for the disk than may.
class JournalWriter
{
public:
    /// Brings a function to the owner's thread.
    using Post = std::function<void(std::function<void()>)>;
    /// The id under which it was stored, or why it was not.
    using Stored = std::function<void(wire::Event event, Result<std::uint64_t> id)>;

    JournalWriter(Journal journal, Post post, Stored onStored, std::size_t mayWait = 10000);
    /// Stores what waits. What could be called back is then not called back any more.
    ~JournalWriter();
    JournalWriter(const JournalWriter &) = delete;
    JournalWriter &operator=(const JournalWriter &) = delete;

    void append(wire::Event event);
    /// Calls `done` when all that was appended before is stored.
    void whenStored(std::function<void()> done);

private:
    class Worker;
    std::unique_ptr<Worker> worker_;
};

} // namespace twinhelm::store
