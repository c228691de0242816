#include "agent/checker/checker_process.h"

#include <csignal>
#include <deque>
#include <optional>
#include <random>

#include <boost/asio.hpp>
#include <boost/json.hpp>

#include "agent/checker/balancer_driver.h"
#include "agent/checker/checker_reporter.h"
#include "agent/checker/checker_settings.h"
#include "agent/checker/health_event.h"
#include "agent/checker/kernel_table.h"
#include "agent/checker/local_addresses.h"
#include "agent/checker/override_ledger.h"
#include "agent/checker/probe_desk.h"
#include "agent/checker/server_commands.h"
#include "agent/linux/clock.h"
#include "agent/linux/memory.h"
#include "agent/linux/probe_socket.h"
#include "agent/notify/fifo_writer.h"
#include "agent/notify/last_notices.h"
#include "agent/notify/mailer.h"
#include "agent/notify/script_runner.h"
#include "agent/process/commands.h"
#include "agent/process/log.h"
#include "common/health/names.h"
#include "common/wire/json_value.h"

namespace twinhelm::agent
{

namespace
{

namespace asio = boost::asio;
namespace json = boost::json;

constexpr std::chrono::milliseconds reportAtMostEvery{100};
/// Thousands of servers that change all the time must not keep a processor busy with reports.
constexpr int restForWork = 10;
constexpr std::chrono::seconds countEach{1};
constexpr std::chrono::seconds tryIpvsEach{60};

std::chrono::steady_clock::time_point steady(TimePoint when)
{
    return std::chrono::steady_clock::time_point(when.time_since_epoch());
}

class CheckerProcess final : public TellPort
{
public:
    CheckerProcess(const CheckerOptions &options, ChannelFd channel)
        : channel_(io_, std::move(channel)), ledger_(options.stateDir + "/overrides.json"),
          scripts_(
              io_, [](const vrrp::ScriptFinished &) {}, [this](const vrrp::Trouble &one) { tellTrouble(one); }),
          fifos_(
              io_, [this](const vrrp::Command &command) { return scripts_.start(command); },
              [this](const vrrp::Trouble &one) { tellTrouble(one); }),
          mailer_(io_, [this](const vrrp::Trouble &one) { tellTrouble(one); }, "/proc/self/exe",
                  {"twinhelmd", "--role", "mail"}),
          runner_(io_, {}), desk_(runner_, [this](health::ProbeFinished one) { handle(std::move(one)); }),
          keeper_([this](const TableKeeper::News &news) { tellTable(news); })
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
        return 0;
    }

    // ---- what the balancer wants told ----------------------------------------------------------

    void run(const health::RunCommand &action) override
    {
        scripts_.notify({action.subject, {action.command.argv, action.command.user, action.command.group}});
    }
    void write(const health::FifoLine &line) override { fifos_.write(line.line); }
    void mail(const health::SmtpAlert &mail) override
    {
        if (mails_)
            mailer_.send({mail.subject, mail.body});
    }
    void publish(const health::Publish &news) override { tell(reportHealthEvent(news)); }
    void keep(const std::vector<health::StoredOverride> &overrides) override
    {
        if (overrides == kept_)
            return;
        kept_ = overrides;
        if (auto written = ledger_.write(overrides, {monotonicNow(), wallNow()}); !written)
            tellTrouble({"overrides", "not_kept",
                         "weights and drains would not live through a restart: " + written.error().what});
        countDrained();
    }

private:
    void tell(wire::Event event)
    {
        event.time = wallNow();
        event.monotonicNs = monotonicNow().time_since_epoch().count();
        log::write(event.severity, event.subject.empty() ? event.text : event.subject + ": " + event.text);
        channel_.send({MessageKind::Event, 0, wire::toValue(event)});
        reportSoon();
    }

    void tellTrouble(const vrrp::Trouble &trouble)
    {
        wire::Event event;
        event.kind = "health.trouble";
        event.severity = "warning";
        event.subject = trouble.subject;
        event.cause = trouble.cause;
        event.text = trouble.text;
        tell(std::move(event));
    }

    void tellTable(const TableKeeper::News &news)
    {
        wire::Event event;
        event.kind = "ipvs.table";
        event.severity = news.severity;
        event.subject = "ipvs";
        event.cause = news.cause;
        event.text = news.text;
        trouble_ = news.severity == "error" ? news.text : std::string();
        tell(std::move(event));
    }

    // ---- commands ------------------------------------------------------------------------------

    void onMessage(Message message)
    {
        if (message.kind != MessageKind::Command || stopping_)
            return;
        const auto name = commandOf(message.body);
        if (name == command::configure) {
            read(std::move(message));
        } else if (name == command::prepare) {
            prepared_ = std::move(message.body);
            reply(message.id, okReply());
        } else if (name == command::goOn && prepared_) {
            // As after a crash: what is in the kernel's table and in the ledger of overrides goes on.
            message.body = std::move(*prepared_);
            message.body.as_object()["adopt"] = true;
            prepared_.reset();
            read(std::move(message));
        } else if (name == command::leave) {
            leave(message.id);
        } else if (name == command::instances) {
            instances_ = instancesOf(message.body);
            tellInstances();
            reply(message.id, okReply());
        } else if (name == command::refresh) {
            refreshes_.push_back(message.id);
            report();
        } else if (!driver_) {
            refuse(message.id, {"A0395", "the checker has nothing to check yet", "ask again in a second"});
        } else if (name == command::probe) {
            probe(message);
        } else if (isServerCommand(name)) {
            const auto event = serverCommand(message.body, driver_->balancer(), monotonicNow(), wallNow());
            if (!event) {
                refuse(message.id, event.error());
                return;
            }
            handle(*event);
            reply(message.id, okReply());
        } else {
            refuse(message.id, {"A0185", "the checker does not know the command '" + name + "'", "restart twinhelmd"});
        }
    }

    void reply(std::uint64_t id, json::value body) { channel_.send({MessageKind::Reply, id, std::move(body)}); }
    void refuse(std::uint64_t id, const Error &error) { reply(id, refusalReply(error)); }

    /// Runs all probes of a server now; what they say counts as any other answer. Replies when the last one has ended.
    void probe(const Message &message)
    {
        const auto name = namedServer(message.body, driver_->balancer());
        if (!name) {
            refuse(message.id, name.error());
            return;
        }
        const auto status = statusOf(*name);
        if (!status || status->first.probes.empty() || status->second) {
            refuse(message.id, {"A0396",
                                status && status->second ? "the probes of " + name->service + " rest (ha_suspend)"
                                                         : name->server + " has no probes",
                                "nothing can be asked now"});
            return;
        }
        struct Collected {
            wire::ProbeReport report;
            std::size_t left = 0;
        };
        auto collected = std::make_shared<Collected>();
        collected->report.service = name->service;
        collected->report.server = name->server;
        for (const auto &one : status->first.probes) {
            if (one.kind == "BFD_CHECK")
                continue;
            ++collected->left;
            desk_.listen(one.id, [this, collected, probe = one.name, id = message.id](const health::Outcome &outcome) {
                collected->report.probes.push_back(reportRun(probe, outcome));
                if (--collected->left > 0)
                    return;
                auto body = okReply();
                body.as_object()["probe"] = wire::toValue(collected->report);
                reply(id, std::move(body));
            });
        }
        handle(health::ProbeNow{*name});
    }

    static wire::ProbeRunState reportRun(const std::string &name, const health::Outcome &outcome)
    {
        const auto microseconds = [](Duration time) {
            return std::chrono::duration_cast<std::chrono::microseconds>(time).count();
        };
        wire::ProbeRunState out{name,
                                outcome.passed(),
                                std::string(reasonName(outcome.reason)),
                                outcome.text,
                                microseconds(outcome.took),
                                outcome.certificateDays,
                                {}};
        for (const auto &step : outcome.steps)
            out.steps.push_back({microseconds(step.at), step.text});
        return out;
    }

    /// And whether its service is suspended.
    [[nodiscard]] std::optional<std::pair<health::ServerStatus, bool>> statusOf(const health::ServerName &name) const
    {
        for (const auto &service : driver_->balancer().status().services) {
            if (service.name != name.service)
                continue;
            for (const auto &server : service.servers) {
                if (server.name == name.server)
                    return std::pair(server, service.suspended);
            }
        }
        return std::nullopt;
    }

    // ---- configuration -------------------------------------------------------------------------

    struct Candidate {
        Result<CheckerSettings> settings;
        std::optional<Result<IpvsSocket>> ipvs; ///< of the first one
        bool restarted = false;
    };

    /// On a thread of its own, one after the other: reading a large configuration, and loading the kernel's module,
    /// take longer than a probe may be late.
    void read(Message message)
    {
        const auto shared = std::make_shared<const Message>(std::move(message));
        asio::post(reader_, [this, shared, first = !std::exchange(asked_, true)] {
            auto candidate = std::make_shared<Candidate>(
                Candidate{readCheckerSettings(shared->body), std::nullopt, adoptIn(shared->body)});
            if (first)
                candidate->ipvs.emplace(IpvsSocket::open());
            asio::post(io_, [this, id = shared->id, candidate] {
                if (stopping_)
                    return;
                if (candidate->ipvs)
                    attach(std::move(*candidate->ipvs));
                if (!candidate->settings) {
                    refuse(id, candidate->settings.error());
                    return;
                }
                take(std::move(*candidate->settings), candidate->restarted);
                reply(id, okReply());
                giveMemoryBack();
            });
        });
    }

    void attach(Result<IpvsSocket> opened)
    {
        if (opened) {
            table_.emplace(std::move(*opened));
            keeper_.attach(monotonicNow(), *table_);
            if (settings_)
                prepareTable(*settings_, true);
            armLook();
            countDrained();
            return;
        }
        keeper_.detach(opened.error());
        // A module may be loaded later.
        lookTimer_.expires_after(tryIpvsEach);
        lookTimer_.async_wait([this](boost::system::error_code error) {
            if (error || stopping_)
                return;
            asio::post(reader_, [this] {
                auto again = std::make_shared<Result<IpvsSocket>>(IpvsSocket::open());
                asio::post(io_, [this, again] {
                    if (!stopping_)
                        attach(std::move(*again));
                });
            });
        });
    }

    void take(CheckerSettings settings, bool restarted)
    {
        scripts_.setDefaultUser(settings.scriptUser, settings.scriptGroup, settings.scriptSecurity);
        fifos_.configure(settings.fifos);
        mails_ = !settings.mail.recipients.empty();
        mailer_.configure(settings.mail, settings.routerId);
        checks::ProbeContext context;
        context.scriptUser = settings.scriptUser;
        context.scriptGroup = settings.scriptGroup;
        context.scriptSecurity = settings.scriptSecurity;
        context.tls = settings.balancer.health.tls;
        runner_.configure(std::move(context));
        settings_ = std::make_shared<const ipvs::NodeSettings>(settings.balancer.ipvs);
        prepareTable(*settings_, restarted || driver_);
        if (driver_)
            handle(health::Reconfigure{std::move(settings.balancer.ipvs), std::move(settings.balancer.health)});
        else
            begin(std::move(settings.balancer));
        tellInstances();
        reportSoon();
    }

    /// lvs_flush and the timeouts. A checker that was killed must not cut what its predecessor balances.
    void prepareTable(const ipvs::NodeSettings &settings, bool keepServices)
    {
        if (!table_)
            return;
        const auto complain = [this](const Result<void> &done) {
            if (!done)
                tellTable({"refused", "warning", done.error().what + "; " + done.error().mend});
        };
        if (settings.flushAtStart && !keepServices)
            complain(table_->flush());
        complain(table_->setTimeouts(settings));
    }

    void begin(config::BalancerSettings settings)
    {
        auto addresses =
            LocalAddresses::open(io_, [this](std::set<IpAddress> now) { handle(health::AddressesChanged{now}); });
        if (addresses)
            addresses_ = std::move(*addresses);
        else
            tellTrouble({"ha_suspend", "no_addresses",
                         "this node's addresses are not known, so services with ha_suspend are not checked: " +
                             addresses.error().what});
        health::Start start;
        start.adopt = keeper_.found();
        start.localAddresses = addresses_ ? addresses_->now() : std::set<IpAddress>();
        auto overrides = ledger_.read({monotonicNow(), wallNow()});
        if (overrides)
            start.overrides = std::move(*overrides);
        else
            tellTrouble({"overrides", "unreadable", overrides.error().what + "; " + overrides.error().mend});
        kept_ = start.overrides;
        health::Balancer balancer(std::move(settings.ipvs), std::move(settings.health), std::random_device{}());
        driver_.emplace(
            std::move(balancer),
            BalancerDriver::Ports{keeper_, desk_, *this, [this](std::optional<ipvs::SyncRole> role) { runSync(role); }},
            monotonicNow);
        handle(std::move(start));
        countDrained();
        report();
    }

    void tellInstances()
    {
        for (const auto &[name, state] : instances_)
            handle(health::InstanceChanged{name, state == "MASTER",
                                           state == "MASTER" || state == "BACKUP" || state == "FAULT"});
    }

    void runSync(std::optional<ipvs::SyncRole> role)
    {
        if (!table_)
            return;
        const auto done = table_->runSync(driver_->balancer().ipvsSettings().syncDaemon, role);
        if (!done)
            tellTable({"sync", "error", "the sync daemon is not as it should be: " + done.error().what});
    }

    // ---- time ----------------------------------------------------------------------------------

    void handle(health::Event event)
    {
        if (!driver_)
            return;
        driver_->handle(std::move(event));
        arm();
        armLook();
    }

    void arm()
    {
        const auto next = driver_->balancer().nextDeadline();
        if (next == armedFor_ || (armedFor_ && next && *next > *armedFor_))
            return;
        armedFor_ = next;
        if (!next) {
            deadline_.cancel();
            return;
        }
        deadline_.expires_at(steady(*next));
        deadline_.async_wait([this](boost::system::error_code error) {
            if (error || stopping_)
                return;
            armedFor_.reset();
            handle(health::DeadlineReached{});
        });
    }

    void armLook()
    {
        const auto next = keeper_.nextLook();
        if (!next || next == lookAt_)
            return;
        lookAt_ = next;
        lookTimer_.expires_at(steady(*next));
        lookTimer_.async_wait([this](boost::system::error_code error) {
            if (error || stopping_)
                return;
            lookAt_.reset();
            keeper_.look(monotonicNow());
            armLook();
        });
    }

    /// Connections of drained servers, while there are any.
    void countDrained()
    {
        if (counting_ || !driver_ || stopping_ || !keeper_.attached())
            return;
        struct Drained {
            health::ServerName name;
            std::vector<ipvs::ServiceKey> keys;
            ipvs::Destination destination;
        };
        auto drained = std::make_shared<std::vector<Drained>>();
        std::vector<ipvs::ServiceKey> keys;
        for (const auto &one : kept_) {
            if (one.what.kind != health::Override::Kind::Drain || one.what.empty)
                continue;
            if (const auto found = destinationOf(one.of)) {
                keys.insert(keys.end(), found->first.begin(), found->first.end());
                drained->push_back({one.of, found->first, found->second});
            }
        }
        if (drained->empty())
            return;
        counting_ = true;
        countTimer_.expires_after(countEach);
        countTimer_.async_wait([this, drained, keys = std::move(keys)](boost::system::error_code error) mutable {
            if (error || stopping_)
                return;
            reporter_.count(std::move(keys), [this, drained](const ipvs::Counters &counters) {
                counting_ = false;
                for (const auto &one : *drained) {
                    const auto counted = countersOf(counters, one.keys, one.destination);
                    if (!counters.empty())
                        handle(health::ConnectionsCounted{one.name, counted.active + counted.inactive});
                }
                countDrained();
            });
        });
    }

    [[nodiscard]] std::optional<std::pair<std::vector<ipvs::ServiceKey>, ipvs::Destination>>
    destinationOf(const health::ServerName &name) const
    {
        for (const auto &service : driver_->balancer().status().services) {
            for (const auto &server : service.servers) {
                if (service.name == name.service && server.name == name.server)
                    return std::pair(service.keys, server.destination);
            }
        }
        return std::nullopt;
    }

    // ---- reports -------------------------------------------------------------------------------

    void report()
    {
        if (!driver_ || stopping_) {
            answerRefreshes();
            return;
        }
        if (reporter_.busy())
            return; // what was asked for meanwhile is done when it has finished
        soon_ = false;
        const auto began = std::chrono::steady_clock::now();
        auto asked = std::exchange(refreshes_, {});
        CheckerReporter::Snapshot snapshot{settings_, driver_->balancer().status(), {}};
        snapshot.context = {monotonicNow(),
                            wallNow(),
                            keeper_.attached(),
                            keeper_.complete(),
                            keeper_.attached() ? trouble_ : keeper_.missing(),
                            keeper_.mended(),
                            keeper_.failures(),
                            {}};
        reporter_.report(std::move(snapshot), [this, began, asked = std::move(asked)](std::string line) mutable {
            channel_.sendState(std::move(line));
            for (const auto id : asked)
                reply(id, okReply());
            const auto now = std::chrono::steady_clock::now();
            notBefore_ =
                now + std::max<std::chrono::steady_clock::duration>(reportAtMostEvery, restForWork * (now - began));
            if (stopping_)
                return;
            if (!refreshes_.empty())
                report();
            else if (std::exchange(soon_, false))
                reportSoon();
        });
    }

    void answerRefreshes()
    {
        for (const auto id : std::exchange(refreshes_, {}))
            reply(id, okReply());
    }

    void reportSoon()
    {
        if (std::exchange(soon_, true) || stopping_ || !driver_ || reporter_.busy())
            return;
        reportTimer_.expires_at(notBefore_);
        reportTimer_.async_wait([this](boost::system::error_code error) {
            if (!error && !stopping_)
                report();
        });
    }

    // ---- the end -------------------------------------------------------------------------------

    void stop()
    {
        if (std::exchange(stopping_, true))
            return;
        if (driver_) {
            driver_->handle(health::Stop{});
            if (table_ && settings_->flushOnStop == ipvs::FlushOnStop::All) {
                if (const auto done = table_->flush(); !done)
                    log::error(done.error().what);
            }
        }
        answerRefreshes();
        fifos_.close();
        deadline_.cancel();
        lookTimer_.cancel();
        countTimer_.cancel();
        reportTimer_.cancel();
        last_.wait(LastNotices::atTheEnd);
    }

    /// A successor goes on where we stop: the kernel's table stays as it is, and nobody is told.
    void leave(std::uint64_t id)
    {
        stopping_ = true;
        answerRefreshes();
        fifos_.passOn();
        deadline_.cancel();
        lookTimer_.cancel();
        countTimer_.cancel();
        reply(id, okReply());
        reportTimer_.cancel();
        last_.wait(LastNotices::withSuccessor);
    }

    asio::io_context io_{1};
    asio::signal_set signals_{io_, SIGTERM, SIGINT};
    Channel channel_;
    asio::steady_timer deadline_{io_};
    asio::steady_timer lookTimer_{io_};
    asio::steady_timer countTimer_{io_};
    asio::steady_timer reportTimer_{io_};
    OverrideLedger ledger_;
    ScriptRunner scripts_;
    FifoWriter fifos_;
    Mailer mailer_;
    LastNotices last_{io_, scripts_, fifos_, mailer_, channel_};
    checks::ProbeRunner runner_;
    ProbeDesk desk_;
    std::optional<KernelTable> table_;
    TableKeeper keeper_;
    std::unique_ptr<LocalAddresses> addresses_;
    std::optional<BalancerDriver> driver_;
    std::shared_ptr<const ipvs::NodeSettings> settings_; ///< the driver's, shared with the reporter
    std::map<std::string, std::string> instances_;
    std::vector<health::StoredOverride> kept_;
    std::optional<json::value> prepared_; ///< the configuration to go on with when the predecessor has left
    std::string trouble_;                 ///< with the kernel's table
    CheckerReporter reporter_{io_};
    asio::thread_pool reader_{1}; ///< of configurations; ends before what it posts to
    std::optional<TimePoint> armedFor_;
    std::optional<TimePoint> lookAt_;
    std::chrono::steady_clock::time_point notBefore_{}; ///< the next report that nobody asks for
    std::vector<std::uint64_t> refreshes_;              ///< messages to be answered after the next report
    bool mails_ = false;                                ///< there is somebody to mail to
    bool asked_ = false;                                ///< whether the kernel has IPVS
    bool counting_ = false;
    bool soon_ = false;
    bool stopping_ = false;
};

} // namespace

bool needsChecker(const config::model::NodeConfig &model)
{
    return !model.virtualServers.empty();
}

int runChecker(const CheckerOptions &options, ChannelFd channel)
{
    // Reload is the guardian's business; a HUP to the whole group must not end us.
    std::signal(SIGHUP, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
    constexpr std::size_t mostDescriptors = 65536;
    raiseDescriptorLimit(mostDescriptors);
    return CheckerProcess(options, std::move(channel)).run();
}

} // namespace twinhelm::agent
