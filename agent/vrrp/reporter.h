#pragma once

#include <functional>
#include <memory>
#include <string>

#include "agent/linux/interface_table.h"
#include "agent/vrrp/ports.h"
#include "common/vrrp/settings.h"
#include "common/vrrp/status.h"
#include "common/wire/messages.h"

namespace boost::asio
{
class io_context;
}

namespace twinhelm::agent
{

/// Makes State messages on a thread of its own: writing the state of thousands of instances takes longer than an
/// advertisement may be late.
/// Threading: called on, and calls back on, the io_context's thread. What it is given is shared or copied.
class Reporter
{
public:
    struct Snapshot {
        std::shared_ptr<const vrrp::NodeSettings> settings;
        vrrp::NodeStatus status;
        InterfaceTable interfaces;
        TimePoint now;
        WallMillis wallNow = 0;
        NetworkCounters network = {};
        NoticeCounters notices = {};
    };

    explicit Reporter(boost::asio::io_context &io);
    ~Reporter();

    /// One at a time: while one is being made, `busy()` and further snapshots are dropped.
    void report(Snapshot snapshot, std::function<void(std::string line)> onLine);
    [[nodiscard]] bool busy() const { return busy_; }
    /// The same, at once and in place.
    [[nodiscard]] static std::string write(const Snapshot &snapshot);

private:
    class Worker;
    boost::asio::io_context &io_;
    std::unique_ptr<Worker> worker_;
    bool busy_ = false;
};

} // namespace twinhelm::agent
