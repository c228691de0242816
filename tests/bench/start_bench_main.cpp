// 4,080 virtual routers on a node that is alone: from the start of the program until the last address is there, less
// the down timer that all of them must wait for. Usage: start_bench [ROUNDS]   (needs root)
#include <cstdio>

#include "tests/bench/address_watch.h"
#include "tests/bench/crowd.h"
#include "tests/bench/figures.h"

using namespace twinhelm::bench;
using namespace twinhelm::lab;

namespace
{

/// 3 adverts of 1 s and the skew of priority 100 (RFC 3768 section 6.1).
constexpr double downTimerMs = 3000 + 1000.0 * (256 - 100) / 256;

double milliseconds(Clock::duration duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

} // namespace

int main(int argc, char **argv)
{
    const int rounds = roundsFrom(argc, argv, 5);
    Row all{"4,080 addresses: start, less down timer", "ms", {}, {}, 1.0};
    Row span{"4,080 addresses: from the first to the last", "ms", {}, {}, 0};
    for (int round = 0; round < rounds; ++round) {
        for (const auto engine : bothEngines) {
            Crowd crowd({});
            const AddressWatch watch(crowd.lb1());
            const auto text = crowd.config("lb01", 100);
            const auto start = Clock::now();
            const Engine alone(crowd.lb1(), engine, text, quietly);
            if (!watch.waitFor(crowd.size(), Millis(60000))) {
                std::fprintf(stderr, "%s: only %d addresses came\n", engineName(engine).c_str(), watch.present());
                return 1;
            }
            const auto came = watch.arrivalsSince(start);
            all.add(engine, milliseconds(came.last - start) - downTimerMs);
            span.add(engine, milliseconds(came.last - came.first));
        }
    }
    print(span);
    return print(all) ? 0 : 1;
}
