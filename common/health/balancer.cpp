#include "common/health/balancer.h"

#include <algorithm>
#include <utility>

#include "common/health/balancer_impl.h"
#include "common/health/names.h"

namespace twinhelm::health
{

namespace
{

/// keepalived's, before which no probe is run.
constexpr std::chrono::seconds bootstrapDelay{1};
/// So soon is looked again after a service's address came to this node.
constexpr std::chrono::seconds wakeWithin{1};

} // namespace

Balancer::Impl::Impl(ipvs::NodeSettings ipvs, NodeSettings health, std::uint64_t seed)
    : ipvs_(std::move(ipvs)), settings_(std::move(health)), random_(seed)
{
    build();
}

Actions Balancer::Impl::step(TimePoint now, const Event &event)
{
    now_ = std::max(now_, now);
    const bool idle =
        stopped_ || (!started_ && !std::holds_alternative<Start>(event) && !std::holds_alternative<Reconfigure>(event));
    if (!idle)
        std::visit([this](const auto &one) { on(one); }, event);
    return takeActions();
}

std::optional<TimePoint> Balancer::Impl::nextDeadline() const
{
    if (!started_ || stopped_)
        return std::nullopt;
    const auto probe = deadlines_.earliest();
    return probe && expiry_ ? std::min(probe, expiry_) : (probe ? probe : expiry_);
}

/// The kernel's table first, then what tells of it.
Actions Balancer::Impl::takeActions()
{
    Actions out;
    Program program;
    program.removed = std::exchange(removed_, {});
    for (const auto service : std::exchange(dirty_, {})) {
        services_[service].dirty = false;
        putService(program.services, ipvs_.services[service], services_[service].keys, contentOf(service));
    }
    if (!program.services.empty() || !program.removed.empty())
        out.emplace_back(std::move(program));
    std::move(later_.begin(), later_.end(), std::back_inserter(out));
    std::move(probeActions_.begin(), probeActions_.end(), std::back_inserter(out));
    later_.clear();
    probeActions_.clear();
    return out;
}

void Balancer::Impl::touch(std::size_t service)
{
    if (!std::exchange(services_[service].dirty, true))
        dirty_.push_back(service);
}

void Balancer::Impl::on(const Start &start)
{
    if (std::exchange(started_, true))
        return;
    local_ = start.localAddresses;
    for (const auto &[name, what] : start.overrides) {
        if (const auto place = placeOf(name))
            services_[place->service].servers[place->server].overridden = what;
    }
    expiry_ = nextExpiry();
    for (std::size_t i = 0; i < services_.size(); ++i)
        begin(i, start.adopt ? &*start.adopt : nullptr);
}

void Balancer::Impl::on(const DeadlineReached &)
{
    while (true) {
        const auto next = deadlines_.earliest();
        if (!next || *next > now_)
            break;
        const auto index = deadlines_.front();
        if (services_[probes_[index].service].suspended)
            schedule(index, now_ + probeOf(probes_[index]).timing.delayLoop);
        else
            startProbe(index);
    }
    if (expiry_ && *expiry_ <= now_)
        endOverrides();
}

void Balancer::Impl::on(const ProbeFinished &finished)
{
    const auto found = byId_.find(finished.probe);
    if (found == byId_.end() || !probes_[found->second].running)
        return;
    auto &slot = probes_[found->second];
    slot.running = false;
    --running_;
    slot.last = finished.outcome;
    slot.last->steps.clear();
    slot.lastFinished = now_;
    if (finished.outcome.reason == Reason::Cancelled || finished.outcome.reason == Reason::CannotRun)
        couldNotRun(found->second, finished.outcome);
    else
        judge(found->second, finished.outcome);
}

void Balancer::Impl::on(const AddressesChanged &changed)
{
    local_ = changed.local;
    for (std::size_t i = 0; i < services_.size(); ++i) {
        if (settings_.services[i].haSuspend && suspendedNow(i) != services_[i].suspended)
            suspend(i, !services_[i].suspended);
    }
}

bool Balancer::Impl::suspendedNow(std::size_t service) const
{
    const auto &listeners = ipvs_.services[service].listeners;
    return settings_.services[service].haSuspend && !listeners.empty() && !listeners.front().byMark &&
           !local_.contains(listeners.front().address);
}

void Balancer::Impl::suspend(std::size_t service, bool suspended)
{
    auto &slot = services_[service];
    slot.suspended = suspended;
    const auto address = ipvs_.services[service].listeners.front().address.toString();
    const cause::AddressLocal why{address, !suspended};
    publish({ChangeKind::Suspended,
             ipvs_.services[service].name,
             {},
             !suspended,
             {},
             why,
             (suspended ? "its real servers are not probed: " : "its real servers are probed: ") + sentence(why)});
    for (const auto &server : slot.servers) {
        for (std::size_t i = server.firstProbe; i < server.firstProbe + server.probes; ++i) {
            auto &probe = probes_[i];
            if (suspended && std::exchange(probe.running, false)) {
                --running_;
                probeActions_.emplace_back(CancelProbe{probe.id});
            }
            const auto &timing = probeOf(probe).timing;
            if (std::holds_alternative<BfdProbe>(probeOf(probe).kind))
                continue;
            schedule(i, now_ + (suspended ? timing.delayLoop
                                          : randomUpTo(std::min<Duration>(timing.delayLoop, wakeWithin))));
        }
    }
}

void Balancer::Impl::on(const InstanceChanged &changed)
{
    instances_[changed.instance] = changed;
    runSync();
}

void Balancer::Impl::runSync()
{
    std::optional<ipvs::SyncRole> role;
    if (ipvs_.syncDaemon) {
        const auto found = instances_.find(ipvs_.syncDaemon->instance);
        if (found != instances_.end() && found->second.active)
            role = found->second.master ? ipvs::SyncRole::Master : ipvs::SyncRole::Backup;
    }
    if (role == sync_)
        return;
    sync_ = role;
    later_.emplace_back(RunSync{role});
}

void Balancer::Impl::on(const ProbeNow &now)
{
    const auto place = placeOf(now.of);
    if (!place || services_[place->service].suspended)
        return;
    const auto &server = services_[place->service].servers[place->server];
    for (std::size_t i = server.firstProbe; i < server.firstProbe + server.probes; ++i) {
        if (!probes_[i].running && !std::holds_alternative<BfdProbe>(probeOf(probes_[i]).kind))
            startProbe(i);
    }
}

const Probe &Balancer::Impl::probeOf(const ProbeSlot &slot) const
{
    return settings_.services[slot.service].servers[slot.server].probes[slot.probe];
}

Balancer::Impl::ServerSlot &Balancer::Impl::serverOf(const ProbeSlot &slot)
{
    return services_[slot.service].servers[slot.server];
}

void Balancer::Impl::startProbe(std::size_t index)
{
    auto &slot = probes_[index];
    schedule(index, std::nullopt);
    slot.running = true;
    slot.startedAt = now_;
    ++running_;
    probeActions_.emplace_back(StartProbe{slot.id, &probeOf(slot)});
}

void Balancer::Impl::schedule(std::size_t index, std::optional<TimePoint> at)
{
    probes_[index].due = at;
    deadlines_.set(index, at);
}

/// SplitMix64: spread is wanted, nothing secret.
Duration Balancer::Impl::randomUpTo(Duration most)
{
    random_ += 0x9e3779b97f4a7c15ULL;
    auto x = random_;
    x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27U)) * 0x94d049bb133111ebULL;
    x ^= x >> 31U;
    const auto span = static_cast<std::uint64_t>(std::max<Duration::rep>(most.count(), 0)) + 1;
    return Duration(static_cast<Duration::rep>(x % span));
}

void Balancer::Impl::scheduleFirst(std::size_t index)
{
    const auto &probe = probeOf(probes_[index]);
    if (!std::holds_alternative<BfdProbe>(probe.kind))
        schedule(index, now_ + bootstrapDelay + randomUpTo(probe.timing.warmup));
}

Balancer::Balancer(ipvs::NodeSettings ipvs, NodeSettings health, std::uint64_t seed)
    : impl_(std::make_unique<Impl>(std::move(ipvs), std::move(health), seed))
{
}

Balancer::~Balancer() = default;
Balancer::Balancer(Balancer &&) noexcept = default;
Balancer &Balancer::operator=(Balancer &&) noexcept = default;

Actions Balancer::step(TimePoint now, const Event &event)
{
    return impl_->step(now, event);
}

std::optional<TimePoint> Balancer::nextDeadline() const
{
    return impl_->nextDeadline();
}

ipvs::Table Balancer::table() const
{
    return impl_->table();
}

NodeStatus Balancer::status() const
{
    return impl_->status();
}

std::vector<StoredOverride> Balancer::overrides() const
{
    return impl_->overrides();
}

std::optional<ServerName> Balancer::find(const std::string &service, const std::string &server) const
{
    return impl_->find(service, server);
}

std::optional<Balancer::Capacity> Balancer::capacityWithout(const ServerName &name) const
{
    return impl_->capacityWithout(name);
}

const ipvs::NodeSettings &Balancer::ipvsSettings() const
{
    return impl_->ipvsSettings();
}

} // namespace twinhelm::health
