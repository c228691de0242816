#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace twinhelm::lab
{

using Millis = std::chrono::milliseconds;

/// A process as /proc tells it apart from a later one with the same number.
struct ProcessId {
    pid_t pid = -1;
    unsigned long long startTime = 0; ///< field 22 of /proc/PID/stat

    static std::optional<ProcessId> of(pid_t pid);
    [[nodiscard]] bool alive() const; ///< neither gone nor a zombie
    friend bool operator==(const ProcessId &, const ProcessId &) = default;
};

/// A child whose end somebody has to collect. Shared by its Process and its Node: the kernel frees a host only when
/// the ends of all its processes are collected.
struct Child {
    pid_t pid = -1;
    std::optional<int> exitCode; ///< 128 + N: ended by signal N

    /// Collects the end if it has come; true: it has.
    bool reap();
};

/// A child process of this one, started by Node::start(). Ended with its whole tree when it goes out of scope.
/// Threading: one owner. Errors: none; a process that is gone answers so.
class Process
{
public:
    Process() = default;
    Process(std::shared_ptr<Child> child, std::filesystem::path log);
    ~Process();
    Process(Process &&other) noexcept = default;
    Process &operator=(Process &&other) noexcept;

    [[nodiscard]] pid_t pid() const { return child_ ? child_->pid : -1; } ///< as seen from outside; -1: none
    [[nodiscard]] bool running() const { return child_ && !child_->reap(); }
    void signal(int number);
    /// The exit code (128 + N when signal N ended it); nothing: still running after `timeout`.
    std::optional<int> wait(Millis timeout);
    /// SIGKILL for the process and all its descendants, as one: the tree is stopped first so that nobody can
    /// react to a relative's death. Returns the number of processes ended.
    std::size_t killTree();
    /// This process and all its descendants.
    [[nodiscard]] std::vector<pid_t> tree() const;
    /// Standard output and error so far.
    [[nodiscard]] std::string output() const;

private:
    std::shared_ptr<Child> child_;
    std::filesystem::path log_;
};

/// Name of the program a process runs (/proc/PID/comm); empty when it is gone.
std::string processName(pid_t pid);
std::string readWholeFile(const std::filesystem::path &path);
void writeWholeFile(const std::filesystem::path &path, std::string_view text);
/// Tries `condition` every 2 ms until it holds; false: it never did within `timeout`.
template<typename Condition>
bool eventually(Condition condition, Millis timeout)
{
    const auto end = std::chrono::steady_clock::now() + timeout;
    while (!condition()) {
        if (std::chrono::steady_clock::now() >= end)
            return condition();
        std::this_thread::sleep_for(Millis(2));
    }
    return true;
}

} // namespace twinhelm::lab
