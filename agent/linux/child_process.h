#pragma once

#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

#include "agent/linux/file_descriptor.h"
#include "agent/linux/identity.h"
#include "common/base/result.h"

namespace twinhelm::agent
{

struct SpawnRequest {
    std::string program; ///< empty: argv[0]. A path: no shell, no search along PATH
    std::vector<std::string> argv;
    std::optional<Identity> identity; ///< nothing: as the caller
    bool ownGroup = false;            ///< a process group of its own, so that its children can be reached
    bool quiet = false;               ///< standard input, output and error on /dev/null
    int output = -1;                  ///< becomes standard output and error
    bool withoutLoaderWords = false;  ///< LD_* is not passed on
    bool diesWithParent = false;      ///< SIGTERM when the calling thread ends
    int inherited = -1;               ///< becomes descriptor 3; every other one above 2 is closed
};

/// How a process ended.
struct ExitStatus {
    int code = 0; ///< when `signal` is 0
    int signal = 0;
    [[nodiscard]] bool success() const { return code == 0 && signal == 0; }
    /// "exited with 3", "killed by signal 9 (Killed)"
    [[nodiscard]] std::string toString() const;
};

/// A started program. Not waited for in the destructor: whoever drops it leaves a zombie to its parent's end.
class ChildProcess
{
public:
    static constexpr int inheritedFd = 3;

    /// vfork and exec: the caller stands still until the program is loaded, some hundred microseconds.
    /// A0340 with the reason when it cannot be executed. Signals are at their defaults in the child.
    [[nodiscard]] static Result<ChildProcess> spawn(const SpawnRequest &request);

    /// A child that an earlier program of this process has started. A0340 when there is none.
    [[nodiscard]] static Result<ChildProcess> takeUp(pid_t pid);

    [[nodiscard]] pid_t pid() const { return pid_; }
    /// Becomes readable when the process has ended.
    [[nodiscard]] int pidFd() const { return pidFd_.get(); }
    /// Nothing while it runs; afterwards the status, once.
    [[nodiscard]] std::optional<ExitStatus> reap();
    /// Blocks until it has ended. Nothing: it still runs after so many milliseconds; below 0: for however long it
    /// takes.
    [[nodiscard]] std::optional<ExitStatus> wait(int milliseconds);
    void signal(int number) const;
    /// Reaches the whole process group of a child spawned with ownGroup.
    void signalGroup(int number) const;

private:
    ChildProcess(pid_t pid, FileDescriptor pidFd) : pid_(pid), pidFd_(std::move(pidFd)) {}

    pid_t pid_ = -1;
    FileDescriptor pidFd_;
};

} // namespace twinhelm::agent
