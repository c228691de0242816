#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <boost/json/value.hpp>

#include "agent/guardian/child_record.h"
#include "agent/process/channel.h"
#include "common/wire/messages.h"

namespace twinhelm::agent
{

/// Starts one child role, watches it, starts it again when it dies, replaces it by a newer one, ends it when told to.
/// Threading: the io_context's thread; calls back from the loop only.
class Supervisor
{
public:
    struct Handlers {
        /// The child runs; its channel is open. `restart` is false the first time.
        std::function<void(bool restart)> onStarted;
        std::function<void(Message)> onMessage;
        /// It ended without being told to; it is started again after `wait`.
        std::function<void(const std::string &how, Duration wait)> onDied;
        /// The process state has changed.
        std::function<void()> onChanged;
    };
    using Done = std::function<void(Result<void>)>;

    /// `argv`: of the child; it is the program of this very process that is executed.
    /// `steadyState`: what ProcessState says while it runs.
    Supervisor(boost::asio::io_context &io, std::string role, std::vector<std::string> argv, std::string steadyState);
    ~Supervisor();

    void start(Handlers handlers);
    /// Instead of start(): a child that an earlier program of this process has left running. When it is gone
    /// meanwhile, it has died.
    void takeUp(ChildRecord child, Handlers handlers);
    /// SIGTERM, and SIGKILL when it still runs after `patience`. `onEnded` is called once, at once when nothing runs.
    void stop(Duration patience, std::function<void()> onEnded);
    void send(const Message &message);
    /// The refusal A0186 when the child does not run or dies before it answers.
    void request(boost::json::value body, std::function<void(boost::json::value)> onReply);

    /// Puts a new process in the child's place, which works until the new one is ready: commands.h says how (prepare,
    /// leave, go_on). onStarted is not called. A refusal: the new one could not begin, and the old one goes on.
    void replace(boost::json::value prepare, Done onDone);
    /// Ends the child in order and starts it again; onStarted is called.
    void restart(Duration patience);

    /// Lets go of the child without ending it, for the next program in this process; nothing when none runs.
    void detach(std::function<void(std::optional<ChildRecord>)> onDetached);
    /// It runs, and nothing is under way to or from it.
    [[nodiscard]] bool settled() const;
    [[nodiscard]] bool running() const;

    [[nodiscard]] wire::ProcessState state() const;
    /// Whether start() or takeUp() was called.
    [[nodiscard]] bool started() const;

private:
    class Impl;
    std::shared_ptr<Impl> impl_;
};

} // namespace twinhelm::agent
