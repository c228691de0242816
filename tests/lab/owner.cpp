#include "tests/lab/owner.h"

#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <fstream>

#include "tests/lab/process.h"

namespace fs = std::filesystem;

namespace twinhelm::lab
{

namespace
{

constexpr auto prefix = "thlab-";
constexpr auto processList = "processes";

void endRecordedProcesses(const fs::path &folder)
{
    std::ifstream list(folder / processList);
    ProcessId id;
    while (list >> id.pid >> id.startTime) {
        if (id.alive())
            kill(id.pid, SIGKILL);
    }
}

} // namespace

fs::path makeLabFolder()
{
    static std::atomic<int> counter{0};
    const auto self = ProcessId::of(getpid()).value();
    auto folder = fs::temp_directory_path() / (prefix + std::to_string(self.pid) + "-" +
                                               std::to_string(self.startTime) + "-" + std::to_string(++counter));
    fs::create_directory(folder);
    return folder;
}

std::size_t sweepDeadLabs()
{
    std::size_t swept = 0;
    for (const auto &entry : fs::directory_iterator(fs::temp_directory_path())) {
        ProcessId owner;
        int number = 0;
        const auto name = entry.path().filename().string();
        if (std::sscanf(name.c_str(), "thlab-%d-%llu-%d", &owner.pid, &owner.startTime, &number) != 3 || owner.alive())
            continue;
        endRecordedProcesses(entry.path());
        std::error_code alreadySwept; // another lab may sweep the same folder now
        if (fs::remove_all(entry.path(), alreadySwept) > 0)
            ++swept;
    }
    return swept;
}

void recordProcess(const fs::path &labFolder, int pid)
{
    if (const auto id = ProcessId::of(pid))
        std::ofstream(labFolder / processList, std::ios::app) << id->pid << ' ' << id->startTime << '\n';
}

} // namespace twinhelm::lab
