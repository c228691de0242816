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
        carryOut(node_.step(clock_(), next));
    }
    working_ = false;
}

/// Packets leave at once; what the kernel is to change is gathered, so that it is asked once; everything that says that
/// it has been done comes after it.
void Driver::carryOut(const vrrp::NodeActions &actions)
{
    Gathered gathered;
    const auto later = [&](const auto &) { return false; };
    for (const auto &action : actions) {
        const bool done = std::visit(Overloaded{
                                         [&](const vrrp::OpenInterface &one) {
                                             ports_.network.openInterface(one);
                                             return true;
                                         },
                                         [&](const vrrp::CloseInterface &one) {
                                             ports_.network.closeInterface(one.interface, one.family);
                                             return true;
                                         },
                                         [&](const vrrp::SendPacket &one) {
                                             ports_.network.send(one);
                                             return true;
                                         },
                                         [&](const vrrp::AddAddresses &one) {
                                             gathered.changes.emplace_back(&one);
                                             return true;
                                         },
                                         [&](const vrrp::RemoveAddresses &one) {
                                             // Nobody must hear an address announced after it went.
                                             if (gathered.announced.contains(one.instance))
                                                 finish(gathered);
                                             gathered.changes.emplace_back(&one);
                                             return true;
                                         },
                                         [&](const vrrp::Announce &one) {
                                             gathered.announced.insert(one.instance);
                                             return false;
                                         },
                                         later,
                                     },
                                     action);
        if (!done)
            gathered.rest.push_back(&action);
    }
    finish(gathered);
}

void Driver::finish(Gathered &gathered)
{
    if (!gathered.changes.empty()) {
        auto answers = ports_.network.change(gathered.changes);
        for (std::size_t i = 0; i < answers.size(); ++i) {
            const auto *const *adding = std::get_if<const vrrp::AddAddresses *>(&gathered.changes[i]);
            const auto &instance = adding != nullptr
                                       ? (*adding)->instance
                                       : std::get<const vrrp::RemoveAddresses *>(gathered.changes[i])->instance;
            waiting_.emplace_back(vrrp::AddressesApplied{instance, adding != nullptr, std::move(answers[i])});
        }
    }
    for (const auto *action : gathered.rest)
        std::visit(Overloaded{
                       [&](const vrrp::Announce &one) { ports_.network.announce(one); },
                       [&](const vrrp::RunScript &one) { ports_.scripts.run(one); },
                       [&](const vrrp::RunNotify &one) { ports_.scripts.notify(one); },
                       [&](const vrrp::Publish &one) { ports_.publisher.publish(one); },
                       [](const auto &) {},
                   },
                   *action);
    gathered = {};
}

} // namespace twinhelm::agent
