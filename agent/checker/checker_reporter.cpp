#include "agent/checker/checker_reporter.h"

#include <optional>

#include <boost/asio.hpp>
#include <boost/json.hpp>

#include "agent/linux/ipvs_socket.h"
#include "agent/linux/memory.h"
#include "agent/process/channel.h"
#include "common/wire/json_value.h"

namespace twinhelm::agent
{

class CheckerReporter::Worker
{
public:
    /// On the worker's thread.
    ipvs::Counters read(const std::vector<ipvs::ServiceKey> *services)
    {
        if (!socket_) {
            auto opened = IpvsSocket::open();
            if (!opened)
                return {};
            socket_.emplace(std::move(*opened));
        }
        auto counters = services == nullptr ? socket_->readCounters() : socket_->readCounters(*services);
        if (!counters) {
            socket_.reset();
            return {};
        }
        return std::move(*counters);
    }

    boost::asio::thread_pool pool{1};

private:
    std::optional<IpvsSocket> socket_;
};

CheckerReporter::CheckerReporter(boost::asio::io_context &io) : io_(io), worker_(std::make_unique<Worker>()) {}

CheckerReporter::~CheckerReporter()
{
    worker_->pool.join();
}

void CheckerReporter::report(Snapshot snapshot, std::function<void(std::string)> onLine)
{
    if (busy_)
        return;
    busy_ = true;
    boost::asio::post(worker_->pool, [this, snapshot = std::move(snapshot), onLine = std::move(onLine)]() mutable {
        if (snapshot.context.ipvs)
            snapshot.context.counters = worker_->read(nullptr);
        auto line =
            encodeMessage({MessageKind::State, 0,
                           wire::toValue(reportBalancer(*snapshot.settings, snapshot.status, snapshot.context))});
        snapshot = {};
        boost::asio::post(io_, [this, line = std::move(line), onLine = std::move(onLine)]() mutable {
            busy_ = false;
            onLine(std::move(line));
            giveMemoryBack();
        });
    });
}

void CheckerReporter::count(std::vector<ipvs::ServiceKey> services, std::function<void(ipvs::Counters)> onCounted)
{
    boost::asio::post(
        worker_->pool, [this, services = std::move(services), onCounted = std::move(onCounted)]() mutable {
            boost::asio::post(io_, [counters = worker_->read(&services), onCounted = std::move(onCounted)]() mutable {
                onCounted(std::move(counters));
            });
        });
}

} // namespace twinhelm::agent
