// What one advertisement costs the master that sends it and the backup that hears it, all processes of an engine
// together, with 4,080 virtual routers at one advert a second. Usage: cpu_bench [ROUNDS]   (needs root)
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

constexpr std::chrono::seconds window{4};
/// The second burst of gratuitous ARP comes 5 s after a change of state.
constexpr std::chrono::seconds settling{8};

bool measure(EngineKind engine, int rounds, Row &master, Row &backup)
{
    Crowd crowd({});
    const AddressWatch atFirst(crowd.lb1());
    const AddressWatch atSecond(crowd.lb2());
    Engine first(crowd.lb1(), engine, crowd.config("lb01", 150), quietly);
    Engine second(crowd.lb2(), engine, crowd.config("lb02", 100), quietly);
    if (!atFirst.waitFor(crowd.size(), Millis(60000)) || !atSecond.waitFor(0, Millis(10000))) {
        std::fprintf(stderr, "%s: %d of %d addresses on the master, %d on the backup\n%s", engineName(engine).c_str(),
                     atFirst.present(), crowd.size(), atSecond.present(), crowd.lab().logs().c_str());
        return false;
    }
    std::this_thread::sleep_for(settling);
    const auto firstTree = first.process().tree();
    const auto secondTree = second.process().tree();
    for (int round = 0; round < rounds; ++round) {
        const auto frames = crowd.framesHeard();
        const auto sending = processorTime(firstTree);
        const auto hearing = processorTime(secondTree);
        std::this_thread::sleep_for(window);
        const auto adverts = crowd.framesHeard() - frames;
        const auto expected = static_cast<double>(crowd.size()) * static_cast<double>(window.count());
        if (adverts < 0.95 * expected || adverts > 1.1 * expected) {
            std::fprintf(stderr, "%s: %.0f adverts, not %.0f\n", engineName(engine).c_str(), adverts, expected);
            return false;
        }
        const auto each = [&](std::chrono::nanoseconds since, const std::vector<pid_t> &tree) {
            return static_cast<double>((processorTime(tree) - since).count()) / 1000.0 / adverts;
        };
        master.add(engine, each(sending, firstTree));
        backup.add(engine, each(hearing, secondTree));
    }
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const int rounds = roundsFrom(argc, argv, 5);
    Row master{"4,080 instances: an advert sent", "us", {}, {}, 0.5};
    Row backup{"4,080 instances: an advert heard", "us", {}, {}, 0.7};
    for (const auto engine : bothEngines) {
        if (!measure(engine, rounds, master, backup))
            return 1;
    }
    const bool masterHolds = print(master);
    const bool backupHolds = print(backup);
    return masterHolds && backupHolds ? 0 : 1;
}
