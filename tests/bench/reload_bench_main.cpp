// A reload that changes one of 1,000 virtual routers: how late is the latest advert of all the others, seen with the
// kernel's arrival times on the peer's side. Usage: reload_bench [ROUNDS]   (needs root)
#include <cstdio>
#include <map>
#include <memory>
#include <thread>

#include "tests/bench/address_watch.h"
#include "tests/bench/crowd.h"
#include "tests/bench/figures.h"
#include "tests/lab/sniffer.h"

using namespace twinhelm::bench;
using namespace twinhelm::lab;

namespace
{

constexpr double intervalMs = 1000;

/// How much longer than the interval the longest pause of any virtual router was that began after `since`.
double latestMs(const std::vector<std::unique_ptr<Sniffer>> &sniffers, Clock::time_point since)
{
    double latest = 0;
    for (const auto &sniffer : sniffers) {
        std::map<int, Clock::time_point> before;
        for (const auto &advert : sniffer->adverts()) {
            const auto known = before.find(advert.virtualRouterId);
            const bool changed = sniffer == sniffers.front() && advert.virtualRouterId == 1;
            if (known != before.end() && advert.at >= since && !changed)
                latest = std::max(latest, std::chrono::duration<double, std::milli>(advert.at - known->second).count() -
                                              intervalMs);
            before[advert.virtualRouterId] = advert.at;
        }
    }
    return latest;
}

bool measure(EngineKind engine, int rounds, Row &row, Row &quiet)
{
    Crowd crowd({.interfaces = 4, .perInterface = 250});
    const AddressWatch watch(crowd.lb1());
    Engine master(crowd.lb1(), engine, crowd.config("lb01", 150), quietly);
    if (!watch.waitFor(crowd.size(), Millis(30000)))
        return false;
    std::this_thread::sleep_for(Millis(6500));
    std::vector<std::unique_ptr<Sniffer>> sniffers;
    for (const auto &interface : crowd.interfaces())
        sniffers.push_back(std::make_unique<Sniffer>(crowd.lb2(), interface));
    std::this_thread::sleep_for(Millis(2500));
    for (int round = 0; round < rounds; ++round) {
        auto start = Clock::now();
        std::this_thread::sleep_for(Millis(2500));
        quiet.add(engine, latestMs(sniffers, start));
        const bool more = round % 2 == 0;
        master.writeConfig(crowd.config("lb01", 150, more));
        start = Clock::now();
        master.reload();
        if (!watch.waitFor(crowd.size() + (more ? 1 : 0), Millis(10000)))
            return false;
        std::this_thread::sleep_for(Millis(2500));
        row.add(engine, latestMs(sniffers, start));
    }
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const int rounds = roundsFrom(argc, argv, 5);
    Row row{"reload of one of 1,000: latest other advert", "ms", {}, {}, 10, true};
    Row quiet{"without a reload: latest advert", "ms", {}, {}, 0};
    for (const auto engine : bothEngines) {
        if (!measure(engine, rounds, row, quiet)) {
            std::fprintf(stderr, "%s did not do what the reload asked for\n", engineName(engine).c_str());
            return 1;
        }
    }
    print(quiet);
    return print(row) ? 0 : 1;
}
