// Runs inside of a kernel that has IPVS, for ipvs_in_uml.sh: does with the real table what the checker will do, and
// says what it did.
//   ipvs_driver apply CONFIG [PREVIOUS]   the table becomes CONFIG's; services of PREVIOUS were ours
//   ipvs_driver table | counters | flush | available
//   ipvs_driver timeouts CONFIG           sets those of CONFIG and says all
//   ipvs_driver sync master|backup CONFIG, ipvs_driver sync stop
//   ipvs_driver capture FOLDER            the kernel's own answers, a file each
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <string>

#include <linux/netlink.h>

#include "agent/linux/ipvs_answer.h"
#include "agent/linux/ipvs_socket.h"
#include "common/config/load.h"
#include "common/config/lower/lower_balancer.h"
#include "common/ipvs/describe.h"
#include "common/ipvs/desired.h"

using namespace twinhelm;
using namespace twinhelm::agent;

namespace
{

int failed(const Error &error)
{
    std::printf("%s: %s (%s)\n", error.code.c_str(), error.what.c_str(), error.mend.c_str());
    return 1;
}

ipvs::NodeSettings settingsOf(const char *path)
{
    const auto loaded = config::loadFile(path, "node");
    if (!loaded) {
        failed(loaded.error());
        std::exit(2);
    }
    return config::lowerBalancer(loaded->model).ipvs;
}

/// With every real server up.
ipvs::Table tableOf(const ipvs::NodeSettings &settings)
{
    ipvs::Table out;
    for (const auto &service : settings.services) {
        for (const auto &key : keysOf(service)) {
            auto &entry = out[key];
            entry.scheduling = schedulingOf(service, key);
            for (const auto &destination : service.destinations) {
                if (canServe(key, destination))
                    entry.destinations.emplace(keyOf(destination, key), valueOf(destination, destination.weight));
            }
        }
    }
    return out;
}

void print(const ipvs::Table &table)
{
    for (const auto &[key, service] : table) {
        std::printf("%s %s\n", text(key).c_str(), text(service.scheduling).c_str());
        for (const auto &[destination, value] : service.destinations)
            std::printf("  %s %s\n", text(destination).c_str(), text(value).c_str());
    }
}

/// Says how long each part took, when the table is a large one.
class Stopwatch
{
public:
    void lap(const char *what)
    {
        const auto now = std::chrono::steady_clock::now();
        const auto took = std::chrono::duration<double, std::milli>(now - last_).count();
        text_ += std::string(text_.empty() ? "" : ", ") + what + ' ' + std::to_string(static_cast<long>(took)) + " ms";
        last_ = now;
    }
    [[nodiscard]] const std::string &text() const { return text_; }

private:
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
    std::string text_;
};

constexpr std::size_t largePlan = 100;

int applyConfig(IpvsSocket &socket, const char *path, const char *previous)
{
    Stopwatch watch;
    const auto desired = tableOf(settingsOf(path));
    ipvs::Ownership owned;
    if (previous != nullptr) {
        for (const auto &[key, service] : tableOf(settingsOf(previous)))
            owned.services.insert(key);
    }
    watch.lap("configuration");
    const auto actual = socket.readTable();
    if (!actual)
        return failed(actual.error());
    watch.lap("table");
    const auto changes = plan(*actual, desired, owned);
    watch.lap("plan");
    if (changes.size() < largePlan) {
        for (const auto &change : changes)
            std::printf("%s\n", text(change).c_str());
    }
    for (const auto &failure : socket.apply(changes))
        failed(failure.error);
    watch.lap("changes");
    const auto after = socket.readTable();
    watch.lap("table again");
    if (changes.size() >= largePlan)
        std::printf("%zu changes: %s\n", changes.size(), watch.text().c_str());
    if (!after)
        return failed(after.error());
    const auto rest = plan(*after, desired, owned);
    for (const auto &change : rest)
        std::printf("still to do: %s\n", text(change).c_str());
    return rest.empty() ? 0 : 1;
}

int printTable(IpvsSocket &socket)
{
    const auto table = socket.readTable();
    if (!table)
        return failed(table.error());
    print(*table);
    return 0;
}

int printCounters(IpvsSocket &socket)
{
    const auto table = socket.readTable();
    const auto counters = socket.readCounters();
    if (!table || !counters)
        return failed(table ? counters.error() : table.error());
    for (const auto &[key, service] : *counters) {
        std::printf("%s connections %llu\n", text(key).c_str(),
                    static_cast<unsigned long long>(service.traffic.connections));
        for (const auto &[destination, one] : service.destinations) {
            std::printf("  %s active %u inactive %u persistent %u connections %llu in %s bytes %s\n",
                        text(destination).c_str(), one.active, one.inactive, one.persistent,
                        static_cast<unsigned long long>(one.traffic.connections),
                        one.traffic.packetsIn > 0 ? "some" : "none", one.traffic.bytesIn > 0 ? "some" : "none");
        }
        const auto only = socket.readCounters({&key, 1});
        if (!only || only->size() != 1 || !only->contains(key) ||
            only->at(key).destinations.size() != service.destinations.size())
            std::printf("alone it has other counters\n");
    }
    return 0;
}

int setTimeouts(IpvsSocket &socket, const char *path)
{
    const auto settings = settingsOf(path);
    const auto set = socket.setTimeouts(settings.tcpTimeout, settings.tcpFinTimeout, settings.udpTimeout);
    const auto now = socket.timeouts();
    if (!set || !now)
        return failed(set ? now.error() : set.error());
    using std::chrono::seconds;
    std::printf("%lld %lld %lld\n", static_cast<long long>(now->tcp / seconds(1)),
                static_cast<long long>(now->tcpFin / seconds(1)), static_cast<long long>(now->udp / seconds(1)));
    return 0;
}

int synchronise(IpvsSocket &socket, const std::string &role, const char *path)
{
    const auto running = socket.syncDaemons();
    if (!running)
        return failed(running.error());
    const auto daemon = path != nullptr ? settingsOf(path).syncDaemon : std::nullopt;
    const auto wanted = role == "master" ? ipvs::SyncRole::Master : ipvs::SyncRole::Backup;
    const auto changes = planSync(*running, daemon, wanted);
    std::printf("%zu changes\n", changes.size());
    if (const auto done = socket.applySync(changes); !done)
        return failed(done.error());
    const auto after = socket.syncDaemons();
    if (!after)
        return failed(after.error());
    for (const auto &one : *after) {
        std::printf("%s on %s, id %d, length %d, port %d, ttl %d, group %s\n",
                    one.role == ipvs::SyncRole::Master ? "master" : "backup", one.interface.c_str(), one.id,
                    one.mostLength, one.port, one.timeToLive, one.group ? one.group->toString().c_str() : "-");
    }
    std::printf("%zu changes\n", planSync(*after, daemon, wanted).size());
    return 0;
}

int capture(const std::string &folder)
{
    auto socket = NetlinkSocket::open(NETLINK_GENERIC);
    if (!socket)
        return 1;
    const auto save = [&](const char *name, const NetlinkMessage &message) {
        std::ofstream file(folder + '/' + name, std::ios::binary);
        std::vector<IpvsEntry> entries;
        (void)socket->exchange(message, [&](std::span<const std::uint8_t> buffer) {
            file.write(reinterpret_cast<const char *>(buffer.data()), static_cast<std::streamsize>(buffer.size()));
            auto parsed = parseIpvsMessages(buffer);
            entries.insert(entries.end(), parsed.entries.begin(), parsed.entries.end());
            return parsed.done;
        });
        return entries;
    };
    const auto families = save("family", ipvsFamilyMessage());
    if (families.empty())
        return 1;
    const auto number = std::get<IpvsFamily>(families.front()).number;
    int count = 0;
    for (const auto &entry : save("services", servicesMessage(number))) {
        const auto name = "destinations" + std::to_string(count++);
        (void)save(name.c_str(), destinationsMessage(number, std::get<IpvsService>(entry).key));
    }
    (void)save("daemons", syncDaemonsMessage(number));
    (void)save("timeouts", timeoutsMessage(number));
    ipvs::ServiceKey missing;
    missing.port = 9;
    (void)save("refusal", serviceMessage(number, missing));
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const std::string verb = argc > 1 ? argv[1] : "";
    const auto *first = argc > 2 ? argv[2] : nullptr;
    const auto *second = argc > 3 ? argv[3] : nullptr;
    if (verb == "capture" && first != nullptr)
        return capture(first);
    auto socket = IpvsSocket::open();
    if (!socket)
        return failed(socket.error());
    if (verb == "available")
        return 0;
    if (verb == "apply" && first != nullptr)
        return applyConfig(*socket, first, second);
    if (verb == "table")
        return printTable(*socket);
    if (verb == "counters")
        return printCounters(*socket);
    if (verb == "timeouts" && first != nullptr)
        return setTimeouts(*socket, first);
    if (verb == "sync" && first != nullptr)
        return synchronise(*socket, first, second);
    if (verb == "flush") {
        const auto done = socket->flush();
        return done ? 0 : failed(done.error());
    }
    std::fprintf(stderr, "ipvs_driver: see the first lines of its source\n");
    return 2;
}
