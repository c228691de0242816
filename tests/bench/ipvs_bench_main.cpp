// 1,000 virtual servers with 10 real servers each: from the start of a program until the kernel's table is full, in one
// User-Mode-Linux kernel. Besides the engines the lab's ipvs_driver, which reads the configuration and sets the table.
// Usage: ipvs_bench [ROUNDS]
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/bench/figures.h"
#include "tests/lab/ipvs_configs.h"
#include "tests/lab/uml_kernel.h"

using namespace twinhelm;
namespace fs = std::filesystem;

namespace
{

constexpr int services = 1000;
constexpr int destinations = 10;
constexpr double highestRatio = 0.5;

} // namespace

int main(int argc, char **argv)
{
    const int rounds = bench::roundsFrom(argc, argv, 3);
    if (const auto missing = lab::UmlKernel::missing(); !missing.empty()) {
        std::fprintf(stderr, "%s\n", missing.c_str());
        return 2;
    }
    char name[] = "/tmp/thlab-ipvs-bench-XXXXXX";
    const fs::path folder = ::mkdtemp(name);
    lab::writeWholeFile(folder / "large.conf", lab::largeIpvsConfig(services, destinations));
    const auto script = fs::path(TWINHELM_SOURCE_DIR) / "tests/bench/ipvs_in_uml.sh";
    const bool ended = lab::UmlKernel::run(
        folder, script, {{"ROUNDS", std::to_string(rounds)}, {"DESTINATIONS", std::to_string(services * destinations)}},
        lab::Millis(120000 * rounds));
    bench::Row row{"10,000 destinations in an empty table, from start", "ms", {}, {}, highestRatio};
    bench::Row driver{"the table's part alone", "ms", {}, {}, 0};
    std::ifstream took(folder / "took");
    for (std::string who; took >> who;) {
        double milliseconds = 0;
        took >> milliseconds;
        if (who == "driver")
            driver.ours.push_back(milliseconds);
        else
            row.add(who == "ours" ? lab::EngineKind::Twinhelm : lab::EngineKind::Keepalived, milliseconds);
    }
    std::printf("%s", lab::readWholeFile(folder / "driver.log").c_str());
    const bool whole = ended && static_cast<int>(row.ours.size()) == rounds && row.ours.size() == row.theirs.size();
    if (!whole)
        std::fprintf(stderr, "not every table was full; see the logs in %s\n", folder.c_str());
    else
        fs::remove_all(folder);
    print(driver);
    return whole && bench::print(row) ? 0 : 1;
}
