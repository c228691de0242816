#include "tests/support/vrrp/virtual_network.h"

#include <algorithm>

#include "common/vrrp/ipv4_datagram.h"

namespace twinhelm::test
{

namespace
{

template<typename... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};
template<typename... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

std::string list(const std::vector<vrrp::VirtualAddress> &addresses)
{
    std::string text;
    for (const auto &one : addresses)
        text += " " + one.prefix.toString();
    return text;
}

std::string words(const std::vector<std::string> &argv)
{
    std::string text;
    for (const auto &word : argv)
        text += " " + word;
    return text;
}

std::string describe(const vrrp::Publish &publish)
{
    const auto state = [](std::optional<vrrp::State> one) { return std::string(one ? stateName(*one) : "?"); };
    std::string text = (publish.group ? "group " : "") + publish.subject + " ";
    switch (publish.kind) {
    case vrrp::ChangeKind::StateChanged: text += state(publish.from) + " -> " + state(publish.to); break;
    case vrrp::ChangeKind::PriorityChanged: text += "priority"; break;
    case vrrp::ChangeKind::TrackerChanged: text += "tracker"; break;
    case vrrp::ChangeKind::Trouble: text += "trouble"; break;
    case vrrp::ChangeKind::PacketRejected: text += "packet"; break;
    case vrrp::ChangeKind::AddressTrouble: text += "address"; break;
    case vrrp::ChangeKind::SendTrouble: text += "send"; break;
    case vrrp::ChangeKind::PeerChanged: text += "peer"; break;
    case vrrp::ChangeKind::Conflict: text += "CONFLICT"; break;
    case vrrp::ChangeKind::HoldChanged: text += "hold"; break;
    case vrrp::ChangeKind::Stalled: text += "stall"; break;
    case vrrp::ChangeKind::ConfigApplied: text += "config"; break;
    }
    return text + " (" + publish.cause + "): " + publish.text;
}

} // namespace

void VirtualNetwork::add(const std::string &name, vrrp::NodeSettings settings,
                         std::vector<vrrp::InterfaceFacts> interfaces)
{
    Router router;
    for (const auto &script : settings.scripts)
        router.scripts[script.name] = {script.name, vrrp::ScriptResult::Ok, 0};
    router.node = std::make_unique<vrrp::Node>(std::move(settings));
    for (auto &facts : interfaces)
        router.interfaces[facts.name] = std::move(facts);
    auto &placed = routers_[name] = std::move(router);
    for (const auto &[interface, facts] : placed.interfaces)
        tell(name, vrrp::InterfaceChanged{facts});
}

VirtualNetwork::Router *VirtualNetwork::find(const std::string &name)
{
    const auto found = routers_.find(name);
    return found == routers_.end() ? nullptr : &found->second;
}

void VirtualNetwork::tell(const std::string &router, const vrrp::NodeEvent &event)
{
    pending_.emplace_back(router, event);
    deliver();
}

void VirtualNetwork::setLink(const std::string &router, const std::string &interface, bool up)
{
    auto &facts = routers_.at(router).interfaces.at(interface);
    facts.up = up;
    tell(router, vrrp::InterfaceChanged{facts});
}

void VirtualNetwork::kill(const std::string &router)
{
    routers_.erase(router);
    std::erase_if(pending_, [&](const auto &one) { return one.first == router; });
    note(router, "is dead");
}

void VirtualNetwork::advance(Duration by)
{
    const TimePoint end = now_ + by;
    while (true) {
        std::string due;
        TimePoint at = end;
        for (const auto &[name, router] : routers_) {
            const auto deadline = router.node->nextDeadline();
            if (deadline && (*deadline < at || (*deadline == at && due.empty()))) {
                due = name;
                at = *deadline;
            }
        }
        if (due.empty())
            break;
        now_ = std::max(now_, at);
        tell(due, vrrp::DeadlineReached{});
    }
    now_ = end;
}

void VirtualNetwork::deliver()
{
    while (!pending_.empty()) {
        const auto [name, event] = std::move(pending_.front());
        pending_.pop_front();
        auto *router = find(name);
        if (!router)
            continue;
        for (const auto &action : router->node->step(now_, event))
            carryOut(name, action);
    }
}

void VirtualNetwork::carryOut(const std::string &name, const vrrp::NodeAction &action)
{
    auto &router = routers_.at(name);
    std::visit(Overloaded{
                   [&](const vrrp::OpenInterface &open) { note(name, "opens " + open.interface); },
                   [&](const vrrp::CloseInterface &close) { note(name, "closes " + close.interface); },
                   [&](const vrrp::SendPacket &packet) { send(name, packet); },
                   [&](const vrrp::AddAddresses &add) {
                       note(name, add.instance + " adds" + list(add.addresses));
                       for (const auto &one : add.addresses)
                           router.addresses.insert(one.prefix.toString());
                       pending_.emplace_back(name, vrrp::AddressesApplied{add.instance, true, {}});
                   },
                   [&](const vrrp::RemoveAddresses &remove) {
                       note(name, remove.instance + " removes" + list(remove.addresses));
                       for (const auto &one : remove.addresses)
                           router.addresses.erase(one.prefix.toString());
                       pending_.emplace_back(name, vrrp::AddressesApplied{remove.instance, false, {}});
                   },
                   [&](const vrrp::Announce &announce) {
                       note(name, announce.instance + " announces" + list(announce.addresses) + " x" +
                                      std::to_string(announce.repeat));
                   },
                   [&](const vrrp::RunScript &run) { pending_.emplace_back(name, router.scripts.at(run.script)); },
                   [&](const vrrp::RunNotify &run) { note(name, "runs" + words(run.command.argv)); },
                   [&](const vrrp::WriteFifo &one) { note(name, "writes " + one.line.substr(0, one.line.find('\n'))); },
                   [&](const vrrp::SendMail &mail) { note(name, "mails " + mail.subject); },
                   [&](const vrrp::Publish &publish) { note(name, describe(publish)); },
               },
               action);
}

void VirtualNetwork::send(const std::string &from, const vrrp::SendPacket &packet)
{
    const auto &sender = routers_.at(from).interfaces.at(packet.interface);
    std::string text = packet.instance + " sends priority " + std::to_string(vrrp::receivedFrom(packet).bytes.at(2));
    if (!packet.destination.isMulticast())
        text += " to " + packet.destination.toString();
    note(from, text);
    if (!sender.up)
        return;
    for (const auto &[to, router] : routers_) {
        const auto segment = router.interfaces.find(packet.interface);
        if (to == from || segment == router.interfaces.end() || !segment->second.up ||
            dropped_.contains({from, to, ""}) || dropped_.contains({from, to, packet.interface}))
            continue;
        const auto &own = segment->second.addresses;
        if (!packet.destination.isMulticast() && std::ranges::find(own, packet.destination) == own.end())
            continue;
        pending_.emplace_back(to, vrrp::receivedFrom(packet));
    }
}

void VirtualNetwork::note(const std::string &router, const std::string &text)
{
    deeds_.push_back({now_, router + " " + text});
}

} // namespace twinhelm::test
