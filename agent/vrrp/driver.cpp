#include "agent/vrrp/driver.h"

namespace twinhelm::agent
{

namespace
{

template<typename... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};

} // namespace

Driver::Driver(vrrp::NodeSettings settings, Ports ports, Clock clock)
    : node_(std::move(settings)), ports_(ports), clock_(std::move(clock))
{
}

void Driver::handle(vrrp::NodeEvent event)
{
    waiting_.push_back(std::move(event));
    if (working_)
        return;
    working_ = true;
    while (!waiting_.empty()) {
        const vrrp::NodeEvent next = std::move(waiting_.front());
        waiting_.pop_front();
        for (const auto &action : node_.step(clock_(), next))
            carryOut(action);
    }
    working_ = false;
}

void Driver::carryOut(const vrrp::NodeAction &action)
{
    std::visit(Overloaded{
                   [&](const vrrp::OpenInterface &one) { ports_.network.openInterface(one); },
                   [&](const vrrp::CloseInterface &one) { ports_.network.closeInterface(one.interface, one.family); },
                   [&](const vrrp::SendPacket &one) { ports_.network.send(one); },
                   [&](const vrrp::AddAddresses &one) {
                       waiting_.emplace_back(vrrp::AddressesApplied{one.instance, true, ports_.network.add(one)});
                   },
                   [&](const vrrp::RemoveAddresses &one) {
                       waiting_.emplace_back(vrrp::AddressesApplied{one.instance, false, ports_.network.remove(one)});
                   },
                   [&](const vrrp::Announce &one) { ports_.network.announce(one); },
                   [&](const vrrp::RunScript &one) { ports_.scripts.run(one); },
                   [&](const vrrp::RunNotify &one) { ports_.scripts.notify(one); },
                   [&](const vrrp::Publish &one) { ports_.publisher.publish(one); },
               },
               action);
}

} // namespace twinhelm::agent
