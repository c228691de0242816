#include "agent/linux/ipvs_socket.h"

#include <algorithm>
#include <cerrno>
#include <optional>
#include <set>

#include <linux/netlink.h>

#include "agent/linux/ipvs_answer.h"
#include "agent/linux/ipvs_refusal.h"
#include "agent/linux/kernel_module.h"
#include "agent/linux/system_error.h"

namespace twinhelm::agent
{

namespace
{

/// As many as fit into one call of NetlinkSocket::request(), so that no more are in memory.
constexpr std::size_t batchSize = 256;

/// What came as an answer, up to its end; an errno.
tl::expected<std::vector<IpvsEntry>, int> ask(NetlinkSocket &socket, const NetlinkMessage &message)
{
    std::vector<IpvsEntry> out;
    int answer = 0;
    const int error = socket.exchange(message, [&](std::span<const std::uint8_t> buffer) {
        auto parsed = parseIpvsMessages(buffer);
        out.insert(out.end(), std::make_move_iterator(parsed.entries.begin()),
                   std::make_move_iterator(parsed.entries.end()));
        answer = parsed.error;
        return parsed.done;
    });
    if (error != 0 || answer != 0)
        return tl::unexpected(error != 0 ? error : answer);
    return out;
}

template<typename Kind>
std::vector<Kind> only(const std::vector<IpvsEntry> &entries)
{
    std::vector<Kind> out;
    for (const auto &entry : entries) {
        if (const auto *one = std::get_if<Kind>(&entry))
            out.push_back(*one);
    }
    return out;
}

tl::expected<std::uint16_t, int> askFamily(NetlinkSocket &socket)
{
    const auto answer = ask(socket, ipvsFamilyMessage());
    if (!answer)
        return tl::unexpected(answer.error());
    const auto families = only<IpvsFamily>(*answer);
    return families.empty() ? tl::expected<std::uint16_t, int>(tl::unexpected(ENOENT)) : families.front().number;
}

/// Whole seconds, at least one; nothing and zero: 0.
std::uint32_t seconds(const std::optional<Duration> &time)
{
    if (!time || *time <= Duration::zero())
        return 0;
    return static_cast<std::uint32_t>(std::max<std::int64_t>(1, *time / std::chrono::seconds(1)));
}

tl::unexpected<Error> notRead(int error)
{
    return fail("A0386", "the kernel's table of virtual servers cannot be read: " + errorText(error),
                error == EPERM ? "this needs CAP_NET_ADMIN; start it as root" : "it is tried again");
}

} // namespace

Result<IpvsSocket> IpvsSocket::open()
{
    auto socket = NetlinkSocket::open(NETLINK_GENERIC);
    if (!socket) {
        return fail("A0381", "no socket to the kernel's generic netlink: " + errorText(socket.error()),
                    "look whether the process may open files (ulimit -n) and sockets of the family netlink");
    }
    auto family = askFamily(*socket);
    if (!family && family.error() == ENOENT) {
        const auto loaded = loadKernelModule("ip_vs");
        family = askFamily(*socket);
        if (!family)
            return noIpvs(loaded ? std::string() : loaded.error().what);
    }
    if (!family)
        return noIpvs(errorText(family.error()));
    return IpvsSocket(std::move(*socket), *family);
}

Result<void> IpvsSocket::available()
{
    if (const auto socket = open(); !socket)
        return tl::unexpected(socket.error());
    return {};
}

Result<ipvs::Table> IpvsSocket::readTable()
{
    const auto services = ask(socket_, servicesMessage(family_));
    if (!services)
        return notRead(services.error());
    ipvs::Table out;
    for (auto &service : only<IpvsService>(*services)) {
        const auto destinations = ask(socket_, destinationsMessage(family_, service.key));
        if (!destinations)
            return notRead(destinations.error());
        auto &entry = out[service.key];
        entry.scheduling = std::move(service.scheduling);
        for (auto &destination : only<IpvsDestination>(*destinations))
            entry.destinations.emplace(destination.key, destination.value);
    }
    return out;
}

Result<void> IpvsSocket::readCounters(ipvs::Counters &into, const IpvsService &service)
{
    const auto destinations = ask(socket_, destinationsMessage(family_, service.key));
    if (!destinations)
        return notRead(destinations.error());
    auto &entry = into[service.key];
    entry.traffic = service.traffic;
    for (auto &destination : only<IpvsDestination>(*destinations))
        entry.destinations.emplace(destination.key, destination.counters);
    return {};
}

Result<ipvs::Counters> IpvsSocket::readCounters()
{
    const auto services = ask(socket_, servicesMessage(family_));
    if (!services)
        return notRead(services.error());
    ipvs::Counters out;
    for (const auto &service : only<IpvsService>(*services)) {
        if (const auto read = readCounters(out, service); !read)
            return tl::unexpected(read.error());
    }
    return out;
}

Result<ipvs::Counters> IpvsSocket::readCounters(std::span<const ipvs::ServiceKey> services)
{
    ipvs::Counters out;
    for (const auto &key : services) {
        const auto answer = ask(socket_, serviceMessage(family_, key));
        if (!answer && answer.error() == ESRCH)
            continue;
        if (!answer)
            return notRead(answer.error());
        for (const auto &service : only<IpvsService>(*answer)) {
            if (const auto read = readCounters(out, service); !read)
                return tl::unexpected(read.error());
        }
    }
    return out;
}

std::vector<IpvsSocket::Failure> IpvsSocket::apply(std::span<const ipvs::Change> changes)
{
    std::vector<Failure> out;
    std::set<ipvs::ServiceKey> missing;
    std::vector<NetlinkMessage> messages;
    for (std::size_t from = 0; from < changes.size(); from += batchSize) {
        const auto batch = changes.subspan(from, std::min(batchSize, changes.size() - from));
        messages.clear();
        for (const auto &change : batch)
            messages.push_back(changeMessage(family_, change));
        const auto answers = socket_.request(messages);
        for (std::size_t i = 0; i < answers.size(); ++i) {
            if (answers[i] == 0)
                continue;
            const auto &key = ipvs::serviceOf(batch[i]);
            const bool follows = std::holds_alternative<ipvs::AddDestination>(batch[i]) && missing.contains(key);
            if (std::holds_alternative<ipvs::AddService>(batch[i]) && answers[i] != EEXIST)
                missing.insert(key);
            if (!follows)
                out.push_back({from + i, refusal(batch[i], answers[i])});
        }
    }
    return out;
}

Result<void> IpvsSocket::flush()
{
    if (const auto answer = ask(socket_, flushMessage(family_)); !answer)
        return settingRefused("removing all virtual servers", answer.error());
    return {};
}

Result<IpvsSocket::Timeouts> IpvsSocket::timeouts()
{
    const auto answer = ask(socket_, timeoutsMessage(family_));
    if (!answer)
        return notRead(answer.error());
    const auto found = only<IpvsTimeouts>(*answer);
    if (found.empty())
        return notRead(ENODATA);
    using std::chrono::seconds;
    return Timeouts{seconds(found.front().tcp), seconds(found.front().tcpFin), seconds(found.front().udp)};
}

Result<void> IpvsSocket::setTimeouts(std::optional<Duration> tcp, std::optional<Duration> tcpFin,
                                     std::optional<Duration> udp)
{
    const IpvsTimeouts wanted{seconds(tcp), seconds(tcpFin), seconds(udp)};
    if (wanted == IpvsTimeouts{})
        return {};
    if (const auto answer = ask(socket_, setTimeoutsMessage(family_, wanted)); !answer)
        return settingRefused("setting the timeouts of connections", answer.error());
    return {};
}

Result<std::vector<ipvs::RunningSync>> IpvsSocket::syncDaemons()
{
    const auto answer = ask(socket_, syncDaemonsMessage(family_));
    if (!answer)
        return notRead(answer.error());
    return only<ipvs::RunningSync>(*answer);
}

Result<void> IpvsSocket::applySync(std::span<const ipvs::SyncChange> changes)
{
    for (const auto &change : changes) {
        const auto answer = ask(socket_, syncMessage(family_, change));
        if (!answer)
            return tl::unexpected(syncRefusal(change, answer.error()));
    }
    return {};
}

} // namespace twinhelm::agent
