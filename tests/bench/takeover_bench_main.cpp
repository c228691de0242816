// 1,020 virtual routers at ten adverts a second: the master dies; how long until the last address is on the backup,
// and what both cost before. Usage: takeover_bench [ROUNDS]   (needs root)
#include <cstdio>
#include <thread>

#include "tests/bench/address_watch.h"
#include "tests/bench/crowd.h"
#include "tests/bench/figures.h"
#include "tests/bench/process_cost.h"

using namespace twinhelm::bench;
using namespace twinhelm::lab;

namespace
{

/// 3 adverts of 0.1 s and the skew of priority 100 (RFC 9568 section 6.1).
constexpr double limitMs = 300 + 100.0 * (256 - 100) / 256;
constexpr std::chrono::seconds settling{7};
constexpr std::chrono::seconds window{3};

bool measure(EngineKind engine, Row &takeover, Row &master, Row &backup)
{
    Crowd crowd({.interfaces = 4, .version = 3, .advert = "0.1"});
    const AddressWatch atFirst(crowd.lb1());
    const AddressWatch atSecond(crowd.lb2());
    Engine second(crowd.lb2(), engine, crowd.config("lb02", 100), quietly);
    if (!atSecond.waitFor(crowd.size(), Millis(30000)))
        return false;
    Engine first(crowd.lb1(), engine, crowd.config("lb01", 150), quietly);
    if (!atFirst.waitFor(crowd.size(), Millis(30000)) || !atSecond.waitFor(0, Millis(10000)))
        return false;
    std::this_thread::sleep_for(settling);
    const auto percent = [](const std::vector<pid_t> &tree, std::chrono::nanoseconds since) {
        return 100.0 * static_cast<double>((processorTime(tree) - since).count()) /
               static_cast<double>(std::chrono::nanoseconds(window).count());
    };
    const auto firstTree = first.process().tree();
    const auto secondTree = second.process().tree();
    const auto sending = processorTime(firstTree);
    const auto hearing = processorTime(secondTree);
    std::this_thread::sleep_for(window);
    master.add(engine, percent(firstTree, sending));
    backup.add(engine, percent(secondTree, hearing));

    const auto death = Clock::now();
    first.killTree();
    if (!atSecond.waitFor(crowd.size(), Millis(10000)))
        return false;
    const auto last = atSecond.arrivalsSince(death).last;
    takeover.add(engine, std::chrono::duration<double, std::milli>(last - death).count() - limitMs);
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const int rounds = roundsFrom(argc, argv, 5);
    Row takeover{"1,020 instances, 0.1 s: last address, over limit", "ms", {}, {}, 30, true};
    Row master{"1,020 instances, 0.1 s: processor, master", "%", {}, {}, 0};
    Row backup{"1,020 instances, 0.1 s: processor, backup", "%", {}, {}, 0};
    for (int round = 0; round < rounds; ++round) {
        for (const auto engine : bothEngines) {
            if (!measure(engine, takeover, master, backup)) {
                std::fprintf(stderr, "%s did not get all addresses where they belong\n", engineName(engine).c_str());
                return 1;
            }
        }
    }
    print(master);
    print(backup);
    return print(takeover) ? 0 : 1;
}
