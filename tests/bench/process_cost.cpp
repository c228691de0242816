#include "tests/bench/process_cost.h"

#include <filesystem>
#include <sstream>
#include <string>

#include "tests/lab/process.h"

namespace fs = std::filesystem;

namespace twinhelm::bench
{

std::chrono::nanoseconds processorTime(const std::vector<pid_t> &processes)
{
    std::chrono::nanoseconds sum{};
    for (const auto pid : processes) {
        std::error_code gone;
        for (const auto &task : fs::directory_iterator("/proc/" + std::to_string(pid) + "/task", gone)) {
            std::istringstream text(lab::readWholeFile(task.path() / "schedstat"));
            std::int64_t ran = 0;
            if (text >> ran)
                sum += std::chrono::nanoseconds(ran);
        }
    }
    return sum;
}

double memory(const std::vector<pid_t> &processes)
{
    double sum = 0;
    for (const auto pid : processes) {
        std::istringstream lines(lab::readWholeFile("/proc/" + std::to_string(pid) + "/smaps_rollup"));
        for (std::string line; std::getline(lines, line);) {
            if (line.starts_with("Pss:"))
                sum += std::stod(line.substr(4)) * 1024;
        }
    }
    return sum;
}

} // namespace twinhelm::bench
