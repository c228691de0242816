#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>

#include <boost/json/value.hpp>

#include "agent/linux/file_descriptor.h"
#include "agent/process/message.h"
#include "common/base/result.h"

namespace boost::asio
{
class io_context;
}

namespace twinhelm::agent
{

/// One end of the socketpair between the guardian and a child, not yet attached to an event loop.
using ChannelFd = FileDescriptor;

/// How the processes of one node talk: newline-delimited JSON over a socketpair.
///
/// Threading: everything on the io_context's thread. Cost: send() never blocks; it queues.
/// Errors: a broken line closes the channel, since the other end is the same program; `onClosed` is called
/// once, with the reason, when the other end went away. A State message that is still queued when a newer
/// one is sent is replaced by it, so that a stalled reader costs bounded memory.
class Channel
{
public:
    /// What the next owner of a socket needs to go on with it, in this program or in another.
    struct Detached {
        ChannelFd fd;
        std::string unread; ///< read from it, but not a whole line yet
        std::string unsent; ///< whole lines
    };

    Channel(boost::asio::io_context &io, ChannelFd fd);
    Channel(boost::asio::io_context &io, Detached from);
    ~Channel();
    Channel(Channel &&) noexcept;
    Channel &operator=(Channel &&) noexcept;

    /// Both ends of a new pair, close-on-exec. A0182 when the kernel refuses.
    [[nodiscard]] static Result<std::pair<ChannelFd, ChannelFd>> makePair();

    /// Call once, before the loop runs: messages arrive from then on.
    void start(std::function<void(Message)> onMessage, std::function<void(const std::string &why)> onClosed);
    void send(const Message &message);
    /// A State message that another thread has encoded with encodeMessage().
    void sendState(std::string line);
    /// Sends a command under a fresh id; `onReply` gets the reply's body, or a refusal (A0186) when the other end
    /// went away first. It is not called any more after close().
    void request(boost::json::value body, std::function<void(boost::json::value)> onReply);
    void close();
    /// Stops in between two messages; nothing is delivered any more, and what is sent meanwhile is kept. Calls back
    /// from the loop, once.
    void detach(std::function<void(Detached)> onDetached);
    /// Nothing waits to be sent.
    [[nodiscard]] bool idle() const;
    /// And nobody waits for an answer.
    [[nodiscard]] bool settled() const;

private:
    class Impl;
    std::shared_ptr<Impl> impl_;
};

} // namespace twinhelm::agent
