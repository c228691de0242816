#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "agent/checker/balancer_report.h"

namespace boost::asio
{
class io_context;
}

namespace twinhelm::agent
{

/// Reads the kernel's counters and makes State messages, on a thread and with a socket of its own: both take longer for
/// thousands of services than a probe may be late.
/// Threading: called on, and calls back on, the io_context's thread. What it is given is shared or copied.
class CheckerReporter
{
public:
    struct Snapshot {
        std::shared_ptr<const ipvs::NodeSettings> settings;
        health::NodeStatus status;
        BalancerContext context; ///< its counters are filled in here, when there is IPVS
    };

    explicit CheckerReporter(boost::asio::io_context &io);
    ~CheckerReporter();

    /// One at a time: while one is being made, `busy()` and further snapshots are dropped.
    void report(Snapshot snapshot, std::function<void(std::string line)> onLine);
    [[nodiscard]] bool busy() const { return busy_; }
    /// Of these services; empty when they cannot be read.
    void count(std::vector<ipvs::ServiceKey> services, std::function<void(ipvs::Counters)> onCounted);

private:
    class Worker;
    boost::asio::io_context &io_;
    std::unique_ptr<Worker> worker_;
    bool busy_ = false;
};

} // namespace twinhelm::agent
