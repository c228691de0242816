#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <boost/asio/steady_timer.hpp>

#include "agent/guardian/candidate.h"
#include "agent/guardian/guardian.h"
#include "agent/guardian/succession.h"
#include "agent/guardian/supervisor.h"
#include "agent/linux/held_signals.h"
#include "agent/store/journal_writer.h"

namespace twinhelm::agent
{

/// Lets another version of the program take the guardian's place in its process: looks at the file, has it say that it
/// can take over, waits for a moment in which nothing is under way, lets go of the children without ending them, and
/// becomes it. Until the last step everything goes on as before, and so it does when a step fails.
/// Threading: the io_context's thread.
class Upgrader
{
public:
    struct House {
        const AgentOptions &options;
        Supervisor &vrrp;
        Supervisor &checker;
        Supervisor &api;
        store::JournalWriter &journal;
        /// What the successor is left but for children and answer.
        std::function<Succession()> succession;
        /// The children are ours again.
        std::function<void(std::vector<ChildRecord>)> takeUp;
        /// `id`: the message that asked.
        std::function<void(std::uint64_t id, const Error &error)> refused;
    };

    Upgrader(boost::asio::io_context &io, House house);

    /// `binary`: empty: the file we were started from. A0191, A0192, A0193. Does not come back when all is well.
    void upgrade(const std::string &binary, std::uint64_t id);
    /// The children are not ours any more: signals are the successor's.
    [[nodiscard]] bool leaving() const { return leaving_.has_value(); }

private:
    void becomeWhenSettled(std::uint64_t id, TimePoint until);
    void leave(std::uint64_t id);
    void become(std::uint64_t id);
    void refuse(std::uint64_t id, const Error &error);

    boost::asio::io_context &io_;
    House house_;
    boost::asio::steady_timer timer_;
    std::unique_ptr<Candidate> candidate_;
    std::optional<HeldSignals> leaving_;
    std::vector<ChildRecord> left_;
};

} // namespace twinhelm::agent
