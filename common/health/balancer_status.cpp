#include <algorithm>

#include "common/health/balancer_impl.h"
#include "common/health/names.h"

namespace twinhelm::health
{

ServiceContent Balancer::Impl::contentOf(std::size_t service) const
{
    const auto &slot = services_[service];
    ServiceContent out;
    out.sorryServes = slot.sorryServes;
    out.weights.reserve(slot.servers.size());
    for (std::size_t i = 0; i < slot.servers.size(); ++i) {
        const auto &server = slot.servers[i];
        const auto &overridden = server.overridden;
        const bool inhibits = settings_.services[service].servers[i].inhibitOnFailure;
        const bool takenOut =
            overridden && overridden->kind == Override::Kind::Drain && overridden->takeOut && overridden->empty;
        std::optional<int> weight;
        if (server.alive && !slot.sorryServes)
            weight = effectiveWeight({service, i});
        else if (inhibits)
            weight = 0;
        out.weights.push_back(takenOut ? std::nullopt : weight);
    }
    return out;
}

ipvs::Table Balancer::Impl::table() const
{
    ipvs::Table out;
    for (std::size_t i = 0; i < services_.size() && !stopped_; ++i)
        putService(out, ipvs_.services[i], services_[i].keys, contentOf(i));
    return out;
}

ProbeStatus Balancer::Impl::statusOf(const ProbeSlot &slot) const
{
    const auto &probe = probeOf(slot);
    ProbeStatus out;
    out.id = slot.id;
    out.name = probeName(probe);
    out.kind = kindName(probe);
    out.up = slot.verdict.up();
    out.decided = slot.verdict.decided();
    out.failures = slot.verdict.failures();
    out.last = slot.last;
    if (slot.last)
        out.lastFinished = slot.lastFinished;
    if (!services_[slot.service].suspended)
        out.next = slot.due;
    out.running = slot.running;
    out.runs = slot.runs;
    out.failed = slot.failed;
    return out;
}

ServerStatus Balancer::Impl::statusOf(const Place &place, const ServiceContent &content) const
{
    const auto &server = services_[place.service].servers[place.server];
    ServerStatus out;
    out.name = server.name;
    out.destination = ipvs_.services[place.service].destinations[place.server];
    out.up = server.alive;
    out.since = server.since;
    out.cause = server.cause;
    out.configuredWeight = settings_.services[place.service].servers[place.server].weight;
    out.dynamicWeight = dynamicWeight(place);
    out.inTable = content.weights[place.server].has_value();
    out.weight = content.weights[place.server].value_or(0);
    out.overridden = server.overridden;
    out.probes.reserve(server.probes);
    for (std::size_t i = server.firstProbe; i < server.firstProbe + server.probes; ++i)
        out.probes.push_back(statusOf(probes_[i]));
    return out;
}

NodeStatus Balancer::Impl::status() const
{
    NodeStatus out;
    out.sync = sync_;
    out.probesRunning = running_;
    out.services.reserve(services_.size());
    for (std::size_t i = 0; i < services_.size(); ++i) {
        const auto &slot = services_[i];
        auto &service = out.services.emplace_back();
        service.name = ipvs_.services[i].name;
        service.up = slot.quorum.up();
        service.since = slot.since;
        service.quorum = settings_.services[i].quorum;
        service.hysteresis = settings_.services[i].hysteresis;
        service.liveWeight = liveWeight(i);
        service.sorryServes = slot.sorryServes;
        service.suspended = slot.suspended;
        service.keys = slot.keys;
        const auto content = contentOf(i);
        service.servers.reserve(slot.servers.size());
        for (std::size_t j = 0; j < slot.servers.size(); ++j)
            service.servers.push_back(statusOf({i, j}, content));
    }
    return out;
}

} // namespace twinhelm::health
