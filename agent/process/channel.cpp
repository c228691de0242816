#include "agent/process/channel.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <deque>
#include <istream>
#include <unordered_map>

#include <sys/socket.h>

#include <boost/asio.hpp>
#include <boost/json.hpp>

#include "agent/process/commands.h"

namespace twinhelm::agent
{

namespace
{

namespace asio = boost::asio;
namespace json = boost::json;

/// A state of 4,000 instances has about 8 MB, the largest plan 96 MB when every byte of it must be escaped; anything
/// above is a fault of ours, not data.
constexpr std::size_t longestLine = std::size_t{128} << 20U;

} // namespace

class Channel::Impl : public std::enable_shared_from_this<Impl>
{
public:
    Impl(asio::io_context &io, Detached from) : socket_(io, asio::local::stream_protocol(), from.fd.release())
    {
        std::ostream(input_.get()) << from.unread;
        if (!from.unsent.empty())
            queue_.push_back({std::move(from.unsent), false});
    }

    void start(std::function<void(Message)> onMessage, std::function<void(const std::string &)> onClosed)
    {
        onMessage_ = std::move(onMessage);
        onClosed_ = std::move(onClosed);
        read();
        if (!queue_.empty())
            write();
    }

    void detach(std::function<void(Detached)> onDetached)
    {
        onDetached_ = std::move(onDetached);
        stopWork();
    }

    void send(const Message &message) { send(encodeMessage(message), message.kind == MessageKind::State); }

    void send(std::string line, bool isState)
    {
        if (!socket_.is_open())
            return;
        line += '\n';
        // The front is being written; only what waits behind it may be replaced.
        if (isState && queue_.size() > 1 && queue_.back().isState) {
            queue_.back().line = std::move(line);
            return;
        }
        queue_.push_back({std::move(line), isState});
        if (queue_.size() == 1 && !onDetached_)
            write();
    }

    void request(json::value body, std::function<void(json::value)> onReply)
    {
        const std::uint64_t id = ++lastRequest_;
        waiting_.emplace(id, std::move(onReply));
        send({MessageKind::Command, id, std::move(body)});
    }

    [[nodiscard]] bool idle() const { return queue_.empty(); }
    [[nodiscard]] bool settled() const { return queue_.empty() && waiting_.empty(); }

    void close()
    {
        boost::system::error_code ignored;
        socket_.close(ignored);
        onMessage_ = nullptr;
        onClosed_ = nullptr;
        onDetached_ = nullptr;
        waiting_.clear();
    }

private:
    struct Queued {
        std::string line;
        bool isState;
    };

    /// Until the reading under way has ended: the loop may hold bytes of it that are in no buffer yet.
    void stopWork()
    {
        if (!onDetached_)
            return;
        if (!reading_ && !writing_) {
            const auto onDetached = std::move(onDetached_);
            Detached out;
            const auto data = input_->data();
            out.unread.assign(static_cast<const char *>(data.data()), data.size());
            for (const auto &one : queue_)
                out.unsent += one.line;
            out.fd.reset(socket_.release());
            close();
            onDetached(std::move(out));
            return;
        }
        if (reading_ && !writing_) { // half a line must not be all that is written
            boost::system::error_code ignored;
            socket_.cancel(ignored);
        }
        asio::post(socket_.get_executor(), [self = shared_from_this()] { self->stopWork(); });
    }

    void read()
    {
        reading_ = true;
        asio::async_read_until(
            socket_, *input_, '\n', [self = shared_from_this()](boost::system::error_code error, std::size_t) {
                self->reading_ = false;
                if (self->onDetached_)
                    return; // what came is for the next owner, who sees for itself when the other end is gone
                if (error) {
                    self->fault(error == asio::error::eof ? "the other end closed it" : error.message());
                    return;
                }
                if (self->takeLines())
                    self->read();
            });
    }

    /// Everything that is complete in the buffer. False: the channel is closed, or somebody else goes on with it.
    bool takeLines()
    {
        while (true) {
            const auto data = input_->data();
            const std::string_view buffered(static_cast<const char *>(data.data()), data.size());
            const auto newline = buffered.find('\n');
            if (newline == std::string_view::npos) {
                forgetLongLine();
                return true;
            }
            auto message = decodeMessage(buffered.substr(0, newline));
            input_->consume(newline + 1);
            if (!message) {
                fault(message.error().what);
                return false;
            }
            deliver(std::move(*message));
            if (!socket_.is_open() || onDetached_)
                return false;
        }
    }

    /// A state may have megabytes; its buffer would stay as large for ever.
    void forgetLongLine()
    {
        constexpr std::size_t keep = 16U << 10U;
        if (input_->size() == 0 && input_->capacity() > keep)
            input_ = std::make_unique<asio::streambuf>(longestLine);
    }

    void deliver(Message message)
    {
        if (message.kind == MessageKind::Reply) {
            const auto found = waiting_.find(message.id);
            if (found != waiting_.end()) {
                const auto onReply = std::move(found->second);
                waiting_.erase(found);
                onReply(std::move(message.body));
            }
            return;
        }
        if (onMessage_)
            onMessage_(std::move(message));
    }

    void write()
    {
        writing_ = true;
        asio::async_write(socket_, asio::buffer(queue_.front().line),
                          [self = shared_from_this()](boost::system::error_code error, std::size_t) {
                              self->writing_ = false;
                              if (error) {
                                  self->queue_.clear();
                                  self->fault(error.message());
                                  return;
                              }
                              self->queue_.pop_front();
                              if (!self->queue_.empty() && !self->onDetached_)
                                  self->write();
                          });
    }

    void fault(const std::string &why)
    {
        const auto onClosed = std::move(onClosed_);
        const auto waiting = std::exchange(waiting_, {});
        close();
        for (const auto &[id, onReply] : waiting)
            onReply(refusalReply({"A0186", "the process that was asked went away: " + why,
                                  "it is started again at once; ask once more"}));
        if (onClosed)
            onClosed(why);
    }

    asio::local::stream_protocol::socket socket_;
    std::unique_ptr<asio::streambuf> input_ = std::make_unique<asio::streambuf>(longestLine);
    std::deque<Queued> queue_;
    std::uint64_t lastRequest_ = 0;
    std::unordered_map<std::uint64_t, std::function<void(json::value)>> waiting_;
    std::function<void(Message)> onMessage_;
    std::function<void(const std::string &)> onClosed_;
    std::function<void(Detached)> onDetached_; ///< set: no more work is begun
    bool reading_ = false;
    bool writing_ = false;
};

Channel::Channel(asio::io_context &io, ChannelFd fd) : Channel(io, Detached{std::move(fd), {}, {}}) {}

Channel::Channel(asio::io_context &io, Detached from) : impl_(std::make_shared<Impl>(io, std::move(from))) {}

Channel::~Channel()
{
    if (impl_)
        impl_->close();
}

Channel::Channel(Channel &&) noexcept = default;

Channel &Channel::operator=(Channel &&other) noexcept
{
    if (impl_)
        impl_->close();
    impl_ = std::move(other.impl_);
    return *this;
}

Result<std::pair<ChannelFd, ChannelFd>> Channel::makePair()
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return fail("A0182", std::string("the kernel gave no socketpair: ") + std::strerror(errno),
                    "look at the limits of open files (LimitNOFILE)");
    return std::pair{ChannelFd(ends[0]), ChannelFd(ends[1])};
}

void Channel::start(std::function<void(Message)> onMessage, std::function<void(const std::string &)> onClosed)
{
    impl_->start(std::move(onMessage), std::move(onClosed));
}

void Channel::send(const Message &message)
{
    impl_->send(message);
}

void Channel::sendState(std::string line)
{
    impl_->send(std::move(line), true);
}

void Channel::request(json::value body, std::function<void(json::value)> onReply)
{
    impl_->request(std::move(body), std::move(onReply));
}

void Channel::close()
{
    impl_->close();
}

void Channel::detach(std::function<void(Detached)> onDetached)
{
    impl_->detach(std::move(onDetached));
}

bool Channel::settled() const
{
    return impl_->settled();
}

bool Channel::idle() const
{
    return impl_->idle();
}

} // namespace twinhelm::agent
