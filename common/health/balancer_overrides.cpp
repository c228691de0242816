#include <algorithm>
#include <utility>

#include "common/health/balancer_impl.h"
#include "common/health/names.h"

/// What operators want of servers, whatever the configuration says.
namespace twinhelm::health
{

std::optional<Balancer::Impl::Place> Balancer::Impl::placeOf(const ServerName &name) const
{
    const auto service = byName_.find(name.service);
    if (service == byName_.end())
        return std::nullopt;
    const auto &servers = services_[service->second].servers;
    const auto found =
        std::find_if(servers.begin(), servers.end(), [&](const auto &one) { return one.name == name.server; });
    if (found == servers.end())
        return std::nullopt;
    return Place{service->second, static_cast<std::size_t>(found - servers.begin())};
}

std::optional<ServerName> Balancer::Impl::find(const std::string &service, const std::string &server) const
{
    const auto found = byName_.find(service);
    if (found == byName_.end())
        return std::nullopt;
    std::optional<ServerName> out;
    const auto &settings = ipvs_.services[found->second];
    for (std::size_t i = 0; i < settings.destinations.size(); ++i) {
        if (!isCalled(settings, settings.destinations[i], server))
            continue;
        if (out)
            return std::nullopt;
        out = ServerName{service, services_[found->second].servers[i].name};
    }
    return out;
}

std::optional<Balancer::Capacity> Balancer::Impl::capacityWithout(const ServerName &name) const
{
    const auto place = placeOf(name);
    if (!place)
        return std::nullopt;
    const auto &settings = settings_.services[place->service];
    auto live = liveWeight(place->service);
    if (services_[place->service].servers[place->server].alive)
        live -= static_cast<std::uint64_t>(effectiveWeight(*place));
    return Capacity{live, std::max<std::uint64_t>(1, settings.quorum - std::min(settings.hysteresis, settings.quorum))};
}

void Balancer::Impl::on(const SetOverride &set)
{
    const auto place = placeOf(set.of);
    if (!place)
        return;
    auto &server = services_[place->service].servers[place->server];
    const int before = effectiveWeight(*place);
    server.overridden = set.what;
    expiry_ = nextExpiry();
    touch(place->service);
    const cause::Operator why{set.what.by, set.what.reason};
    const bool drains = set.what.kind == Override::Kind::Drain;
    publish({ChangeKind::Override, set.of.service, set.of.server, true, effectiveWeight(*place), why,
             server.name + (drains ? " is drained" : " gets a weight of " + std::to_string(effectiveWeight(*place))) +
                 ", " + sentence(why)});
    weightChanged(*place, before, why);
    later_.emplace_back(KeepOverrides{});
}

void Balancer::Impl::on(const ClearOverride &clear)
{
    const auto place = placeOf(clear.of);
    if (place && services_[place->service].servers[place->server].overridden)
        endOverride(*place, cause::Operator{clear.by, {}});
}

void Balancer::Impl::endOverride(const Place &place, const Cause &cause)
{
    auto &server = services_[place.service].servers[place.server];
    const int before = effectiveWeight(place);
    server.overridden.reset();
    expiry_ = nextExpiry();
    touch(place.service);
    publish({ChangeKind::Override, ipvs_.services[place.service].name, server.name, false, effectiveWeight(place),
             cause, server.name + " has its own weight again: " + sentence(cause)});
    weightChanged(place, before, cause);
    later_.emplace_back(KeepOverrides{});
}

void Balancer::Impl::becameEmpty(const Place &place, const Cause &cause)
{
    auto &server = services_[place.service].servers[place.server];
    server.overridden->empty = true;
    server.overridden->expires.reset();
    expiry_ = nextExpiry();
    touch(place.service);
    publish({ChangeKind::Override, ipvs_.services[place.service].name, server.name, true, 0, cause,
             server.name + (server.overridden->takeOut ? " is drained and taken out: " : " is drained: ") +
                 sentence(cause)});
    later_.emplace_back(KeepOverrides{});
}

void Balancer::Impl::on(const ConnectionsCounted &counted)
{
    const auto place = placeOf(counted.of);
    if (!place)
        return;
    const auto &overridden = services_[place->service].servers[place->server].overridden;
    const bool drains = overridden && overridden->kind == Override::Kind::Drain && !overridden->empty;
    if (drains && counted.connections <= overridden->fewConnections)
        becameEmpty(*place, cause::Emptied{counted.connections});
}

/// Those whose time is over.
void Balancer::Impl::endOverrides()
{
    for (std::size_t i = 0; i < services_.size(); ++i) {
        for (std::size_t j = 0; j < services_[i].servers.size(); ++j) {
            const auto &overridden = services_[i].servers[j].overridden;
            if (!overridden || !overridden->expires || *overridden->expires > now_)
                continue;
            if (overridden->kind == Override::Kind::Drain)
                becameEmpty({i, j}, cause::Expired{});
            else
                endOverride({i, j}, cause::Expired{});
        }
    }
}

std::optional<TimePoint> Balancer::Impl::nextExpiry() const
{
    std::optional<TimePoint> out;
    for (const auto &service : services_) {
        for (const auto &server : service.servers) {
            if (server.overridden && server.overridden->expires && (!out || *server.overridden->expires < *out))
                out = server.overridden->expires;
        }
    }
    return out;
}

std::vector<StoredOverride> Balancer::Impl::overrides() const
{
    std::vector<StoredOverride> out;
    for (std::size_t i = 0; i < services_.size(); ++i) {
        for (const auto &server : services_[i].servers) {
            if (server.overridden)
                out.push_back({{ipvs_.services[i].name, server.name}, *server.overridden});
        }
    }
    return out;
}

} // namespace twinhelm::health
