#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "agent/process/channel.h"
#include "common/wire/messages.h"

namespace twinhelm::agent
{

/// Starts one child role, watches it, starts it again when it dies, ends it when told to.
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

    /// `argv`: of the child; it is the program of this very process that is executed.
    /// `steadyState`: what ProcessState says while it runs.
    Supervisor(boost::asio::io_context &io, std::string role, std::vector<std::string> argv, std::string steadyState);
    ~Supervisor();

    void start(Handlers handlers);
    /// SIGTERM, and SIGKILL when it still runs after `patience`. `onEnded` is called once, at once when nothing runs.
    void stop(Duration patience, std::function<void()> onEnded);
    void send(const Message &message);
    /// The refusal A0186 when the child does not run or dies before it answers.
    void request(boost::json::value body, std::function<void(boost::json::value)> onReply);
    [[nodiscard]] wire::ProcessState state() const;
    /// Whether start() was called.
    [[nodiscard]] bool started() const;

private:
    class Impl;
    std::shared_ptr<Impl> impl_;
};

} // namespace twinhelm::agent
