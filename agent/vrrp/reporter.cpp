#include "agent/vrrp/reporter.h"

#include <boost/asio.hpp>
#include <boost/json.hpp>

#include "agent/linux/memory.h"
#include "agent/process/channel.h"
#include "agent/vrrp/status_report.h"
#include "common/wire/json_value.h"

namespace twinhelm::agent
{

class Reporter::Worker
{
public:
    boost::asio::thread_pool pool{1};
};

Reporter::Reporter(boost::asio::io_context &io) : io_(io), worker_(std::make_unique<Worker>()) {}

Reporter::~Reporter()
{
    worker_->pool.join();
}

void Reporter::report(Snapshot snapshot, std::function<void(std::string)> onLine)
{
    if (busy_)
        return;
    busy_ = true;
    boost::asio::post(worker_->pool, [this, snapshot = std::move(snapshot), onLine = std::move(onLine)]() mutable {
        auto line = write(snapshot);
        // What the engine's thread has allocated it frees itself: at real-time priority it must not wait for the lock
        // of a heap that this thread holds and cannot get on.
        boost::asio::post(
            io_, [this, line = std::move(line), snapshot = std::move(snapshot), onLine = std::move(onLine)]() mutable {
                busy_ = false;
                snapshot = {};
                onLine(std::move(line));
                giveMemoryBack();
            });
    });
}

std::string Reporter::write(const Snapshot &snapshot)
{
    const ReportContext context{snapshot.now, snapshot.wallNow,
                                [&](const std::string &interface, const Prefix &prefix) {
                                    return snapshot.interfaces.hasAddress(interface, prefix);
                                },
                                snapshot.network, snapshot.notices};
    const auto state = reportStatus(*snapshot.settings, snapshot.status, context);
    return encodeMessage({MessageKind::State, 0, wire::toValue(state)});
}

} // namespace twinhelm::agent
