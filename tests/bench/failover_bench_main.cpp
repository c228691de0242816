// Failover as a client sees it, twinhelmd and keepalived side by side in one run: medians and their ratio.
// Usage: failover_bench [ROUNDS [TITLE]]   (needs root); TITLE: only the cases whose title contains it
#include <cstdio>
#include <cstring>

#include "tests/bench/figures.h"
#include "tests/lab/failover.h"

using namespace twinhelm::bench;
using namespace twinhelm::lab;

namespace
{

struct Case {
    const char *title;
    FailoverCase what;
};

const Case cases[] = {
    {"host dies, v2, advert 1 s", {.version = 2, .advert = Millis(1000)}},
    {"host dies, v3, advert 0.1 s", {.version = 3, .advert = Millis(100)}},
    {"host dies, v3, advert 0.01 s", {.version = 3, .advert = Millis(10)}},
    {"orderly stop, v2, advert 1 s", {.version = 2, .advert = Millis(1000), .loss = Loss::Stop}},
    {"orderly stop, v3, advert 0.1 s", {.version = 3, .advert = Millis(100), .loss = Loss::Stop}},
    {"orderly stop, v3, advert 0.01 s", {.version = 3, .advert = Millis(10), .loss = Loss::Stop}},
};
/// Beyond the protocol's limit.
constexpr double allowanceMs = 5;

/// Both engines take turns so that a busy spell of the machine hits both.
bool compare(const Case &one, int rounds)
{
    auto what = one.what;
    Row row{one.title, "ms", {}, {}, what.limitMs() + allowanceMs, true};
    for (int round = 0; round < rounds; ++round) {
        const double phase = (round + 0.5) / rounds;
        for (const auto engine : bothEngines) {
            what.engine = engine;
            const auto result = measureFailover(what, phase);
            if (!result.trouble.empty()) {
                std::fprintf(stderr, "%s: %s: %s\n%s", one.title, engineName(engine).c_str(), result.trouble.c_str(),
                             result.logs.c_str());
                return false;
            }
            row.add(engine, result.outageMs);
        }
    }
    return print(row);
}

} // namespace

int main(int argc, char **argv)
{
    const int rounds = roundsFrom(argc, argv, 5);
    const char *only = argc > 2 ? argv[2] : "";
    bool all = true;
    for (const auto &one : cases) {
        if (std::strstr(one.title, only) != nullptr)
            all = compare(one, rounds) && all;
    }
    return all ? 0 : 1;
}
