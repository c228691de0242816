#include "agent/checker/local_addresses.h"

namespace twinhelm::agent
{

Result<std::unique_ptr<LocalAddresses>> LocalAddresses::open(boost::asio::io_context &io, OnChange onChange)
{
    auto monitor = RouteMonitor::open();
    if (!monitor)
        return tl::unexpected(monitor.error());
    auto socket = RouteSocket::open();
    if (!socket)
        return tl::unexpected(socket.error());
    auto dump = socket->dump();
    if (!dump)
        return tl::unexpected(dump.error());
    std::unique_ptr<LocalAddresses> out(
        new LocalAddresses(std::move(*socket), std::move(*monitor), std::move(onChange)));
    out->interfaces_.replace(*dump);
    out->collect();
    out->listen(io);
    return out;
}

LocalAddresses::LocalAddresses(RouteSocket socket, RouteMonitor monitor, OnChange onChange)
    : socket_(std::move(socket)), monitor_(std::move(monitor)), onChange_(std::move(onChange))
{
}

void LocalAddresses::listen(boost::asio::io_context &io)
{
    watch_.emplace(io, monitor_.fd(), [this] { read(); });
}

void LocalAddresses::read()
{
    auto news = monitor_.read();
    if (news.lost) {
        if (const auto dump = socket_.dump())
            interfaces_.replace(*dump);
    } else {
        interfaces_.apply(news.changes);
    }
    const auto before = addresses_;
    collect();
    if (before != addresses_)
        onChange_(addresses_);
}

void LocalAddresses::collect()
{
    addresses_.clear();
    for (const auto &name : interfaces_.names()) {
        const auto facts = interfaces_.facts(name);
        addresses_.insert(facts.addresses.begin(), facts.addresses.end());
    }
}

} // namespace twinhelm::agent
