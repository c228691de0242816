// Failover as a client sees it, twinhelmd and keepalived side by side in one run: medians and their ratio.
// Usage: failover_bench [ROUNDS]   (needs root)
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iterator>

#include "tests/lab/failover.h"
#include "tests/lab/lab.h"

using namespace twinhelm::lab;

namespace
{

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const auto middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/// Both engines take turns so that a busy spell of the machine hits both.
bool compare(const char *title, FailoverCase what, int rounds)
{
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int round = 0; round < rounds; ++round) {
        const double phase = (round + 0.5) / rounds;
        for (const auto engine : {EngineKind::Twinhelm, EngineKind::Keepalived}) {
            what.engine = engine;
            const auto result = measureFailover(what, phase);
            if (!result.trouble.empty()) {
                std::fprintf(stderr, "%s: %s: %s\n%s", title, engineName(engine).c_str(), result.trouble.c_str(),
                             result.logs.c_str());
                return false;
            }
            (engine == EngineKind::Twinhelm ? ours : theirs).push_back(result.outageMs);
        }
    }
    std::printf(
        "%-30s limit %7.1f ms   twinhelmd %7.1f ms (worst %7.1f)   keepalived %7.1f ms (worst %7.1f)   ratio %.3f\n",
        title, what.limitMs(), median(ours), *std::max_element(ours.begin(), ours.end()), median(theirs),
        *std::max_element(theirs.begin(), theirs.end()), median(ours) / median(theirs));
    std::fflush(stdout);
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 5;
    if (const auto why = whyNoLab(); !why.empty() || rounds < 1) {
        std::fprintf(stderr, "%s\n", why.empty() ? "usage: failover_bench [ROUNDS]" : why.c_str());
        return 2;
    }
    std::printf("medians of %d rounds each\n", rounds);
    const bool done =
        compare("host dies, v2, advert 1 s", {.version = 2, .advert = Millis(1000)}, rounds) &&
        compare("host dies, v3, advert 0.1 s", {.version = 3, .advert = Millis(100)}, rounds) &&
        compare("host dies, v3, advert 0.01 s", {.version = 3, .advert = Millis(10)}, rounds) &&
        compare("orderly stop, v2, advert 1 s", {.advert = Millis(1000), .loss = Loss::Stop}, rounds) &&
        compare("orderly stop, v3, advert 0.1 s", {.version = 3, .advert = Millis(100), .loss = Loss::Stop}, rounds);
    return done ? 0 : 1;
}
