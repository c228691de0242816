#include <vector>

#include <netlink/msg.h>

#include "agent/linux/ipvs_answer.h"
#include "agent/linux/ipvs_refusal.h"
#include "common/ipvs/desired.h"
#include "tests/fuzz/agent/targets.h"
#include "tests/fuzz/promise.h"

namespace twinhelm::fuzz
{

using namespace agent;

namespace
{

/// Any number that is not the controller's.
constexpr std::uint16_t family = 33;

/// What a request says, read as an answer: the kernel uses one form for both.
IpvsEntry echo(const NetlinkMessage &message)
{
    const nlmsghdr *header = nlmsg_hdr(message.get());
    const auto parsed =
        parseIpvsMessages({reinterpret_cast<const std::uint8_t *>(header), std::size_t{header->nlmsg_len}});
    promise(parsed.entries.size() == 1 && parsed.error == 0, "a request can be read");
    return parsed.entries.front();
}

void check(const IpvsFamily &) {}

void check(const IpvsService &service)
{
    const auto &value = service.scheduling;
    promise(value.persistenceLength <= (service.key.family == Family::IPv4 ? 32 : 128), "a mask fits its family");
    promise(service.key.byMark || service.key.address.family() == service.key.family, "an address is of its family");
    promise(canonical(value, service.key) == value, "what has no effect is at its default");
    const auto change = ipvs::AddService{service.key, value};
    auto asked = echo(changeMessage(family, change));
    auto &back = std::get<IpvsService>(asked);
    promise(back.key == service.key && back.scheduling == value, "a service is asked for as it was read");
    promise(!refusal(change, 2).mend.empty(), "a refusal says what to do");
}

void check(const IpvsDestination &destination)
{
    promise(canonical(destination.value) == destination.value, "what has no effect is at its default");
    ipvs::ServiceKey service;
    service.port = 80;
    auto asked = echo(changeMessage(family, ipvs::AddDestination{service, destination.key, destination.value}));
    auto &back = std::get<IpvsDestination>(asked);
    promise(back.key == destination.key && back.value == destination.value,
            "a destination is asked for as it was read");
}

void check(const ipvs::RunningSync &running)
{
    ipvs::SyncDaemon settings;
    settings.interface = running.interface;
    settings.id = running.id;
    settings.mostLength = running.mostLength;
    settings.port = running.port;
    settings.timeToLive = running.timeToLive;
    settings.group = running.group;
    promise(planSync({running}, settings, running.role).empty(), "what runs as it should is left alone");
    promise(std::get<ipvs::RunningSync>(echo(syncMessage(family, ipvs::StartSync{running.role, settings}))) == running,
            "a sync daemon is started as it was read");
}

void check(const IpvsTimeouts &timeouts)
{
    promise(std::get<IpvsTimeouts>(echo(setTimeoutsMessage(family, timeouts))) == timeouts,
            "timeouts are set as they were read");
}

} // namespace

void ipvsTarget(std::string_view input)
{
    // A copy of exactly this size, so that a read beyond it is seen.
    const std::vector<std::uint8_t> bytes(input.begin(), input.end());
    for (const auto &entry : parseIpvsMessages(bytes).entries)
        std::visit([](const auto &one) { check(one); }, entry);
}

} // namespace twinhelm::fuzz
