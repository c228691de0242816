#include "agent/vrrp/vrrp_process.h"

#include <csignal>
#include <deque>
#include <optional>

#include <boost/asio.hpp>
#include <boost/json.hpp>

#include "agent/linux/clock.h"
#include "agent/linux/routing_names.h"
#include "agent/process/commands.h"
#include "agent/process/configuration_message.h"
#include "agent/process/log.h"
#include "agent/vrrp/adoption.h"
#include "agent/vrrp/driver.h"
#include "agent/vrrp/event_report.h"
#include "agent/vrrp/network.h"
#include "agent/vrrp/reporter.h"
#include "agent/vrrp/script_runner.h"
#include "common/config/lower/lower.h"
#include "common/wire/json_value.h"

namespace twinhelm::agent
{

namespace
{

namespace asio = boost::asio;

constexpr std::chrono::milliseconds reportAtLeastEvery{1000};
constexpr std::chrono::milliseconds reportAtMostEvery{50};
constexpr std::size_t newsInOneGo = 32;
/// keepalived gives the scripts of the end as long.
constexpr std::chrono::milliseconds lastScriptsGet{1000};
constexpr std::chrono::milliseconds lookAgain{10};

std::vector<std::string> interfacesOf(const vrrp::NodeSettings &settings)
{
    std::vector<std::string> out;
    for (const auto &instance : settings.instances) {
        out.push_back(instance.interface);
        for (const auto &tracked : instance.trackInterfaces)
            out.push_back(tracked.name);
        for (const auto &link : instance.virtualLinks)
            out.push_back(link.base);
    }
    return out;
}

class VrrpProcess final : public PublishPort
{
public:
    VrrpProcess(const VrrpOptions &options, ChannelFd channel)
        : statePath_(statePathIn(options)), channel_(io_, std::move(channel)),
          scripts_(io_, [this](vrrp::ScriptFinished finished) { handle(std::move(finished)); })
    {
    }

    int run()
    {
        signals_.async_wait([this](boost::system::error_code error, int) {
            if (!error)
                stop();
        });
        channel_.start([this](Message message) { onMessage(std::move(message)); },
                       [this](const std::string &) { stop(); });
        io_.run();
        return exitCode_;
    }

    void publish(const vrrp::Publish &news) override
    {
        // Told after the packets and addresses of this step, of which there may be thousands.
        auto event = reportEvent(news);
        event.time = wallNow();
        event.monotonicNs = monotonicNow().time_since_epoch().count();
        news_.push_back(std::move(event));
        if (news_.size() == 1)
            asio::post(io_, [this] { tellNews(newsInOneGo); });
        reportSoon();
    }

private:
    void onMessage(Message message)
    {
        if (message.kind != MessageKind::Command)
            return;
        const auto done = obey(message.body);
        channel_.send({MessageKind::Reply, message.id, done ? okReply() : refusalReply(done.error())});
    }

    Result<void> obey(const boost::json::value &body)
    {
        const auto name = commandOf(body);
        if (name == command::configure)
            return configure(body);
        const auto instance = instanceOf(body);
        if (auto known = checkInstance(instance); !known)
            return known;
        if (name == command::handover)
            handle(vrrp::Handover{instance});
        else if (name == command::release)
            handle(vrrp::Release{instance});
        else
            return fail("A0185", "the vrrp process does not know the command '" + name + "'", "restart twinhelmd");
        reportSoon();
        return {};
    }

    [[nodiscard]] Result<void> checkInstance(const std::string &name) const
    {
        std::string known;
        if (driver_) {
            for (const auto &instance : driver_->node().settings().instances) {
                if (instance.name == name)
                    return {};
                known += (known.empty() ? "" : ", ") + instance.name;
            }
        }
        return fail("A0201", "there is no VRRP instance '" + name + "' on this node",
                    known.empty() ? "the configuration in force has none" : "use one of: " + known);
    }

    Result<void> configure(const boost::json::value &body)
    {
        auto bytes = parseConfigureCommand(body);
        if (!bytes)
            return tl::unexpected(bytes.error());
        auto settings = config::lower(loadConfiguration(*bytes).model, routingNumber);
        for (const auto &line : settings.leftOut)
            log::error("left out: " + line);
        settings_ = std::make_shared<const vrrp::NodeSettings>(settings);
        scripts_.setDefaultUser(settings.defaultScriptUser, settings.defaultScriptGroup);
        if (!driver_)
            return begin(std::move(settings), adoptIn(body));
        network_->configure(settings);
        handle(vrrp::Reconfigure{std::move(settings)});
        network_->settle();
        reportSoon();
        return {};
    }

    Result<void> begin(vrrp::NodeSettings settings, bool adopt)
    {
        auto network = Network::open(io_, statePath_, [this](vrrp::NodeEvent event) { handle(std::move(event)); });
        if (!network)
            return giveUp(network.error());
        network_ = std::move(*network);
        const auto plan = planAdoption(settings, network_->leftovers(), adopt);
        takeOff(plan.orphans);
        network_->configure(settings);
        if (!adopt)
            takeOffObjects();
        const auto wanted = interfacesOf(settings);
        driver_.emplace(std::move(settings), Driver::Ports{*network_, scripts_, *this}, monotonicNow);
        if (auto started = network_->start(wanted); !started)
            return giveUp(started.error());
        handle(vrrp::Startup{plan.instances, sinceBoot(), sequenceBase()});
        takeOff(plan.orphansOf(driver_->node().status()));
        takeOffObjects();
        report();
        return {};
    }

    void takeOff(const std::vector<HeldAddress> &orphans)
    {
        if (const auto removed = network_->removeLeftovers(orphans); removed > 0)
            log::warning("took off " + std::to_string(removed) +
                         " addresses that a killed predecessor had left behind");
    }

    void takeOffObjects()
    {
        if (const auto removed = network_->removeOrphanObjects(); removed > 0)
            log::warning("removed " + std::to_string(removed) +
                         " routes and rules that a killed predecessor had left behind");
    }

    Result<void> giveUp(const Error &error)
    {
        log::error(error.what + "; " + error.mend);
        exitCode_ = 1;
        asio::post(io_, [this] { stop(); });
        return tl::unexpected(error);
    }

    void handle(vrrp::NodeEvent event)
    {
        if (!driver_)
            return;
        driver_->handle(std::move(event));
        arm();
    }

    void arm()
    {
        const auto next = driver_->node().nextDeadline();
        if (next == armedFor_)
            return;
        armedFor_ = next;
        if (!next) {
            deadline_.cancel();
            return;
        }
        deadline_.expires_at(std::chrono::steady_clock::time_point(next->time_since_epoch()));
        deadline_.async_wait([this](boost::system::error_code error) {
            if (error || stopping_)
                return;
            armedFor_.reset();
            handle(vrrp::DeadlineReached{});
        });
    }

    // ---- reports -------------------------------------------------------------------------------

    void tellNews(std::size_t most)
    {
        for (; most > 0 && !news_.empty(); --most) {
            const auto &event = news_.front();
            log::write(event.severity, event.subject + ": " + event.text);
            channel_.send({MessageKind::Event, 0, wire::toValue(event)});
            news_.pop_front();
        }
        if (!news_.empty())
            asio::post(io_, [this] { tellNews(newsInOneGo); });
    }

    [[nodiscard]] Reporter::Snapshot snapshot() const
    {
        return {settings_, driver_->node().status(), network_->interfaces(), monotonicNow(), wallNow()};
    }

    void report()
    {
        lastReport_ = std::chrono::steady_clock::now();
        soon_ = false;
        if (!reporter_.busy())
            reporter_.report(snapshot(), [this](std::string line) { channel_.sendState(std::move(line)); });
        reportAt(lastReport_ + reportAtLeastEvery);
    }

    void reportSoon()
    {
        if (soon_ || !driver_ || stopping_)
            return;
        soon_ = true;
        reportAt(lastReport_ + reportAtMostEvery);
    }

    void reportAt(std::chrono::steady_clock::time_point when)
    {
        reportTimer_.expires_at(when);
        reportTimer_.async_wait([this](boost::system::error_code error) {
            if (!error && !stopping_)
                report();
        });
    }

    // ---- the end -------------------------------------------------------------------------------

    void stop()
    {
        if (stopping_)
            return;
        stopping_ = true;
        // Before anything else: the peer waits for our priority 0.
        if (driver_) {
            driver_->handle(vrrp::Shutdown{});
            network_->end();
            tellNews(news_.size());
            channel_.sendState(Reporter::write(snapshot()));
        }
        scripts_.killScripts();
        deadline_.cancel();
        stopBy_ = std::chrono::steady_clock::now() + lastScriptsGet;
        waitForLastScripts();
    }

    /// And for the last events to reach the guardian.
    void waitForLastScripts()
    {
        const bool done = scripts_.runningNotifies() == 0 && channel_.idle();
        if (done || std::chrono::steady_clock::now() >= stopBy_) {
            io_.stop();
            return;
        }
        reportTimer_.expires_after(lookAgain);
        reportTimer_.async_wait([this](boost::system::error_code) { waitForLastScripts(); });
    }

    std::string statePath_;
    asio::io_context io_{1};
    asio::signal_set signals_{io_, SIGTERM, SIGINT};
    Channel channel_;
    asio::steady_timer deadline_{io_};
    asio::steady_timer reportTimer_{io_};
    std::unique_ptr<Network> network_;
    ScriptRunner scripts_;
    std::optional<Driver> driver_;
    std::shared_ptr<const vrrp::NodeSettings> settings_; ///< the driver's, shared with the reporter
    std::deque<wire::Event> news_;
    Reporter reporter_{io_};
    std::optional<TimePoint> armedFor_;
    std::chrono::steady_clock::time_point lastReport_{};
    std::chrono::steady_clock::time_point stopBy_{};
    bool soon_ = false;
    bool stopping_ = false;
    int exitCode_ = 0;
};

} // namespace

std::string statePathIn(const VrrpOptions &options)
{
    return options.runtimeDir + "/vrrp.state";
}

int runVrrp(const VrrpOptions &options, ChannelFd channel)
{
    // Reload is the guardian's business; a HUP to the whole group must not end us.
    std::signal(SIGHUP, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
    return VrrpProcess(options, std::move(channel)).run();
}

} // namespace twinhelm::agent
