#include "agent/linux/child_process.h"

#include <cerrno>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "agent/linux/system_error.h"

namespace twinhelm::agent
{

namespace
{

/// Everything the child needs, made before vfork: afterwards it must not allocate.
struct Plan {
    const char *program;
    std::vector<char *> argv;
    std::vector<char *> environment;
    const SpawnRequest *request;
    pid_t parent;
    int error = 0;
};

/// Raw system calls: the C library's setuid would try to change the parent's threads, whose memory we share.
bool takeIdentity(const Identity &identity)
{
    return ::syscall(SYS_setgroups, identity.supplementary.size(), identity.supplementary.data()) == 0 &&
           ::syscall(SYS_setresgid, identity.group, identity.group, identity.group) == 0 &&
           ::syscall(SYS_setresuid, identity.user, identity.user, identity.user) == 0;
}

void defaultSignals()
{
    struct sigaction standard = {};
    standard.sa_handler = SIG_DFL;
    for (int number = 1; number < NSIG; ++number)
        ::sigaction(number, &standard, nullptr);
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

bool arrangeDescriptors(const SpawnRequest &request)
{
    if (request.quiet) {
        const int null = ::open("/dev/null", O_RDWR);
        for (int fd = 0; fd < 3; ++fd)
            ::dup2(null, fd);
    }
    if (request.output >= 0 && (::dup2(request.output, 1) < 0 || ::dup2(request.output, 2) < 0))
        return false;
    unsigned firstClosed = 3;
    if (request.inherited >= 0) {
        if (request.inherited == ChildProcess::inheritedFd)
            ::fcntl(request.inherited, F_SETFD, 0);
        else if (::dup2(request.inherited, ChildProcess::inheritedFd) < 0)
            return false;
        firstClosed = 4;
    }
    return ::close_range(firstClosed, ~0U, 0) == 0;
}

/// Runs in the child, in the parent's memory.
[[noreturn]] void becomeProgram(Plan &plan)
{
    const SpawnRequest &request = *plan.request;
    defaultSignals();
    if (request.ownGroup)
        ::setpgid(0, 0);
    if (!arrangeDescriptors(request) || (request.identity && !takeIdentity(*request.identity))) {
        plan.error = errno;
        ::_exit(127);
    }
    if (request.diesWithParent) {
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
        // It may have gone before the line above.
        if (::getppid() != plan.parent)
            ::_exit(127);
    }
    ::execve(plan.program, plan.argv.data(), plan.environment.data());
    plan.error = errno;
    ::_exit(127);
}

[[gnu::noinline]] pid_t startProgram(Plan &plan)
{
    const pid_t pid = ::vfork();
    if (pid == 0)
        becomeProgram(plan);
    return pid;
}

} // namespace

std::string ExitStatus::toString() const
{
    if (signal != 0)
        return "killed by signal " + std::to_string(signal) + " (" + ::strsignal(signal) + ")";
    return "exited with " + std::to_string(code);
}

Result<ChildProcess> ChildProcess::spawn(const SpawnRequest &request)
{
    const auto refused = [&](int error) {
        return fail("A0340",
                    "cannot run " + (request.argv.empty() ? "nothing" : request.argv[0]) + ": " + errorText(error),
                    "look whether the file exists, is executable, and its interpreter is installed");
    };
    if (request.argv.empty())
        return refused(ENOENT);
    Plan plan{};
    plan.program = request.program.empty() ? request.argv[0].c_str() : request.program.c_str();
    plan.request = &request;
    plan.parent = ::getpid();
    for (const auto &argument : request.argv)
        plan.argv.push_back(const_cast<char *>(argument.c_str()));
    plan.argv.push_back(nullptr);
    for (char **one = environ; *one != nullptr; ++one) {
        if (!request.withoutLoaderWords || std::strncmp(*one, "LD_", 3) != 0)
            plan.environment.push_back(*one);
    }
    plan.environment.push_back(nullptr);

    // No handler of ours may run in the child, where it would work on our memory.
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    const pid_t pid = startProgram(plan);
    const int forkError = errno;
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    if (pid < 0)
        return refused(forkError);
    if (plan.error != 0) {
        ::waitpid(pid, nullptr, 0);
        return refused(plan.error);
    }
    FileDescriptor pidFd(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
    if (!pidFd.valid()) {
        const int error = errno;
        ::kill(pid, SIGKILL);
        ::waitpid(pid, nullptr, 0);
        return refused(error);
    }
    return ChildProcess(pid, std::move(pidFd));
}

Result<ChildProcess> ChildProcess::takeUp(pid_t pid)
{
    // Ours, running or not yet reaped: without this another process might have the number by now.
    siginfo_t ended = {};
    const bool ours = pid > 0 && ::waitid(P_PID, static_cast<id_t>(pid), &ended, WEXITED | WNOHANG | WNOWAIT) == 0;
    FileDescriptor pidFd(ours ? static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)) : -1);
    if (!pidFd.valid())
        return fail("A0340", "process " + std::to_string(pid) + " is no child of ours: " + errorText(errno),
                    "it is started anew");
    return ChildProcess(pid, std::move(pidFd));
}

std::optional<ExitStatus> ChildProcess::reap()
{
    int status = 0;
    if (pid_ < 0 || ::waitpid(pid_, &status, WNOHANG) != pid_)
        return std::nullopt;
    pid_ = -1;
    ExitStatus out;
    if (WIFSIGNALED(status))
        out.signal = WTERMSIG(status);
    else
        out.code = WEXITSTATUS(status);
    return out;
}

std::optional<ExitStatus> ChildProcess::wait(int milliseconds)
{
    pollfd ended{pidFd_.get(), POLLIN, 0};
    while (::poll(&ended, 1, milliseconds) < 0 && errno == EINTR) {
    }
    return reap();
}

void ChildProcess::signal(int number) const
{
    if (pid_ > 0)
        ::kill(pid_, number);
}

void ChildProcess::signalGroup(int number) const
{
    if (pid_ > 0)
        ::kill(-pid_, number);
}

} // namespace twinhelm::agent
