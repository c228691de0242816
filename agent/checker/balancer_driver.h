#pragma once

#include <deque>
#include <functional>

#include "agent/checker/ports.h"
#include "agent/checker/table_keeper.h"
#include "common/health/balancer.h"

namespace twinhelm::agent
{

/// Runs a health::Balancer: hands it events with the time, carries out its actions through the ports, in order.
/// Decides nothing. Threading: one owner; an event given from within a port call is worked on after the current one.
class BalancerDriver
{
public:
    struct Ports {
        TableKeeper &table;
        ProbePort &probes;
        TellPort &tell;
        std::function<void(std::optional<ipvs::SyncRole>)> runSync;
    };
    using Clock = std::function<TimePoint()>;

    BalancerDriver(health::Balancer balancer, Ports ports, Clock clock)
        : balancer_(std::move(balancer)), ports_(std::move(ports)), clock_(std::move(clock))
    {
    }

    void handle(health::Event event);
    [[nodiscard]] const health::Balancer &balancer() const { return balancer_; }

private:
    void carryOut(const health::Action &action);

    health::Balancer balancer_;
    Ports ports_;
    Clock clock_;
    std::deque<health::Event> waiting_;
    bool working_ = false;
};

} // namespace twinhelm::agent
