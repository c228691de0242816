#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <boost/asio.hpp>
#include <boost/json.hpp>

#include "agent/process/channel.h"
#include "agent/process/commands.h"
#include "agent/store/journal.h"
#include "common/wire/json_value.h"

namespace twinhelm::test
{

/// The other end of the api process's channel: keeps a journal, relays events, answers commands as it was told to.
/// Runs in a thread of its own; every public function may be called from the test's.
class FakeGuardian
{
public:
    FakeGuardian(agent::ChannelFd channel, const std::filesystem::path &stateDir)
        : journal_(*store::Journal::open({stateDir / "journal", "boot-1", 1U << 20U, 64, 100'000})),
          channel_(io_, std::move(channel))
    {
        channel_.start([this](agent::Message message) { onMessage(std::move(message)); }, [](const std::string &) {});
        thread_ = std::thread([this] {
            const auto work = boost::asio::make_work_guard(io_);
            io_.run();
        });
    }

    ~FakeGuardian() { leave(); }
    FakeGuardian(const FakeGuardian &) = delete;
    FakeGuardian &operator=(const FakeGuardian &) = delete;

    void leave()
    {
        if (!thread_.joinable())
            return;
        boost::asio::post(io_, [this] {
            channel_.close();
            io_.stop();
        });
        thread_.join();
    }

    void sendState(const wire::NodeState &state)
    {
        boost::asio::post(io_, [this, state] { channel_.send({agent::MessageKind::State, 0, wire::toValue(state)}); });
    }

    /// Journal first, then relay, as the real one does.
    void publish(wire::Event event)
    {
        boost::asio::post(io_, [this, event = std::move(event)]() mutable { store(std::move(event)); });
    }

    /// The next commands are answered with this; null: not at all.
    void answerWith(boost::json::value reply)
    {
        const std::lock_guard lock(mutex_);
        reply_ = std::move(reply);
    }

    /// Who asks for the state anew gets this one.
    void onRefresh(const wire::NodeState &state)
    {
        const std::lock_guard lock(mutex_);
        onRefresh_ = state;
    }

    [[nodiscard]] std::vector<boost::json::value> commands() const
    {
        const std::lock_guard lock(mutex_);
        return commands_;
    }

    /// Causes of the api.refused and api.identity events the api process reported.
    [[nodiscard]] std::vector<std::string> reported() const
    {
        const std::lock_guard lock(mutex_);
        return reported_;
    }

private:
    void store(wire::Event event)
    {
        event.id = *journal_.append(event);
        channel_.send({agent::MessageKind::Event, event.id, wire::toValue(event)});
    }

    void onMessage(agent::Message message)
    {
        const std::lock_guard lock(mutex_);
        if (message.kind == agent::MessageKind::Event) {
            auto event = *wire::eventFrom(message.body);
            reported_.push_back(event.cause);
            store(std::move(event));
        } else if (message.kind == agent::MessageKind::Command) {
            if (agent::commandOf(message.body) == agent::command::refresh) {
                refresh(message.id);
                return;
            }
            commands_.push_back(message.body);
            if (!reply_.is_null())
                channel_.send({agent::MessageKind::Reply, message.id, reply_});
        }
    }

    /// Like other commands it gets no answer when there shall be none.
    void refresh(std::uint64_t id)
    {
        if (onRefresh_)
            channel_.send({agent::MessageKind::State, 0, wire::toValue(*onRefresh_)});
        if (!reply_.is_null())
            channel_.send({agent::MessageKind::Reply, id, agent::okReply()});
    }

    store::Journal journal_;
    boost::asio::io_context io_;
    agent::Channel channel_;
    std::thread thread_;
    mutable std::mutex mutex_;
    boost::json::value reply_ = agent::okReply();
    std::optional<wire::NodeState> onRefresh_;
    std::vector<boost::json::value> commands_;
    std::vector<std::string> reported_;
};

} // namespace twinhelm::test
