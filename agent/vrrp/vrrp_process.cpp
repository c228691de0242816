#include "agent/vrrp/vrrp_process.h"

#include <csignal>
#include <deque>
#include <optional>

#include <boost/asio.hpp>
#include <boost/json.hpp>

#include "agent/linux/clock.h"
#include "agent/linux/process_treatment.h"
#include "agent/linux/routing_names.h"
#include "agent/notify/fifo_writer.h"
#include "agent/notify/last_notices.h"
#include "agent/notify/mailer.h"
#include "agent/notify/script_runner.h"
#include "agent/process/check_report.h"
#include "agent/process/commands.h"
#include "agent/process/configuration_message.h"
#include "agent/process/log.h"
#include "agent/vrrp/adoption.h"
#include "agent/vrrp/alive_stamp.h"
#include "agent/vrrp/carried_message.h"
#include "agent/vrrp/driver.h"
#include "agent/vrrp/event_report.h"
#include "agent/vrrp/file_monitor.h"
#include "agent/vrrp/network.h"
#include "agent/vrrp/plan_report.h"
#include "agent/vrrp/process_monitor.h"
#include "agent/vrrp/reporter.h"
#include "common/config/lower/lower.h"
#include "common/vrrp/sentences.h"
#include "common/wire/json_value.h"

namespace twinhelm::agent
{

namespace
{

namespace asio = boost::asio;

constexpr std::chrono::milliseconds reportAtMostEvery{50};
/// Thousands of instances that change all the time must not keep a processor busy with reports.
constexpr int restForWork = 10;
constexpr std::size_t newsInOneGo = 32;
/// A deadline that is told later than this may be older than packets that wait to be read.
constexpr std::chrono::milliseconds lateness{2};

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

class VrrpProcess final : public NoticePort, public PublishPort
{
public:
    VrrpProcess(const VrrpOptions &options, ChannelFd channel)
        : statePath_(statePathIn(options)), alivePath_(statePath_ + ".alive"), channel_(io_, std::move(channel)),
          scripts_(
              io_, [this](vrrp::ScriptFinished finished) { handle(std::move(finished)); },
              [this](vrrp::Trouble trouble) { handle(std::move(trouble)); }),
          files_(io_, [this](vrrp::NodeEvent event) { handle(std::move(event)); }),
          processes_(io_, [this](vrrp::NodeEvent event) { handle(std::move(event)); }),
          fifos_(
              io_, [this](const vrrp::Command &command) { return scripts_.start(command); },
              [this](vrrp::Trouble trouble) { handle(std::move(trouble)); }),
          mailer_(io_, [this](vrrp::Trouble trouble) { handle(std::move(trouble)); }, "/proc/self/exe",
                  {"twinhelmd", "--role", "mail"})
    {
    }

    int run()
    {
        signals_.async_wait([this](boost::system::error_code error, int) {
            if (!error)
                stop();
        });
        waitForOverrun();
        channel_.start([this](Message message) { onMessage(std::move(message)); },
                       [this](const std::string &) { stop(); });
        io_.run();
        return exitCode_;
    }

    void write(const vrrp::WriteFifo &action) override { fifos_.write(action.line); }
    void mail(const vrrp::SendMail &action) override { mailer_.send(action); }
    void publish(const vrrp::Publish &news) override { tell(reportEvent(news)); }

private:
    /// Told after the packets and addresses of this step, of which there may be thousands.
    void tell(wire::Event event)
    {
        event.time = wallNow();
        event.monotonicNs = monotonicNow().time_since_epoch().count();
        news_.push_back(std::move(event));
        if (news_.size() == 1)
            asio::post(io_, [this] { tellNews(newsInOneGo); });
        reportSoon();
    }

    void tellTrouble(const std::string &cause, std::string text)
    {
        wire::Event event;
        event.kind = "process.trouble";
        event.severity = "warning";
        event.subject = "vrrp";
        event.cause = cause;
        event.text = std::move(text);
        tell(std::move(event));
    }

    /// The kernel says that we ran for longer than vrrp_rlimit_rttime allows without looking at our sockets.
    void waitForOverrun()
    {
        overrun_.async_wait([this](boost::system::error_code error, int) {
            if (error)
                return;
            tellTrouble("realtime_limit", "the engine ran at real-time priority for longer than vrrp_rlimit_rttime "
                                          "without a pause; nothing was lost, raise the limit if this repeats");
            waitForOverrun();
        });
    }

    void onMessage(Message message)
    {
        if (message.kind != MessageKind::Command)
            return;
        const auto name = commandOf(message.body);
        if (left_) {
            reply(message.id,
                  refusalReply({"A0186", "this vrrp process has made room for another one", "ask once more"}));
            return;
        }
        if (name == command::refresh) {
            refresh(message.id);
            return;
        }
        if (name == command::configure || name == command::prepare || name == command::plan) {
            read(std::move(message));
            return;
        }
        if (name == command::goOn) {
            goOn(message);
            return;
        }
        if (name == command::leave) {
            leave(message.id);
            return;
        }
        const auto done = obey(message.body);
        reply(message.id, done ? okReply() : refusalReply(done.error()));
    }

    void reply(std::uint64_t id, boost::json::value body) { channel_.send({MessageKind::Reply, id, std::move(body)}); }

    // ---- configuration -------------------------------------------------------------------------

    struct Candidate {
        std::shared_ptr<const vrrp::NodeSettings> settings;
        std::string revision;
        bool adopt = false;
    };

    /// On a thread of its own, one after the other: reading a thousand instances takes longer than an advertisement may
    /// be late.
    void read(Message message)
    {
        const auto shared = std::make_shared<const Message>(std::move(message));
        asio::post(reader_, [this, shared, name = commandOf(shared->body)] {
            auto candidate = std::make_shared<Result<Candidate>>(parse(shared->body));
            asio::post(io_, [this, id = shared->id, candidate, name] {
                if (stopping_)
                    return;
                if (!*candidate)
                    reply(id, refusalReply(candidate->error()));
                else if (name == command::plan)
                    plan(id, std::move(**candidate));
                else if (name == command::prepare)
                    prepare(id, std::move(**candidate));
                else
                    configure(id, std::move(**candidate));
            });
        });
    }

    [[nodiscard]] static Result<Candidate> parse(const boost::json::value &body)
    {
        const auto bytes = parseConfigureCommand(body);
        if (!bytes)
            return tl::unexpected(bytes.error());
        return Candidate{
            std::make_shared<const vrrp::NodeSettings>(config::lower(loadConfiguration(*bytes).model, routingNumber)),
            vrrp::shortRevision(sha256Hex(bytes->text)), adoptIn(body)};
    }

    /// Ready to go on for a predecessor that still works: what takes long has been done when it leaves.
    void prepare(std::uint64_t id, Candidate candidate)
    {
        prepared_ = std::move(candidate);
        reply(id, okReply());
    }

    void goOn(const Message &message)
    {
        if (!prepared_ || driver_) {
            reply(message.id, refusalReply({"A0188", "the vrrp process has not been told what to go on with",
                                            "this is a fault of the agent; restart twinhelmd"}));
            return;
        }
        carried_ = parseCarried(message.body);
        auto candidate = std::move(*prepared_);
        prepared_.reset();
        candidate.adopt = true;
        configure(message.id, std::move(candidate));
        carried_ = {};
    }

    void configure(std::uint64_t id, Candidate candidate)
    {
        const auto done = take(std::move(candidate));
        reply(id, done ? okReply() : refusalReply(done.error()));
    }

    /// What a reload would do, from copies and again on the other thread.
    void plan(std::uint64_t id, Candidate candidate)
    {
        if (!driver_) {
            reply(id, refusalReply({"A0187", "the vrrp process has no configuration yet", "ask again in a second"}));
            return;
        }
        asio::post(reader_, [this, id, before = settings_, status = driver_->node().status(),
                             after = std::move(candidate.settings)] {
            auto body = okReply();
            body.as_object()["plan"] = wire::toValue(reportPlan(planReconfigure(*before, status, *after)));
            asio::post(io_, [this, id, body = std::move(body)]() mutable { reply(id, std::move(body)); });
        });
    }

    Result<void> obey(const boost::json::value &body)
    {
        const auto name = commandOf(body);
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

    Result<void> take(Candidate candidate)
    {
        const auto &settings = *candidate.settings;
        for (const auto &line : settings.leftOut)
            log::error("left out: " + line);
        for (const auto &line : treatment_.apply(settings.process))
            tellTrouble("refused", "the kernel refuses the " + line + "; the engine runs without it");
        if (runsPrograms(settings)) // the look-up brings a directory service's libraries into memory
            scripts_.setDefaultUser(settings.defaultScriptUser, settings.defaultScriptGroup, settings.scriptSecurity);
        if (!driver_)
            return begin(settings, candidate.adopt);
        network_->configure(settings);
        lookAround(settings, true);
        handle(vrrp::Reconfigure{candidate.settings, candidate.revision});
        asio::post(reader_, [gone = std::exchange(settings_, candidate.settings)] {});
        network_->settle();
        reportSoon();
        return {};
    }

    Result<void> begin(vrrp::NodeSettings settings, bool adopt)
    {
        auto network = Network::open(
            io_, statePath_, [this](vrrp::NodeEvent event) { handle(std::move(event)); },
            [this](std::span<const vrrp::PacketReceived> packets) { receive(packets); });
        if (!network)
            return giveUp(network.error());
        network_ = std::move(*network);
        const auto lastAlive = AliveStamp::read(alivePath_, bootId());
        // Who left in order said where it stopped: the machines themselves see whether that was too long ago.
        const bool goesOn = !carried_.instances.empty();
        const auto plan = planAdoption(settings, network_->leftovers(), adopt,
                                       goesOn      ? Duration::zero()
                                       : lastAlive ? monotonicNow() - *lastAlive
                                                   : Duration::max());
        alive_ = AliveStamp(alivePath_, bootId());
        takeOff(plan.orphans);
        network_->configure(settings);
        if (plan.instances.empty())
            takeOffObjects();
        const auto wanted = interfacesOf(settings);
        driver_.emplace(std::move(settings), Driver::Ports{*network_, scripts_, *this, *this}, monotonicNow);
        settings_ = driver_->node().sharedSettings();
        if (auto started = network_->start(wanted); !started)
            return giveUp(started.error());
        lookAround(*settings_, plan.instances.empty() && !goesOn);
        handle(vrrp::Startup{plan.instances, sinceBoot(), sequenceBase(), carried_});
        alive_.set(monotonicNow());
        takeOff(plan.orphansOf(driver_->node().status()));
        takeOffObjects();
        report();
        return {};
    }

    /// Before the node takes the settings, so that it knows what the trackers say when it does.
    void lookAround(const vrrp::NodeSettings &settings, bool createFiles)
    {
        fifos_.configure(settings.fifos);
        mailer_.configure(settings.mail, settings.routerId);
        files_.configure(settings.files, createFiles);
        processes_.configure(settings.processes);
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

    void receive(std::span<const vrrp::PacketReceived> packets)
    {
        if (!driver_ || packets.empty())
            return;
        driver_->receive(packets);
        arm();
    }

    /// Each advert that is heard moves a deadline on: the timer may then go off too early, once in a while, which costs
    /// less than to set it each time.
    void arm()
    {
        const auto next = driver_->node().nextDeadline();
        if (armedFor_ && next && *next >= *armedFor_)
            return;
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
            const auto now = monotonicNow();
            const Duration late = now - std::exchange(armedFor_, std::nullopt).value_or(now);
            // We stood still: what came meanwhile was sent before this deadline's judgement.
            if (late > lateness)
                network_->readPackets();
            handle(vrrp::DeadlineReached{});
            alive_.set(now);
            if (auto text = treatment_.servedLate(late); !text.empty())
                tellTrouble("late", std::move(text));
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
        return {settings_,
                driver_->node().status(),
                network_->interfaces(),
                monotonicNow(),
                wallNow(),
                network_->counters(),
                {fifos_.lost(), mailer_.lost(), mailer_.waiting()}};
    }

    /// Counters move all the time, but who wants to know them asks.
    void refresh(std::uint64_t id)
    {
        refreshes_.push_back(id);
        if (driver_ && !stopping_)
            report();
        else
            answerRefreshes();
    }

    void answerRefreshes()
    {
        for (const auto id : std::exchange(refreshes_, {}))
            channel_.send({MessageKind::Reply, id, okReply()});
    }

    void report()
    {
        if (reporter_.busy())
            return; // what was asked for meanwhile is done when it has finished
        soon_ = false;
        const auto began = std::chrono::steady_clock::now();
        auto asked = std::exchange(refreshes_, {});
        reporter_.report(snapshot(), [this, began, asked = std::move(asked)](std::string line) mutable {
            if (!left_)
                channel_.sendState(std::move(line));
            for (const auto id : asked)
                channel_.send({MessageKind::Reply, id, okReply()});
            const auto now = std::chrono::steady_clock::now();
            const auto rest =
                std::max<std::chrono::steady_clock::duration>(reportAtMostEvery, restForWork * (now - began));
            notBefore_ = now + rest;
            if (stopping_)
                return;
            if (!refreshes_.empty())
                report();
            else if (soon_)
                reportAt(notBefore_);
        });
    }

    void reportSoon()
    {
        if (soon_ || !driver_ || stopping_)
            return;
        soon_ = true;
        if (!reporter_.busy())
            reportAt(notBefore_);
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
        fifos_.close();
        deadline_.cancel();
        reportTimer_.cancel();
        last_.wait(LastNotices::atTheEnd);
    }

    /// A successor goes on where we stop: nothing is said to peers, and nothing taken off.
    void leave(std::uint64_t id)
    {
        auto body = okReply();
        if (driver_ && !stopping_) {
            body.as_object()["carried"] = makeCarried(driver_->node().carry());
            alive_.set(monotonicNow());
        }
        stopping_ = left_ = true;
        deadline_.cancel();
        driver_.reset();
        network_.reset();
        scripts_.killScripts();
        fifos_.passOn();
        tellNews(news_.size());
        reply(id, std::move(body));
        reportTimer_.cancel();
        last_.wait(LastNotices::withSuccessor);
    }

    std::string statePath_;
    std::string alivePath_;
    AliveStamp alive_;
    asio::io_context io_{1};
    asio::signal_set signals_{io_, SIGTERM, SIGINT};
    asio::signal_set overrun_{io_, SIGXCPU};
    ProcessTreatment treatment_{true};
    Channel channel_;
    asio::steady_timer deadline_{io_};
    asio::steady_timer reportTimer_{io_};
    std::unique_ptr<Network> network_;
    ScriptRunner scripts_;
    FileMonitor files_;
    ProcessMonitor processes_;
    FifoWriter fifos_;
    Mailer mailer_;
    LastNotices last_{io_, scripts_, fifos_, mailer_, channel_};
    std::optional<Driver> driver_;
    std::shared_ptr<const vrrp::NodeSettings> settings_; ///< the driver's, shared with the reporter
    std::optional<Candidate> prepared_;
    vrrp::Carried carried_; ///< while a predecessor's work is taken up
    std::deque<wire::Event> news_;
    Reporter reporter_{io_};
    asio::thread_pool reader_{1}; ///< of configurations; ends before what it posts to
    std::optional<TimePoint> armedFor_;
    std::chrono::steady_clock::time_point notBefore_{}; ///< the next report that nobody asks for
    std::vector<std::uint64_t> refreshes_;              ///< messages to be answered after the next report
    bool soon_ = false;
    bool stopping_ = false;
    bool left_ = false; ///< a successor goes on
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
