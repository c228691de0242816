#include "tests/bench/figures.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "tests/lab/lab.h"

namespace twinhelm::bench
{

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double worst(const std::vector<double> &values)
{
    return values.empty() ? 0 : *std::max_element(values.begin(), values.end());
}

bool print(const Row &row)
{
    const auto *unit = row.unit.c_str();
    std::printf("%-42s twinhelmd %8.2f %s (worst %8.2f)", row.title.c_str(), median(row.ours), unit, worst(row.ours));
    const double ratio = row.theirs.empty() ? 0 : median(row.ours) / median(row.theirs);
    if (!row.theirs.empty())
        std::printf("   keepalived %8.2f %s (worst %8.2f)   ratio %.3f", median(row.theirs), unit, worst(row.theirs),
                    ratio);
    const bool holds = row.bar <= 0 || (row.absolute ? median(row.ours) : ratio) <= row.bar;
    if (row.bar > 0)
        std::printf("   bar %.2f%s: %s", row.bar, row.absolute ? (" " + row.unit).c_str() : " x",
                    holds ? "holds" : "MISSED");
    std::printf("\n");
    std::fflush(stdout);
    return holds;
}

int roundsFrom(int argc, char **argv, int otherwise)
{
    const int rounds = argc > 1 ? std::atoi(argv[1]) : otherwise;
    const auto why = rounds < 1 ? std::string("usage: ") + argv[0] + " [ROUNDS]" : lab::whyNoLab();
    if (!why.empty()) {
        std::fprintf(stderr, "%s\n", why.c_str());
        std::exit(2);
    }
    return rounds;
}

} // namespace twinhelm::bench
