#include "tests/lab/uml_kernel.h"

#include <csignal>
#include <vector>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/lab/engine.h"

namespace twinhelm::lab
{

namespace fs = std::filesystem;

namespace
{

constexpr auto program = "/usr/bin/linux.uml";
constexpr auto modules = "/usr/lib/uml/modules";

std::string quoted(const std::string &text)
{
    return '\'' + text + '\'';
}

/// The program's arguments leave no room for an environment, so the first program in it is a script that sets it.
fs::path writeInit(const fs::path &folder, const fs::path &script,
                   const std::map<std::string, std::string> &environment)
{
    const auto daemon = ownProgram("twinhelmd");
    auto text = "#!/bin/bash\nexport FOLDER=" + quoted(folder.string()) +
                " BIN=" + quoted(daemon.substr(0, daemon.rfind('/'))) + '\n';
    for (const auto &[name, value] : environment)
        text += "export " + name + '=' + quoted(value) + '\n';
    text += "exec /bin/bash " + quoted(script.string()) + '\n';
    const auto init = folder / "init";
    writeWholeFile(init, text);
    fs::permissions(init, fs::perms::owner_all);
    return init;
}

[[noreturn]] void becomeKernel(const fs::path &folder, const fs::path &init, const std::string &memory)
{
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    const int null = ::open("/dev/null", O_RDONLY);
    const int console = ::open((folder / "console.log").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
    ::dup2(null, 0);
    ::dup2(console, 1);
    ::dup2(console, 2);
    const auto first = "init=" + init.string();
    const auto size = "mem=" + memory;
    ::execl(program, program, "rootfstype=hostfs", "rootflags=/", "ro", first.c_str(), size.c_str(), "con0=fd:0,fd:1",
            "con=none", "quiet", nullptr);
    ::_exit(127);
}

bool ended(pid_t kernel, Millis patience)
{
    return eventually([&] { return ::waitpid(kernel, nullptr, WNOHANG) == kernel; }, patience);
}

} // namespace

std::string UmlKernel::missing()
{
    if (!fs::exists(program))
        return "there is no linux.uml (package user-mode-linux)";
    std::error_code error;
    if (!fs::exists(modules) || fs::is_empty(modules, error))
        return std::string("there are no modules in ") + modules + " (package user-mode-linux)";
    return {};
}

bool UmlKernel::run(const fs::path &folder, const fs::path &script,
                    const std::map<std::string, std::string> &environment, Millis patience, const std::string &memory)
{
    const auto init = writeInit(folder, script, environment);
    const pid_t kernel = ::fork();
    if (kernel == 0)
        becomeKernel(folder, init, memory);
    if (kernel < 0)
        return false;
    if (ended(kernel, patience))
        return true;
    // The kernel's threads are processes of their own: its first one takes them along when it is asked to end.
    ::kill(kernel, SIGTERM);
    if (!ended(kernel, Millis(5000))) {
        ::kill(kernel, SIGKILL);
        ::waitpid(kernel, nullptr, 0);
    }
    return false;
}

} // namespace twinhelm::lab
