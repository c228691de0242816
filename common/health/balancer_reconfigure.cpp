#include <algorithm>
#include <set>
#include <utility>

#include "common/health/balancer_impl.h"
#include "common/health/names.h"
#include "common/health/notices.h"
#include "common/ipvs/desired.h"

/// Settings: the first ones, those a killed predecessor ran with, and new ones.
namespace twinhelm::health
{

namespace
{

/// What keepalived compares before it keeps a checker's history.
bool asksTheSame(const Probe &a, const Probe &b)
{
    return a.kind == b.kind && a.endpoint == b.endpoint;
}

} // namespace

/// What was there before a change of settings.
struct Balancer::Impl::Before {
    ipvs::NodeSettings ipvs;
    NodeSettings settings;
    std::vector<ServiceSlot> services;
    std::vector<ProbeSlot> probes;
    std::vector<bool> kept; ///< of the services
};

/// Slots for the settings in force, with nothing known yet.
void Balancer::Impl::build()
{
    services_.assign(ipvs_.services.size(), {});
    probes_.clear();
    byName_.clear();
    settings_.services.resize(ipvs_.services.size());
    std::set<ipvs::ServiceKey> claimed;
    for (std::size_t i = 0; i < services_.size(); ++i) {
        byName_.emplace(ipvs_.services[i].name, i);
        for (const auto &key : ipvs::keysOf(ipvs_.services[i])) {
            if (claimed.insert(key).second)
                services_[i].keys.push_back(key);
        }
        auto &servers = settings_.services[i].servers;
        servers.resize(ipvs_.services[i].destinations.size());
        services_[i].servers.resize(servers.size());
        for (std::size_t j = 0; j < servers.size(); ++j) {
            auto &server = services_[i].servers[j];
            server.name = serverName(ipvs_.services[i], ipvs_.services[i].destinations[j]);
            server.firstProbe = probes_.size();
            server.probes = servers[j].probes.size();
            for (std::size_t k = 0; k < servers[j].probes.size(); ++k) {
                ProbeSlot slot;
                slot.id = ++lastId_;
                slot.service = static_cast<std::uint32_t>(i);
                slot.server = static_cast<std::uint32_t>(j);
                slot.probe = static_cast<std::uint32_t>(k);
                const auto &probe = servers[j].probes[k];
                // Nobody asks a BFD session yet: it must not hold a server down for ever.
                slot.verdict = ProbeVerdict(probe.startsFailed && !std::holds_alternative<BfdProbe>(probe.kind));
                probes_.push_back(std::move(slot));
            }
        }
    }
    byId_.clear();
    for (std::size_t i = 0; i < probes_.size(); ++i)
        byId_.emplace(probes_[i].id, i);
    deadlines_ = Deadlines(probes_.size());
}

/// A service that is new here.
void Balancer::Impl::begin(std::size_t service, const ipvs::Table *adopt)
{
    auto &slot = services_[service];
    slot.suspended = suspendedNow(service);
    slot.since = now_;
    touch(service);
    for (std::size_t i = slot.servers.empty() ? 0 : slot.servers.front().firstProbe;
         !slot.servers.empty() && i < slot.servers.back().firstProbe + slot.servers.back().probes; ++i)
        scheduleFirst(i);
    if (adopt != nullptr && !slot.keys.empty()) {
        if (const auto found = adopt->find(slot.keys.front()); found != adopt->end()) {
            adoptService(service, found->second);
            return;
        }
    }
    for (std::size_t i = 0; i < slot.servers.size(); ++i) {
        auto &server = slot.servers[i];
        server.alive = allUp(server);
        server.since = now_;
        if (server.alive && settings_.initNotifies)
            tellServer({service, i});
    }
    updateQuorum(service, true);
}

/// The predecessor's verdicts, as its table shows them; nobody is told again.
void Balancer::Impl::adoptService(std::size_t service, const ipvs::TableService &found)
{
    auto &slot = services_[service];
    const auto &settings = ipvs_.services[service];
    const auto inTable = [&](const ipvs::Destination &destination) {
        const auto one = found.destinations.find(ipvs::keyOf(destination, slot.keys.front()));
        return one == found.destinations.end() ? nullptr : &one->second;
    };
    for (std::size_t i = 0; i < slot.servers.size(); ++i)
        adoptServer({service, i}, inTable(settings.destinations[i]));
    slot.quorum.remember(liveWeight(service) >= settings_.services[service].quorum);
    slot.sorryServes = settings.sorryServer && !slot.quorum.up();
}

void Balancer::Impl::adoptServer(const Place &place, const ipvs::DestinationValue *found)
{
    auto &server = services_[place.service].servers[place.server];
    const auto &settings = settings_.services[place.service].servers[place.server];
    const bool waits = found != nullptr && found->weight == 0 && settings.inhibitOnFailure && settings.weight > 0;
    const bool up = server.overridden || (found != nullptr && !waits);
    server.since = now_;
    server.cause = cause::Adopted{};
    server.toldDown = !up;
    bool explained = up && !server.overridden && found->weight == settings.weight;
    for (std::size_t i = server.firstProbe; i < server.firstProbe + server.probes; ++i) {
        auto &slot = probes_[i];
        slot.verdict.remember(up || std::holds_alternative<BfdProbe>(probeOf(slot).kind));
        const auto *const script = std::get_if<MiscProbe>(&probeOf(slot).kind);
        const bool weighs =
            (script != nullptr && script->dynamic) || std::holds_alternative<FileProbe>(probeOf(slot).kind);
        // Which of several it was nobody knows; together they are right.
        if (weighs && up && !server.overridden && !std::exchange(explained, true))
            slot.contribution = std::int64_t{found->weight} - settings.weight;
    }
    server.alive = allUp(server);
}

void Balancer::Impl::on(const Reconfigure &change)
{
    Before before{std::exchange(ipvs_, change.ipvs),
                  std::exchange(settings_, change.health),
                  std::exchange(services_, {}),
                  std::exchange(probes_, {}),
                  {}};
    dirty_.clear();
    build();
    if (!started_)
        return;
    takeOver(before);
    sayGoodbye(before);
    expiry_ = nextExpiry();
    if (sync_ && ipvs_.syncDaemon != before.ipvs.syncDaemon)
        sync_.reset();
    runSync();
    if (before.ipvs.syncDaemon && !ipvs_.syncDaemon)
        later_.emplace_back(RunSync{});
    later_.emplace_back(KeepOverrides{});
}

void Balancer::Impl::takeOver(Before &before)
{
    std::unordered_map<std::string, std::size_t> known;
    for (std::size_t i = 0; i < before.services.size(); ++i)
        known.emplace(before.ipvs.services[i].name, i);
    before.kept.assign(before.services.size(), false);
    running_ = 0;
    for (std::size_t i = 0; i < services_.size(); ++i) {
        const auto found = known.find(ipvs_.services[i].name);
        if (found == known.end() || before.kept[found->second]) {
            begin(i, nullptr);
            continue;
        }
        before.kept[found->second] = true;
        auto &old = before.services[found->second];
        auto &slot = services_[i];
        slot.quorum = old.quorum;
        slot.since = old.since;
        slot.sorryServes = old.sorryServes && ipvs_.services[i].sorryServer;
        slot.suspended = suspendedNow(i);
        touch(i);
        std::vector<Place> stayed;
        std::unordered_map<std::string, std::size_t> servers;
        for (std::size_t j = 0; j < old.servers.size(); ++j)
            servers.emplace(old.servers[j].name, j);
        for (std::size_t j = 0; j < slot.servers.size(); ++j) {
            const auto one = servers.find(slot.servers[j].name);
            if (one != servers.end()) {
                takeOverServer(before, old.servers[one->second], {i, j});
                stayed.push_back({i, j});
                continue;
            }
            auto &fresh = slot.servers[j];
            fresh.alive = allUp(fresh);
            fresh.since = now_;
            fresh.cause = cause::Configuration{};
            for (std::size_t k = fresh.firstProbe; k < fresh.firstProbe + fresh.probes; ++k)
                scheduleFirst(k);
            if (fresh.alive && settings_.initNotifies)
                tellServer({i, j});
        }
        for (const auto &place : stayed)
            settleServer(place, cause::Configuration{});
        updateQuorum(i, true);
    }
}

void Balancer::Impl::takeOverServer(Before &before, ServerSlot &old, const Place &place)
{
    auto &server = services_[place.service].servers[place.server];
    server.alive = old.alive;
    server.toldDown = old.toldDown;
    server.since = old.since;
    server.cause = old.cause;
    server.overridden = old.overridden;
    for (std::size_t i = server.firstProbe; i < server.firstProbe + server.probes; ++i) {
        const auto &wanted = probeOf(probes_[i]);
        bool found = false;
        for (std::size_t k = old.firstProbe; k < old.firstProbe + old.probes && !found; ++k) {
            auto &candidate = before.probes[k];
            const auto &settings =
                before.settings.services[candidate.service].servers[candidate.server].probes[candidate.probe];
            if (candidate.id == 0 || !asksTheSame(settings, wanted))
                continue;
            takeOverProbe(candidate, i, settings);
            found = true;
        }
        if (found)
            continue;
        // A new one has no say about a server that works; it does not bring back one that does not, either.
        probes_[i].verdict = ProbeVerdict(probes_[i].verdict.up() ? false : !server.alive);
        scheduleFirst(i);
    }
    old.name.clear(); // it stays
}

void Balancer::Impl::takeOverProbe(ProbeSlot &old, std::size_t index, const Probe &settings)
{
    auto &slot = probes_[index];
    const auto &timing = probeOf(slot).timing;
    byId_.erase(slot.id);
    slot.id = std::exchange(old.id, 0);
    byId_[slot.id] = index;
    slot.verdict = old.verdict;
    slot.contribution = old.contribution;
    slot.running = std::exchange(old.running, false);
    running_ += slot.running ? 1 : 0;
    slot.troubled = old.troubled;
    slot.startedAt = old.startedAt;
    slot.last = std::move(old.last);
    slot.lastFinished = old.lastFinished;
    slot.runs = old.runs;
    slot.failed = old.failed;
    if (old.due)
        schedule(index, settings.timing == timing ? *old.due : std::min(*old.due, now_ + timing.delayLoop));
    else if (!slot.running)
        scheduleFirst(index);
}

/// To what is not there any more (keepalived: clear_diff_services, "=> Removing <=").
void Balancer::Impl::sayGoodbye(const Before &before)
{
    for (const auto &probe : before.probes) {
        if (probe.id != 0 && probe.running)
            probeActions_.emplace_back(CancelProbe{probe.id});
    }
    std::set<ipvs::ServiceKey> wanted;
    for (const auto &service : services_)
        wanted.insert(service.keys.begin(), service.keys.end());
    for (std::size_t i = 0; i < before.services.size(); ++i) {
        const auto &service = before.services[i];
        const auto &settings = before.settings.services[i];
        const auto &name = before.ipvs.services[i].name;
        for (const auto &key : service.keys) {
            if (!wanted.contains(key))
                removed_.push_back(key);
        }
        for (std::size_t j = 0; j < service.servers.size(); ++j) {
            const auto &server = service.servers[j];
            if (server.name.empty() || !server.alive)
                continue;
            publish({ChangeKind::ServerState, name, server.name, false, 0, cause::Configuration{},
                     server.name + " is gone: " + sentence(cause::Configuration{})});
            if (settings.servers[j].notifyDown)
                later_.emplace_back(RunCommand{*settings.servers[j].notifyDown, server.name});
            later_.emplace_back(FifoLine{serverLine(server.name, name, false)});
            if (settings.servers[j].smtpAlert) {
                auto mail = farewellMail(server.name, name, Farewell::Removing);
                later_.emplace_back(SmtpAlert{std::move(mail.subject), std::move(mail.body)});
            }
        }
        if (before.kept[i] || !service.quorum.up())
            continue;
        if (settings.quorumDown)
            later_.emplace_back(RunCommand{*settings.quorumDown, name});
        later_.emplace_back(FifoLine{serviceLine(name, false)});
        if (settings.smtpAlert) {
            auto mail = quorumMail(name, {false, false, false, settings.quorum, settings.hysteresis, 0});
            later_.emplace_back(SmtpAlert{std::move(mail.subject), std::move(mail.body)});
        }
    }
}

/// omega tells of the end; without it only the table does (keepalived: clear_services).
void Balancer::Impl::on(const Stop &)
{
    stopped_ = true;
    dirty_.clear();
    for (const auto &probe : probes_) {
        if (probe.running)
            probeActions_.emplace_back(CancelProbe{probe.id});
    }
    for (std::size_t i = 0; i < services_.size(); ++i) {
        auto &service = services_[i];
        const auto &settings = settings_.services[i];
        const auto &name = ipvs_.services[i].name;
        removed_.insert(removed_.end(), service.keys.begin(), service.keys.end());
        if (!settings.omega)
            continue;
        for (std::size_t j = 0; j < service.servers.size(); ++j) {
            auto &server = service.servers[j];
            if (!server.alive || ipvs_.flushOnStop != ipvs::FlushOnStop::No)
                continue;
            server.alive = false;
            tellServer({i, j});
            if (settings.servers[j].smtpAlert) {
                auto mail = farewellMail(server.name, name, Farewell::ShuttingDown);
                later_.emplace_back(SmtpAlert{std::move(mail.subject), std::move(mail.body)});
            }
        }
        if (settings.quorumDown)
            later_.emplace_back(RunCommand{*settings.quorumDown, name});
        later_.emplace_back(FifoLine{serviceLine(name, false)});
        if (settings.smtpAlert) {
            auto mail = quorumMail(name, {false, false, true, settings.quorum, settings.hysteresis, 0});
            later_.emplace_back(SmtpAlert{std::move(mail.subject), std::move(mail.body)});
        }
    }
    if (ipvs_.syncDaemon)
        later_.emplace_back(RunSync{});
}

} // namespace twinhelm::health
