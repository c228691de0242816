#include "tests/lab/holder.h"

#include <fcntl.h>
#include <linux/close_range.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>
#include <system_error>

#include "tests/lab/node.h"

namespace twinhelm::lab
{

namespace
{

void check(int result, const char *what)
{
    if (result < 0)
        throw std::system_error(errno, std::generic_category(), what);
}

/// Copies of other nodes' lifelines must not live here: those nodes would outlive the lab.
void closeAllBut(int first, int second)
{
    const auto low = static_cast<unsigned>(std::min(first, second));
    const auto high = static_cast<unsigned>(std::max(first, second));
    if (low > 3)
        close_range(3, low - 1, 0);
    if (high > low + 1)
        close_range(low + 1, high - 1, 0);
    close_range(high + 1, ~0U, 0);
    const int null = open("/dev/null", O_RDWR);
    for (const int standard : {0, 1, 2})
        dup2(null, standard);
    close(null);
}

void say(int report, const std::string &text)
{
    [[maybe_unused]] const auto written = write(report, text.data(), text.size());
    close(report);
}

[[noreturn]] void hold(const std::string &name, Isolation isolation, const std::filesystem::path &folder, int lifeline,
                       int report)
{
    try {
        char self[32] = {};
        // Still the machine's /proc: tells our number outside.
        check(static_cast<int>(readlink("/proc/self", self, sizeof self - 1)), "readlink /proc/self");
        prctl(PR_SET_NAME, ("lab:" + name).c_str());
        signal(SIGCHLD, SIG_IGN); // orphans inside become ours and vanish at once
        signal(SIGINT, SIG_IGN);  // Ctrl-C is for the lab's owner
        if (isolation != Isolation::NetworkOnly) {
            check(sethostname(name.data(), name.size()), "sethostname");
            enterOwnFiles(folder / "root", isolation == Isolation::Host);
        }
        say(report, std::string(self) + " ok");
    } catch (const std::exception &error) {
        say(report, error.what());
        _exit(1);
    }
    pollfd line{lifeline, 0, 0};
    while (poll(&line, 1, -1) < 0 && errno == EINTR) {
    }
    _exit(0);
}

[[noreturn]] void guard(const std::string &name, Isolation isolation, const std::filesystem::path &folder, int lifeline,
                        int report)
{
    closeAllBut(lifeline, report);
    signal(SIGINT, SIG_IGN);
    const int flags =
        isolation == Isolation::NetworkOnly ? CLONE_NEWNET : CLONE_NEWNET | CLONE_NEWNS | CLONE_NEWUTS | CLONE_NEWPID;
    if (unshare(flags) != 0) {
        say(report, std::system_error(errno, std::generic_category(), "no namespace to be had").what());
        _exit(1);
    }
    const auto holder = fork();
    if (holder == 0)
        hold(name, isolation, folder, lifeline, report);
    close(report);
    close(lifeline);
    waitpid(holder, nullptr, 0);
    _exit(0);
}

std::string readAll(int from)
{
    std::string text;
    char buffer[512];
    for (;;) {
        const auto size = read(from, buffer, sizeof buffer);
        if (size > 0)
            text.append(buffer, static_cast<std::size_t>(size));
        else if (size == 0 || errno != EINTR)
            return text;
    }
}

} // namespace

Holder startHolder(const std::string &name, Isolation isolation, const std::filesystem::path &folder)
{
    int lifeline[2];
    int report[2];
    check(pipe2(lifeline, O_CLOEXEC), "pipe");
    check(pipe2(report, O_CLOEXEC), "pipe");
    const auto guardian = fork();
    check(guardian, "fork");
    if (guardian == 0)
        guard(name, isolation, folder, lifeline[0], report[1]);
    close(lifeline[0]);
    close(report[1]);
    const auto answer = readAll(report[0]);
    close(report[0]);
    const Holder holder{guardian, static_cast<pid_t>(std::atol(answer.c_str())), lifeline[1]};
    if (!answer.ends_with(" ok")) {
        close(lifeline[1]);
        waitpid(guardian, nullptr, 0);
        throw std::runtime_error("the lab's host " + name + " cannot be made: " + answer);
    }
    return holder;
}

} // namespace twinhelm::lab
