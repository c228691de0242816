// Memory of all processes of an engine together with 255 virtual routers, as master. Usage: memory_bench [ROUNDS]
#include <cstdio>
#include <thread>

#include "tests/bench/address_watch.h"
#include "tests/bench/crowd.h"
#include "tests/bench/figures.h"
#include "tests/bench/process_cost.h"

using namespace twinhelm::bench;
using namespace twinhelm::lab;

int main(int argc, char **argv)
{
    const int rounds = roundsFrom(argc, argv, 3);
    Row row{"255 instances: memory of all processes", "MB", {}, {}, 16, true};
    for (int round = 0; round < rounds; ++round) {
        for (const auto engine : bothEngines) {
            Crowd crowd({.interfaces = 1});
            const AddressWatch watch(crowd.lb1());
            Engine alone(crowd.lb1(), engine, crowd.config("lb01", 100), quietly);
            if (!watch.waitFor(crowd.size(), Millis(30000))) {
                std::fprintf(stderr, "%s: only %d addresses came\n", engineName(engine).c_str(), watch.present());
                return 1;
            }
            std::this_thread::sleep_for(Millis(3000));
            const auto tree = alone.process().tree();
            row.add(engine, memory(tree) / 1e6);
            for (const auto pid : tree)
                std::printf("  %-20s %6.2f MB\n", processName(pid).c_str(), memory({pid}) / 1e6);
        }
    }
    return print(row) ? 0 : 1;
}
