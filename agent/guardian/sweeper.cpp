#include "agent/guardian/sweeper.h"

#include "agent/process/log.h"

namespace twinhelm::agent
{

void Sweeper::sweep(const std::vector<std::string> &argv, boost::json::value configure)
{
    if (process_)
        return;
    auto ends = Channel::makePair();
    if (!ends) {
        log::error(ends.error().what);
        return;
    }
    SpawnRequest request;
    request.program = "/proc/self/exe";
    request.argv = argv;
    request.inherited = ends->second.get();
    auto process = ChildProcess::spawn(request);
    if (!process) {
        log::error(process.error().what);
        return;
    }
    process_.emplace(std::move(*process));
    channel_.emplace(io_, std::move(ends->first));
    channel_->send({MessageKind::Command, 0, std::move(configure)});
    watch_.emplace(io_, process_->pidFd(), [this] {
        if (!process_->reap())
            return;
        watch_.reset();
        channel_.reset();
        process_.reset();
    });
}

} // namespace twinhelm::agent
