#include "agent/guardian/guardian.h"

#include <csignal>
#include <iostream>
#include <optional>
#include <tuple>

#include <boost/asio.hpp>

#include "agent/checker/checker_process.h"
#include "agent/guardian/arguments.h"
#include "agent/guardian/digest.h"
#include "agent/guardian/state_board.h"
#include "agent/guardian/state_refresh.h"
#include "agent/guardian/succession.h"
#include "agent/guardian/supervisor.h"
#include "agent/guardian/sweeper.h"
#include "agent/guardian/upgrader.h"
#include "agent/linux/clock.h"
#include "agent/linux/lock_file.h"
#include "agent/linux/memory.h"
#include "agent/linux/memory_file.h"
#include "agent/linux/process_treatment.h"
#include "agent/linux/service_manager.h"
#include "agent/process/check_report.h"
#include "agent/process/commands.h"
#include "agent/process/log.h"
#include "agent/store/journal_writer.h"
#include "common/config/lower/lower_balancer.h"
#include "common/vrrp/without.h"
#include "common/wire/json_value.h"

namespace twinhelm::agent
{

namespace
{

namespace asio = boost::asio;
namespace json = boost::json;

/// The engine gives its last scripts a second; what takes longer is stuck.
constexpr std::chrono::seconds enginePatience{3};
constexpr std::chrono::seconds othersPatience{2};
/// For the answer to an upgrade to reach the client before the api process is replaced.
constexpr std::chrono::milliseconds answerGets{300};

/// Virtual servers that come and go, or are another thing than before.
wire::ChangesState compareServices(const config::model::NodeConfig &before, const config::model::NodeConfig &after)
{
    const auto services = [](const config::model::NodeConfig &config) {
        return config::lowerBalancer(config).ipvs.services;
    };
    const auto old = services(before);
    const auto fresh = services(after);
    wire::ChangesState out;
    for (const auto &one : vrrp::without(fresh, old))
        out.added.push_back(one.name);
    for (const auto &one : vrrp::without(old, fresh))
        out.removed.push_back(one.name);
    return out;
}

class Guardian
{
public:
    Guardian(const AgentOptions &options, LockFile lock, store::Journal journal, ConfigurationBytes bytes,
             const Digest &digest)
        : options_(options), lock_(std::move(lock)), bytes_(std::move(bytes)), board_(options.nodeId, bootId()),
          lastId_(journal.lastId()), vrrp_(io_, "vrrp", roleArguments(options, "vrrp"), "running"),
          checker_(io_, "checker", roleArguments(options, "checker"), "running"),
          api_(io_, "api", roleArguments(options, "api"), "running"),
          journal_(
              std::move(journal), [this](std::function<void()> work) { asio::post(io_, std::move(work)); },
              [this](wire::Event event, Result<std::uint64_t> id) { stored(std::move(event), std::move(id)); })
    {
        self_.role = "guardian";
        self_.pid = static_cast<int>(::getpid());
        self_.state = "running";
        self_.since = wallNow();
        treat(digest.process);
        checks_ = digest.checks;
    }

    int run(HeldSignals &held, const wire::CheckReport &report)
    {
        configTaken(report);
        takeSignals(held);
        note("agent.started", "info", options_.nodeId, "startup",
             "twinhelmd " TWINHELM_VERSION " started with " + options_.configPath);
        noteConfig("startup");
        vrrp_.start(handlersFor(vrrp_, "vrrp"));
        if (checks_)
            checker_.start(handlersFor(checker_, "checker"));
        api_.start(handlersFor(api_, "api"));
        io_.run();
        return exit_code::ok;
    }

    /// Instead of run(), in the place of an earlier program: its children work, and are replaced by ours.
    int goOn(HeldSignals &held, Succession left)
    {
        takeSignals(held);
        upgrading_ = true;
        startedAt_ = left.startedAt;
        board_.takeConfig(std::move(left.config));
        takeUp(std::move(left.children));
        const auto finish = [this, from = left.fromVersion, answer = left.answer](const Result<void> &done) {
            upgraded(from, answer, done);
        };
        // With its answer the old engine's state is known, which the api and its clients are told meanwhile.
        refresh([this, finish](const json::value &) {
            auto prepare = makeConfigureCommand(bytes_);
            prepare.as_object()["command"] = command::prepare;
            vrrp_.replace(std::move(prepare), finish);
        });
        io_.run();
        return exit_code::ok;
    }

private:
    void takeSignals(HeldSignals &held)
    {
        signals_.add(SIGTERM);
        signals_.add(SIGINT);
        signals_.add(SIGHUP);
        waitForSignal();
        held.release(); // before the children are started, which inherit what is held back
    }

    // ---- children ------------------------------------------------------------------------------

    Supervisor::Handlers handlersFor(Supervisor &child, const std::string &role)
    {
        Supervisor::Handlers out;
        out.onStarted = [this, &child, role](bool restart) {
            if (restart)
                note("process.started", "notice", role, "restart", "the " + role + " process was started again");
            if (&child == &vrrp_)
                configureChild(child, !restart || restartsAtOnce_);
            if (&child == &checker_) {
                configureChild(child, restart);
                toldInstances_.clear();
                tellInstances();
            }
            publishState();
        };
        out.onMessage = [this, &child](Message message) { onMessage(child, std::move(message)); };
        out.onDied = [this, &child, role](const std::string &how, Duration wait) {
            if (&child == &vrrp_) {
                board_.engineDied(wallNow());
                // Later than at once, the peer has taken over: nothing to adopt, and the addresses must go.
                restartsAtOnce_ = wait == Duration::zero();
                if (!restartsAtOnce_)
                    sweeper_.sweep(roleArguments(options_, "sweep"), makeConfigureCommand(bytes_));
            }
            const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(wait).count();
            note("process.died", "error", role, "died",
                 "the " + role + " process " + how + "; it is started again " +
                     (seconds == 0 ? "at once" : "in " + std::to_string(seconds) + " s"));
        };
        out.onChanged = [this] { publishState(); };
        return out;
    }

    void configureChild(Supervisor &child, bool adopt)
    {
        child.request(makeConfigureCommand(bytes_, adopt), [this, &child](const json::value &reply) {
            const auto done = replyResult(reply);
            if (!done)
                log::error(child.state().role + " refused the configuration: " + done.error().what);
            else if (&child == &vrrp_)
                service::ready("running " + bytes_.path);
        });
    }

    void onMessage(Supervisor &from, Message message)
    {
        switch (message.kind) {
        case MessageKind::State:
            if (auto part = wire::nodeStateFrom(message.body)) {
                if (&from == &checker_) {
                    board_.takeBalancer(std::move(*part));
                } else {
                    board_.takeEngine(std::move(*part));
                    engineKnown_ = true;
                    tellInstances();
                }
                publishState();
            }
            break;
        case MessageKind::Event:
            if (auto event = wire::eventFrom(message.body))
                store(std::move(*event));
            break;
        case MessageKind::Command: obey(from, std::move(message)); break;
        case MessageKind::Reply: break; // the channel has matched it
        }
    }

    /// The checker's sync daemon follows them.
    void tellInstances()
    {
        auto states = board_.instanceStates();
        if (!checker_.started() || states == toldInstances_)
            return;
        checker_.request(makeInstancesCommand(states), [](const json::value &) {});
        toldInstances_ = std::move(states);
    }

    /// Both halves tell their state anew.
    void refresh(std::function<void(json::value)> answer)
    {
        refreshState(io_, vrrp_, checker_.started() ? &checker_ : nullptr, std::move(answer));
    }

    void obeyServer(json::value body, std::function<void(json::value)> answer)
    {
        if (checker_.started())
            checker_.request(std::move(body), std::move(answer));
        else
            answer(refusalReply({"A0391", "this node has no virtual servers", "see `twinhelmctl services`"}));
    }

    void obey(Supervisor &from, Message message)
    {
        auto answer = [&from, id = message.id](json::value body) {
            from.send({MessageKind::Reply, id, std::move(body)});
        };
        const auto name = commandOf(message.body);
        if (name == command::reload)
            reload(std::move(answer));
        else if (name == command::plan)
            plan(message.body, std::move(answer));
        else if (name == command::upgrade)
            upgrade(textOf(message.body, "binary"), message.id);
        else if (name == command::refresh)
            refresh(std::move(answer));
        else if (isServerCommand(name))
            obeyServer(std::move(message.body), std::move(answer));
        else if (name == command::handover || name == command::release)
            vrrp_.request(std::move(message.body), std::move(answer));
        else
            answer(refusalReply({"A0185", "the agent does not know the command '" + name + "'", "see docs/api.md"}));
    }

    // ---- configuration -------------------------------------------------------------------------

    /// Reads and parses first; only what has no errors reaches the engine. `answer` gets a reply's body.
    void reload(std::function<void(json::value)> answer)
    {
        if (upgrading_) { // a new engine is getting ready with the configuration in force
            waitingReloads_.push_back(std::move(answer));
            return;
        }
        service::reloading();
        auto bytes = readConfiguration(options_.configPath, options_.nodeId);
        if (!bytes) {
            refuse(bytes.error().what, {});
            answer(refusalReply(bytes.error()));
            return;
        }
        const auto loaded = loadConfiguration(*bytes);
        auto report = makeCheckReport(*bytes, loaded);
        if (!report.ok) {
            refuse(summarizeErrors(report), report.sha256);
            json::value body = refusalReply(
                {"A0210", summarizeErrors(report), "mend the file and reload; the old configuration stays in force"});
            body.as_object()["report"] = wire::toValue(report);
            answer(std::move(body));
            return;
        }
        auto command = makeConfigureCommand(*bytes);
        vrrp_.request(std::move(command),
                      [this, bytes = std::move(*bytes), report = std::move(report), process = loaded.settings.process,
                       checks = needsChecker(loaded.model), answer = std::move(answer)](json::value reply) mutable {
                          if (const auto done = replyResult(reply); !done) {
                              refuse(done.error().what, report.sha256);
                              answer(std::move(reply));
                              return;
                          }
                          bytes_ = std::move(bytes);
                          treat(std::move(process));
                          if (checker_.started())
                              checker_.request(makeConfigureCommand(bytes_), [](const json::value &) {});
                          else if (checks)
                              checker_.start(handlersFor(checker_, "checker"));
                          configTaken(report);
                          service::ready("running " + bytes_.path);
                          json::value body = okReply();
                          body.as_object()["report"] = wire::toValue(report);
                          answer(std::move(body));
                          publishState();
                      });
    }

    /// What a reload of a candidate would do; changes nothing.
    void plan(const json::value &body, std::function<void(json::value)> tell)
    {
        const auto answer = [this, tell = std::move(tell)](json::value reply) {
            tell(std::move(reply));
            asio::post(io_, giveMemoryBack); // a candidate of 600,000 lines costs some 300 MB
        };
        auto sent = parseConfigureCommand(body);
        auto candidate =
            sent ? std::move(*sent) : readIncludes(textOf(body, "text"), options_.configPath, options_.nodeId);
        candidate.nodeId = options_.nodeId;
        const auto loaded = loadConfiguration(candidate);
        const auto check = makeCheckReport(candidate, loaded);
        wire::PlanReport known;
        known.ok = check.ok;
        known.node = options_.nodeId;
        known.running = board_.config().sha256;
        known.candidate = check.sha256;
        known.diagnostics = check.diagnostics;
        if (!known.ok) {
            answer(planReply(known));
            return;
        }
        known.services = compareServices(loadConfiguration(bytes_).model, loaded.model);
        auto command = makeConfigureCommand(candidate);
        command.as_object()["command"] = command::plan;
        vrrp_.request(std::move(command), [known = std::move(known), answer](json::value reply) {
            const auto *const found = reply.is_object() ? reply.as_object().if_contains("plan") : nullptr;
            auto engine =
                found == nullptr ? Result<wire::PlanReport>(wire::PlanReport{}) : wire::planReportFrom(*found);
            if (!replyResult(reply) || !engine) {
                answer(engine ? std::move(reply) : refusalReply(engine.error()));
                return;
            }
            auto report = known;
            report.instances = std::move(engine->instances);
            report.statics = std::move(engine->statics);
            report.groups = std::move(engine->groups);
            report.scripts = std::move(engine->scripts);
            answer(planReply(report));
        });
    }

    static json::value planReply(const wire::PlanReport &report)
    {
        auto out = okReply();
        out.as_object()["plan"] = wire::toValue(report);
        return out;
    }

    void refuse(const std::string &why, const std::string &sha256)
    {
        auto config = board_.config();
        config.lastError = why;
        config.refusedSha256 = sha256;
        config.refusedAt = wallNow();
        board_.takeConfig(std::move(config));
        note("config.refused", "error", options_.configPath, "reload",
             "the configuration was refused and the old one stays in force: " + why);
        service::ready("running the configuration before the last reload; the new one was refused");
        publishState();
    }

    /// For the first load: with errors, which keepalived would only log as well.
    void configTaken(const wire::CheckReport &report)
    {
        auto config = board_.config();
        config.path = bytes_.path;
        config.sha256 = report.sha256;
        ++config.epoch;
        config.loadedAt = wallNow();
        config.lastError = summarizeErrors(report);
        config.refusedSha256.clear();
        config.refusedAt = 0;
        board_.takeConfig(std::move(config));
        for (const auto &line : logLines(report))
            log::write(line.severity, line.text);
    }

    void noteConfig(const std::string &cause)
    {
        const auto &error = board_.config().lastError;
        note("config.applied", error.empty() ? "info" : "warning", options_.configPath, cause,
             error.empty() ? "configuration applied" : "configuration applied as far as it makes sense: " + error);
    }

    /// As the engine: it ends and comes back only as fast as we see to it. What the engine is refused it tells itself.
    void treat(vrrp::ProcessTreatment wanted)
    {
        wanted.processors.clear(); // would be inherited by the others
        std::ignore = treatment_.apply(wanted);
    }

    // ---- another version of the program --------------------------------------------------------

    void upgrade(const std::string &binary, std::uint64_t id)
    {
        if (upgrading_ || stopping_)
            refuseUpgrade(id, {"A0193", "an upgrade is under way already, or the agent ends", "ask again in a second"});
        else
            upgrader_.upgrade(binary, id);
    }

    [[nodiscard]] Succession succession() const
    {
        return {TWINHELM_VERSION, bytes_, board_.config(), startedAt_, lock_.fd(), {}, {}};
    }

    /// The children of an earlier program; one that is missing is started.
    void takeUp(std::vector<ChildRecord> children)
    {
        const auto one = [&](Supervisor &child, const std::string &role, bool needed) {
            const auto found = std::ranges::find_if(children, [&](const auto &it) { return it.state.role == role; });
            if (found != children.end())
                child.takeUp(std::move(*found), handlersFor(child, role));
            else if (needed)
                child.start(handlersFor(child, role));
        };
        one(vrrp_, "vrrp", true);
        one(checker_, "checker", checks_);
        one(api_, "api", true);
    }

    void refuseUpgrade(std::uint64_t id, const Error &error)
    {
        noteUpgrade("agent.upgrade_refused", "warning", "the upgrade was refused: " + error.what, TWINHELM_VERSION);
        api_.send({MessageKind::Reply, id, refusalReply(error)});
    }

    void upgraded(const std::string &from, std::optional<std::uint64_t> answer, const Result<void> &done)
    {
        upgrading_ = false;
        service::ready("running " + bytes_.path);
        if (done)
            noteUpgrade("agent.upgraded", "notice", "twinhelmd " + from + " became " TWINHELM_VERSION, from);
        else
            noteUpgrade("agent.upgrade_refused", "error",
                        "the guardian is twinhelmd " TWINHELM_VERSION " now, but the engine goes on with " + from +
                            ": " + done.error().what,
                        from);
        auto body = done ? okReply() : refusalReply(done.error());
        if (done)
            body.as_object()["upgrade"] = json::object{{"from", from}, {"to", TWINHELM_VERSION}};
        if (answer)
            api_.send({MessageKind::Reply, *answer, std::move(body)});
        for (auto &waiting : std::exchange(waitingReloads_, {}))
            reload(std::move(waiting));
        if (done)
            replaceOthers();
    }

    void replaceOthers()
    {
        if (checker_.running()) {
            auto prepare = makeConfigureCommand(bytes_);
            prepare.as_object()["command"] = command::prepare;
            checker_.replace(std::move(prepare), [this](const Result<void> &done) {
                if (!done)
                    log::error(done.error().what);
                toldInstances_.clear();
                tellInstances();
            });
        }
        upgradeTimer_.expires_after(answerGets);
        upgradeTimer_.async_wait([this](boost::system::error_code error) {
            if (!error)
                api_.restart(othersPatience);
        });
    }

    void noteUpgrade(const std::string &kind, const std::string &severity, const std::string &text,
                     const std::string &from)
    {
        log::write(severity, text);
        wire::Event event;
        event.kind = kind;
        event.severity = severity;
        event.subject = options_.nodeId;
        event.cause = "operator";
        event.text = text;
        event.details = {{"from", from}, {"to", TWINHELM_VERSION}};
        if (kind == "agent.upgrade_refused")
            event.details.erase("to");
        store(std::move(event));
    }

    // ---- events and state ----------------------------------------------------------------------

    void note(const std::string &kind, const std::string &severity, const std::string &subject,
              const std::string &cause, const std::string &text)
    {
        log::write(severity, text);
        wire::Event event;
        event.kind = kind;
        event.severity = severity;
        event.subject = subject;
        event.cause = cause;
        event.text = text;
        store(std::move(event));
    }

    void store(wire::Event event)
    {
        if (event.time == 0) {
            event.time = wallNow();
            event.monotonicNs = monotonicNow().time_since_epoch().count();
        }
        event.bootId = bootId();
        journal_.append(std::move(event));
    }

    /// One that the disk did not take has no id, and is only seen live.
    void stored(wire::Event event, Result<std::uint64_t> id)
    {
        if (id) {
            lastId_ = event.id = *id;
            if (!std::exchange(unstored_, {}).empty())
                log::info("the journal takes events again, from number " + std::to_string(*id) + " on");
        } else {
            tellUnstored(id.error());
        }
        api_.send({MessageKind::Event, event.id, wire::toValue(event)});
    }

    /// A full disk refuses each event: said once, counted each time.
    void tellUnstored(const Error &error)
    {
        board_.countUnstored();
        if (error.code != std::exchange(unstored_, error.code))
            log::error(error.what + "; " + error.mend);
    }

    void publishState()
    {
        if (upgrading_ && !engineKnown_)
            return; // what was last told is still true
        const auto uptime = std::chrono::duration_cast<std::chrono::milliseconds>(monotonicNow() - startedAt_);
        const StateBoard::Instant instant{wallNow(), uptime.count(), lastId_};
        std::vector<wire::ProcessState> processes{self_, vrrp_.state()};
        if (checker_.started())
            processes.push_back(checker_.state());
        processes.push_back(api_.state());
        const auto state = board_.compose(instant, std::move(processes));
        api_.send({MessageKind::State, 0, wire::toValue(state)});
        asio::post(io_, giveMemoryBack); // when the message that brought the news is gone
    }

    // ---- signals and the end -------------------------------------------------------------------

    void waitForSignal()
    {
        signals_.async_wait([this](boost::system::error_code error, int number) {
            if (error)
                return;
            if (upgrader_.leaving())
                ::kill(::getpid(), number); // held back by now; the program after us takes it
            else if (number == SIGHUP)
                reload([](const json::value &) {});
            else
                stop();
            waitForSignal();
        });
    }

    /// The engine first, since the peer waits for it; the api last, since it tells the desk about it.
    void stop()
    {
        if (std::exchange(stopping_, true))
            return;
        service::stopping();
        vrrp_.stop(enginePatience, [this] {
            note("agent.stopped", "info", options_.nodeId, "shutdown", "twinhelmd stopped");
            journal_.whenStored([this] {
                checker_.stop(othersPatience, [this] { api_.stop(othersPatience, [this] { io_.stop(); }); });
            });
        });
    }

    AgentOptions options_;
    LockFile lock_;
    ConfigurationBytes bytes_;
    StateBoard board_;
    std::uint64_t lastId_; ///< of the newest event in the journal
    wire::ProcessState self_;
    TimePoint startedAt_ = monotonicNow();
    asio::io_context io_{1};
    asio::signal_set signals_{io_};
    Supervisor vrrp_;
    Supervisor checker_;
    Supervisor api_;
    Sweeper sweeper_{io_};
    ProcessTreatment treatment_{false};
    store::JournalWriter journal_; ///< ends first: it posts to io_
    std::map<std::string, std::string> toldInstances_;
    std::string unstored_; ///< code of the last refusal
    bool restartsAtOnce_ = false;
    bool checks_ = false; ///< the configuration of the start has work for the checker
    bool stopping_ = false;
    asio::steady_timer upgradeTimer_{io_};
    Upgrader upgrader_{io_,
                       {options_, vrrp_, checker_, api_, journal_, [this] { return succession(); },
                        [this](std::vector<ChildRecord> children) { takeUp(std::move(children)); },
                        [this](std::uint64_t id, const Error &error) { refuseUpgrade(id, error); }}};
    bool upgrading_ = false; ///< in an earlier program's place; its engine still works
    bool engineKnown_ = false;
    std::vector<std::function<void(json::value)>> waitingReloads_;
};

int refuseStart(int code, const Error &error)
{
    log::error(error.what + "; " + error.mend);
    return code;
}

Result<store::Journal> openJournal(const AgentOptions &options)
{
    auto journal = store::Journal::open({.directory = options.stateDir + "/journal", .bootId = bootId()});
    if (journal) {
        for (const auto &line : journal->notes())
            log::warning(line);
    }
    return journal;
}

Result<Succession> readSuccession(int fd)
{
    const auto text = readWholeFile(fd);
    return text ? parseSuccession(*text) : tl::unexpected(text.error());
}

/// In the place of an earlier program, in the same process.
int goOn(const AgentOptions &options, HeldSignals &held)
{
    const FileDescriptor file(options.succession);
    auto left = readSuccession(file.get());
    if (!left)
        return refuseStart(exit_code::cannotRun, left.error());
    auto lock = LockFile::takeUp(left->lock);
    auto journal = openJournal(options);
    if (!journal)
        return refuseStart(exit_code::cannotRun, journal.error());
    const auto found = digest(left->configuration);
    auto bytes = std::move(left->configuration);
    return Guardian(options, std::move(lock), std::move(*journal), std::move(bytes), found)
        .goOn(held, std::move(*left));
}

} // namespace

int runGuardian(const AgentOptions &options, HeldSignals &held)
{
    std::signal(SIGPIPE, SIG_IGN);
    if (options.succession >= 0)
        return goOn(options, held);
    auto bytes = readConfiguration(options.configPath, options.nodeId);
    if (!bytes)
        return refuseStart(exit_code::unreadable, bytes.error());
    const auto found = digest(*bytes);
    if (found.unusable || found.notByUs) {
        for (const auto &line : logLines(found.report))
            log::write(line.severity, line.text);
        return refuseStart(exit_code::badConfig,
                           {"A0211",
                            options.configPath +
                                (found.unusable ? " has errors, and neither a usable VRRP instance nor a virtual server"
                                                : " cannot be run by this version"),
                            "mend what is listed above; `twinhelmd --check` lists it without starting"});
    }
    auto lock = LockFile::take(options.runtimeDir);
    if (!lock)
        return refuseStart(exit_code::cannotRun, lock.error());
    if (auto made = makeFolder(options.stateDir, 0750); !made)
        return refuseStart(exit_code::cannotRun, made.error());
    auto journal = openJournal(options);
    if (!journal)
        return refuseStart(exit_code::cannotRun, journal.error());
    return Guardian(options, std::move(*lock), std::move(*journal), std::move(*bytes), found).run(held, found.report);
}

int runTrial(int left)
{
    const auto succession = readSuccession(left);
    if (!succession) {
        std::cout << succession.error().what << std::endl;
        return exit_code::cannotRun;
    }
    const auto found = digest(succession->configuration);
    if (found.unusable || found.notByUs) {
        std::cout << "version " TWINHELM_VERSION " cannot run the configuration in force" << std::endl;
        return exit_code::badConfig;
    }
    std::cout << readyLine() << std::endl;
    return exit_code::ok;
}

} // namespace twinhelm::agent
