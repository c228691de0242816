#pragma once

#include <string>
#include <vector>

#include "tests/lab/engine.h"

namespace twinhelm::bench
{

[[nodiscard]] double median(std::vector<double> values);
[[nodiscard]] double worst(const std::vector<double> &values);

/// One kind of figure for both engines, and what it is held against.
struct Row {
    std::string title;
    std::string unit; ///< "us", "ms", "MB"
    std::vector<double> ours;
    std::vector<double> theirs; ///< empty: keepalived has no such figure
    double bar = 0;             ///< highest allowed: of the ratio, or, with `absolute`, of our own median
    bool absolute = false;

    void add(lab::EngineKind engine, double value)
    {
        (engine == lab::EngineKind::Twinhelm ? ours : theirs).push_back(value);
    }
};

/// Prints medians, worst values, ratio and bar in one line; true: the bar holds.
bool print(const Row &row);

/// ROUNDS of a program's command line; says its usage and exits with 2 when there is no lab to be had.
[[nodiscard]] int roundsFrom(int argc, char **argv, int otherwise);

inline constexpr lab::EngineKind bothEngines[] = {lab::EngineKind::Twinhelm, lab::EngineKind::Keepalived};

} // namespace twinhelm::bench
