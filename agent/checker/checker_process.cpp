#include "agent/checker/checker_process.h"

#include <csignal>

#include <boost/asio.hpp>

#include "agent/linux/memory.h"
#include "agent/process/commands.h"
#include "agent/process/configuration_message.h"
#include "agent/process/log.h"
#include "common/config/schema/names.h"
#include "common/wire/json_value.h"

namespace twinhelm::agent
{

namespace
{

/// "virtual_server" for two of them and "bfd_instance": which blocks stand there that nobody works on.
std::string unservedBlocks(const config::model::NodeConfig &model)
{
    namespace names = config::schema::names;
    std::string out;
    const auto add = [&](std::string_view keyword, bool there) {
        if (there)
            out += (out.empty() ? "" : ", ") + std::string(keyword);
    };
    add(names::bfdInstance, !model.bfds.empty());
    add(names::ssl, !model.ssl.empty());
    add(names::virtualServer, !model.virtualServers.empty());
    add(names::virtualServerGroup, !model.virtualServerGroups.empty());
    return out;
}

class Checker
{
public:
    explicit Checker(ChannelFd fd) : channel_(io_, std::move(fd)) {}

    int run()
    {
        signals_.async_wait([this](boost::system::error_code, int) { io_.stop(); });
        channel_.start([this](const Message &message) { onMessage(message); },
                       [this](const std::string &) { io_.stop(); });
        io_.run();
        return 0;
    }

private:
    void onMessage(const Message &message)
    {
        if (message.kind != MessageKind::Command)
            return;
        if (auto bytes = parseConfigureCommand(message.body))
            sayWhatIsNotServed(unservedBlocks(loadConfiguration(*bytes).model));
        channel_.send({MessageKind::Reply, message.id, okReply()});
        giveMemoryBack();
    }

    void sayWhatIsNotServed(const std::string &blocks)
    {
        if (blocks.empty() || blocks == said_)
            return;
        said_ = blocks;
        wire::Event event;
        event.kind = "process.started";
        event.severity = "warning";
        event.subject = "checker";
        event.cause = "not_built_yet";
        event.text = "this version runs VRRP only; the configuration also has " + blocks + ", which nobody works on";
        log::warning(event.text);
        channel_.send({MessageKind::Event, 0, wire::toValue(event)});
    }

    boost::asio::io_context io_{1};
    boost::asio::signal_set signals_{io_, SIGTERM, SIGINT};
    Channel channel_;
    std::string said_;
};

} // namespace

bool needsChecker(const config::model::NodeConfig &model)
{
    return !unservedBlocks(model).empty();
}

int runChecker(ChannelFd channel)
{
    std::signal(SIGHUP, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
    return Checker(std::move(channel)).run();
}

} // namespace twinhelm::agent
