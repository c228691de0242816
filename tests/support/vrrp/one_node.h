#pragma once

#include <string>
#include <vector>

#include "common/vrrp/codec.h"
#include "common/vrrp/node.h"
#include "tests/support/vrrp/values.h"

/// A node lb01 at 10.0.0.11 on eth0, what it may be told, and what it answers.
namespace twinhelm::test
{

using namespace twinhelm::vrrp;
using namespace std::chrono_literals;

inline const IpAddress us = address("10.0.0.11");
inline const IpAddress peer = address("10.0.0.12");
inline const IpAddress multicast = address("224.0.0.18");

inline InstanceSettings instance(const std::string &name, std::uint8_t id, const std::string &interface = "eth0")
{
    InstanceSettings settings;
    settings.name = name;
    settings.interface = interface;
    settings.virtualRouterId = Vrid{id};
    settings.priority = Priority{150};
    VirtualAddress vip;
    vip.prefix = Prefix{IpAddress::v4({10, 0, 1, id}), 24};
    settings.addresses = {vip};
    return settings;
}

inline ScriptSettings script(const std::string &name)
{
    ScriptSettings settings;
    settings.name = name;
    settings.command.argv = {"/bin/" + name};
    settings.interval = 10s;
    return settings;
}

inline NodeSettings oneInstance()
{
    NodeSettings settings;
    settings.routerId = "lb01";
    settings.instances = {instance("VI_1", 51)};
    return settings;
}

inline InterfaceFacts link(const std::string &name, bool up = true, std::vector<IpAddress> addresses = {us})
{
    return {name, true, up, 1500, std::move(addresses)};
}

inline PacketReceived advert(std::uint8_t id, int priority, const IpAddress &from = peer,
                             const std::string &interface = "eth0")
{
    const Advert message{Version::V2, Family::IPv4,   Vrid{id}, Priority{static_cast<std::uint8_t>(priority)},
                         1s,          AuthType::None, {},       {IpAddress::v4({10, 0, 1, id})}};
    return {interface, from, multicast, 255, encode(message, from, multicast), false};
}

template<typename Action>
std::vector<Action> only(const NodeActions &actions)
{
    std::vector<Action> found;
    for (const auto &action : actions) {
        if (const auto *one = std::get_if<Action>(&action))
            found.push_back(*one);
    }
    return found;
}

inline std::vector<Publish> published(const NodeActions &actions, ChangeKind kind)
{
    auto all = only<Publish>(actions);
    std::erase_if(all, [&](const Publish &one) { return one.kind != kind; });
    return all;
}

/// A node that has been told about eth0, started, and is master of everything since 3.414 s.
inline Node master(const NodeSettings &settings)
{
    Node node(settings);
    (void)node.step(at(0s), InterfaceChanged{link("eth0")});
    (void)node.step(at(0s), Startup{});
    (void)node.step(at(3500ms), DeadlineReached{});
    return node;
}

inline State stateOf(const Node &node, std::size_t index = 0)
{
    return node.status().instances.at(index).state;
}

} // namespace twinhelm::test
