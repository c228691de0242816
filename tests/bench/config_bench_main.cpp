// Reading a large configuration, twinhelm and keepalived side by side in one run: medians and their ratio.
// Usage: config_bench [ROUNDS]   (keepalived must be installed); ends with 0 when every bar holds
//
// The file is that of a large director: 100,000 real servers in 1,000 virtual servers, 606,001 lines, 8.6 MB. Each
// measurement is a process of its own, so that time and memory are counted alike for both.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/config/load.h"
#include "common/config/session/session.h"
#include "common/config/syntax/syntax_tree.h"

using namespace twinhelm;

namespace
{

using Clock = std::chrono::steady_clock;

struct Cost {
    double milliseconds = 0;
    double megabytes = 0; ///< largest resident set
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

Cost medianOf(const std::vector<Cost> &costs)
{
    std::vector<double> times;
    std::vector<double> sizes;
    for (const auto &cost : costs) {
        times.push_back(cost.milliseconds);
        sizes.push_back(cost.megabytes);
    }
    return {median(times), median(sizes)};
}

std::string largeConfiguration(int virtualServers)
{
    std::string text = "global_defs { router_id bench }\n";
    for (int service = 0; service < virtualServers; ++service) {
        const auto second = std::to_string(service / 250 % 250);
        const auto third = std::to_string(service % 250);
        text += "virtual_server 10." + second + '.' + third + ".1 80 {\n";
        text += "\tlvs_sched rr\n\tlvs_method NAT\n\tprotocol TCP\n\tdelay_loop 10\n";
        for (int server = 1; server <= 100; ++server) {
            text += "\treal_server 10.1" + second + '.' + third + '.' + std::to_string(server) + " 8080 {\n";
            text += "\t\tweight 1\n\t\tTCP_CHECK {\n\t\t\tconnect_timeout 3\n\t\t}\n\t}\n";
        }
        text += "}\n";
    }
    return text;
}

std::string writeFile(const char *name, const std::string &text)
{
    const auto path = (std::filesystem::temp_directory_path() / name).string();
    std::ofstream(path, std::ios::binary) << text;
    return path;
}

/// Runs a program to its end with nothing on its outputs.
Cost costOf(const std::vector<std::string> &command)
{
    std::vector<char *> arguments;
    for (const auto &word : command)
        arguments.push_back(const_cast<char *>(word.c_str()));
    arguments.push_back(nullptr);
    const auto begin = Clock::now();
    const pid_t child = fork();
    if (child == 0) {
        const int null = open("/dev/null", O_RDWR);
        for (const int descriptor : {0, 1, 2})
            dup2(null, descriptor);
        execvp(arguments.front(), arguments.data());
        _exit(127);
    }
    int status = 0;
    rusage usage{};
    if (child < 0 || wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) || WEXITSTATUS(status) == 127) {
        std::fprintf(stderr, "cannot run %s\n", command.front().c_str());
        std::exit(2);
    }
    const std::chrono::duration<double, std::milli> wall = Clock::now() - begin;
    return {wall.count(), static_cast<double>(usage.ru_maxrss) / 1024};
}

/// What the bench runs itself as, to measure one load from outside.
int loadOnce(const char *path)
{
    const auto node = config::loadFile(path, "bench");
    return node && !hasErrors(node->diagnostics) ? 0 : 1;
}

/// Prints the bar beside its figure, and remembers that one did not hold.
class Bars
{
public:
    const char *verdict(double value, double most)
    {
        const bool held = value <= most;
        allHeld_ = allHeld_ && held;
        return held ? "holds" : "MISSED";
    }
    [[nodiscard]] bool allHeld() const { return allHeld_; }

private:
    bool allHeld_ = true;
};

void compareLoads(const char *self, const std::string &path, int rounds, Bars &bars)
{
    std::vector<Cost> ours;
    std::vector<Cost> theirs;
    for (int round = 0; round < rounds; ++round) {
        ours.push_back(costOf({self, "--load", path}));
        theirs.push_back(costOf({"keepalived", "-t", "-f", path}));
    }
    const auto our = medianOf(ours);
    const auto their = medianOf(theirs);
    const double wall = our.milliseconds / their.milliseconds;
    std::printf("load, wall    twinhelm %7.1f ms   keepalived %7.1f ms   ratio %.3f   (at most 0.300: %s)\n",
                our.milliseconds, their.milliseconds, wall, bars.verdict(wall, 0.3));
    const double memory = our.megabytes / their.megabytes;
    std::printf("load, memory  twinhelm %7.1f MB   keepalived %7.1f MB   ratio %.3f   (at most 1.000: %s)\n",
                our.megabytes, their.megabytes, memory, bars.verdict(memory, 1));
}

void compareSizes(const char *self, const std::string &path, const std::string &tenfold, int rounds, Bars &bars)
{
    std::vector<Cost> once;
    std::vector<Cost> ten;
    for (int round = 0; round < rounds; ++round) {
        once.push_back(costOf({self, "--load", path}));
        ten.push_back(costOf({self, "--load", tenfold}));
    }
    const double growth = medianOf(ten).milliseconds / medianOf(once).milliseconds;
    std::printf("10 x the file %22.1f ms   %32s   growth %.2f  (at most 11: %s)\n", medianOf(ten).milliseconds, "",
                growth, bars.verdict(growth, 11));
}

/// A person changes a weight in the middle of the file, there and back.
void measureEdits(const std::string &text, int rounds, Bars &bars)
{
    config::ExpandOptions options;
    options.nodeId = "bench";
    config::Session session(text, options);
    std::vector<double> times;
    for (int round = 0; round < rounds * 4; ++round) {
        const auto &now = session.text();
        const auto place = now.size() * static_cast<std::size_t>(round / 2 % 4 + 1) / 6;
        const auto at = static_cast<std::uint32_t>(now.find("weight ", place) + 7);
        const auto begin = Clock::now();
        session.apply({{{0, at, at + 1}, round % 2 == 0 ? "x" : "1"}});
        const bool wrong = hasErrors(session.diagnostics());
        times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
        if (wrong != (round % 2 == 0)) {
            std::fprintf(stderr, "the edit was not seen\n");
            std::exit(1);
        }
    }
    std::printf("one edit      twinhelm %7.2f ms   worst %12.2f ms                   (at most 20: %s)\n", median(times),
                *std::max_element(times.begin(), times.end()), bars.verdict(median(times), 20));
}

void measureSyntax(const std::string &text, int rounds)
{
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        auto copy = text;
        const auto begin = Clock::now();
        const auto tree = config::parse(std::move(copy));
        times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
    }
    std::printf("syntax tree   twinhelm %7.1f ms\n", median(times));
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 3 && std::strcmp(argv[1], "--load") == 0)
        return loadOnce(argv[2]);
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 5;
    if (rounds < 1) {
        std::fprintf(stderr, "usage: config_bench [ROUNDS]\n");
        return 2;
    }
    const auto self = std::filesystem::read_symlink("/proc/self/exe").string();
    const auto text = largeConfiguration(1000);
    const auto path = writeFile("twinhelm-bench.conf", text);
    const auto tenfold = writeFile("twinhelm-bench-10.conf", largeConfiguration(10000));
    std::printf("%zu lines, %.1f MB; medians of %d rounds\n",
                static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')),
                static_cast<double>(text.size()) / 1e6, rounds);
    Bars bars;
    compareLoads(self.c_str(), path, rounds, bars);
    compareSizes(self.c_str(), path, tenfold, rounds, bars);
    measureEdits(text, rounds, bars);
    measureSyntax(text, rounds);
    std::filesystem::remove(path);
    std::filesystem::remove(tenfold);
    return bars.allHeld() ? 0 : 1;
}
