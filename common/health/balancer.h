#pragma once

#include <memory>
#include <optional>

#include "common/health/events.h"
#include "common/health/status.h"

namespace twinhelm::health
{

/// One node's whole balancer without sockets, clock or log: when which server is probed, what follows from the answers,
/// and what the kernel's table is to be. keepalived's rules (check_api.c, ipwrapper.c, language.md section 4).
///
/// Contract: total over (state, event); time never runs backwards; a late call is harmless. Actions are to be carried
/// out in order. Whatever names something that is not there changes nothing.
/// Threading: none; one owner. Errors: none. Cost: an answer that changes nothing is O(log probes).
class Balancer
{
public:
    /// `ipvs.services` and `health.services` go together by number. `seed`: of the random times of first checks.
    Balancer(ipvs::NodeSettings ipvs, health::NodeSettings health, std::uint64_t seed);
    ~Balancer();
    Balancer(Balancer &&) noexcept;
    Balancer &operator=(Balancer &&) noexcept;

    [[nodiscard]] Actions step(TimePoint now, const Event &event);
    /// When to call step(DeadlineReached) at the latest; nothing: only events matter.
    [[nodiscard]] std::optional<TimePoint> nextDeadline() const;

    /// The whole table as it is to be.
    [[nodiscard]] ipvs::Table table() const;
    [[nodiscard]] NodeStatus status() const;
    [[nodiscard]] std::vector<StoredOverride> overrides() const;
    /// The server that is called so, by isCalled(); nothing: there is none, or more than one.
    [[nodiscard]] std::optional<ServerName> find(const std::string &service, const std::string &server) const;
    /// What would be left: live weight of a service without this server, and what its quorum needs.
    struct Capacity {
        std::uint64_t without = 0;
        std::uint64_t needed = 1;
    };
    [[nodiscard]] std::optional<Capacity> capacityWithout(const ServerName &name) const;
    [[nodiscard]] const ipvs::NodeSettings &ipvsSettings() const;

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace twinhelm::health
