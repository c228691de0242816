// What a TCP check costs an engine, all its processes together, with 800 real servers checked once a second: both in
// turn in one User-Mode-Linux kernel, which has no rest left to tell them apart by with 2,000. Usage: checks_bench
// [ROUNDS]   (checks_bench serve: the real servers, for the script)
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <unistd.h>

#include "tests/bench/figures.h"
#include "tests/bench/responder.h"
#include "tests/lab/uml_kernel.h"

using namespace twinhelm;
namespace fs = std::filesystem;

namespace
{

constexpr int services = 20;
constexpr int servers = 40; ///< of each
constexpr int seconds = 15;
constexpr int settling = 8;
constexpr std::uint16_t port = 8080;
constexpr double highestRatio = 0.7;

std::string configuration()
{
    std::string out;
    for (int service = 1; service <= services; ++service) {
        out += "virtual_server 10.9.9." + std::to_string(service) +
               " 80 {\n  delay_loop 1\n  lb_algo rr\n  lb_kind NAT\n  protocol TCP\n";
        for (int server = 1; server <= servers; ++server) {
            out += "  real_server 127.1." + std::to_string(service) + '.' + std::to_string(server) + ' ' +
                   std::to_string(port) + " {\n    TCP_CHECK {\n      connect_timeout 3\n    }\n  }\n";
        }
        out += "}\n";
    }
    return out;
}

int serve()
{
    const bench::Responder responder(port);
    ::pause();
    return 0;
}

/// Microseconds a check; false: a line that makes no sense, or far too few checks.
bool readCosts(const fs::path &file, bench::Row &row)
{
    std::ifstream in(file);
    double ticks = 0;
    double checks = 0;
    for (std::string who; in >> who >> ticks >> checks;) {
        std::printf("%s: %.0f checks a second, %.1f %% of the processor\n", who.c_str(), checks / seconds,
                    ticks / seconds);
        if (checks < 0.8 * services * servers * seconds)
            return false;
        row.add(who == "ours" ? lab::EngineKind::Twinhelm : lab::EngineKind::Keepalived, ticks * 10'000 / checks);
    }
    return !row.ours.empty() && row.ours.size() == row.theirs.size();
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && std::strcmp(argv[1], "serve") == 0)
        return serve();
    const int rounds = bench::roundsFrom(argc, argv, 2);
    if (const auto missing = lab::UmlKernel::missing(); !missing.empty()) {
        std::fprintf(stderr, "%s\n", missing.c_str());
        return 2;
    }
    char name[] = "/tmp/thlab-checks-bench-XXXXXX";
    const fs::path folder = ::mkdtemp(name);
    lab::writeWholeFile(folder / "checks.conf", configuration());
    const auto script = fs::path(TWINHELM_SOURCE_DIR) / "tests/bench/checks_in_uml.sh";
    const bool ended = lab::UmlKernel::run(folder, script,
                                           {{"ROUNDS", std::to_string(rounds)},
                                            {"SETTLING", std::to_string(settling)},
                                            {"SECONDS_EACH", std::to_string(seconds)}},
                                           lab::Millis(120000 * rounds));
    bench::Row row{"800 TCP checks a second: one check", "us", {}, {}, highestRatio};
    const bool whole = readCosts(folder / "cost", row) && ended;
    if (!whole)
        std::fprintf(stderr, "not all checks were made; see %s\n", folder.c_str());
    else
        fs::remove_all(folder);
    return whole && bench::print(row) ? 0 : 1;
}
