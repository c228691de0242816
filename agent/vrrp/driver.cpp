#include "agent/vrrp/driver.h"

#include "common/base/overloaded.h"

namespace twinhelm::agent
{

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
    workOff();
    working_ = false;
}

void Driver::receive(std::span<const vrrp::PacketReceived> packets)
{
    working_ = true;
    const auto now = clock_();
    for (const auto &packet : packets) {
        carryOut(node_.receive(now, packet));
        workOff();
    }
    working_ = false;
}

void Driver::workOff()
{
    while (!waiting_.empty()) {
        const vrrp::NodeEvent next = std::move(waiting_.front());
        waiting_.pop_front();
        carryOut(node_.step(clock_(), next));
    }
}

/// Packets leave first, many with one call; what the kernel is to change is gathered, so that it is asked once;
/// everything that says that it has been done comes after it.
void Driver::carryOut(const vrrp::NodeActions &actions)
{
    if (actions.empty())
        return;
    Gathered gathered;
    const auto later = [&](const auto &) { return false; };
    for (const auto &action : actions) {
        const bool done = std::visit(Overloaded{
                                         [&](const vrrp::OpenInterface &one) {
                                             sendPackets(gathered);
                                             ports_.network.openInterface(one);
                                             return true;
                                         },
                                         [&](const vrrp::CloseInterface &one) {
                                             sendPackets(gathered);
                                             ports_.network.closeInterface(one.interface, one.family);
                                             return true;
                                         },
                                         [&](const vrrp::SendPacket &one) {
                                             gathered.packets.push_back(&one);
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

void Driver::sendPackets(Gathered &gathered)
{
    if (!gathered.packets.empty())
        ports_.network.send(gathered.packets);
    gathered.packets.clear();
}

void Driver::finish(Gathered &gathered)
{
    sendPackets(gathered);
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
                       [&](const vrrp::WriteFifo &one) { ports_.notices.write(one); },
                       [&](const vrrp::SendMail &one) { ports_.notices.mail(one); },
                       [&](const vrrp::Publish &one) { ports_.publisher.publish(one); },
                       [](const auto &) {},
                   },
                   *action);
    gathered = {};
}

} // namespace twinhelm::agent
