#include "tests/lab/process.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace fs = std::filesystem;

namespace twinhelm::lab
{

namespace
{

struct Stat {
    char state = '?';
    pid_t parent = 0;
    unsigned long long startTime = 0;
};

std::optional<Stat> statOf(pid_t pid)
{
    const auto line = readWholeFile("/proc/" + std::to_string(pid) + "/stat");
    // The name in parentheses may itself contain blanks and parentheses.
    const auto close = line.rfind(')');
    if (close == std::string::npos)
        return std::nullopt;
    std::istringstream fields(line.substr(close + 1));
    Stat stat;
    fields >> stat.state >> stat.parent;
    std::string skipped;
    for (int field = 5; field < 22; ++field)
        fields >> skipped;
    fields >> stat.startTime;
    return fields ? std::optional(stat) : std::nullopt;
}

bool isEnded(char state)
{
    return state == 'Z' || state == 'X';
}

std::multimap<pid_t, pid_t> livingByParent()
{
    std::multimap<pid_t, pid_t> children;
    for (const auto &entry : fs::directory_iterator("/proc")) {
        const auto name = entry.path().filename().string();
        if (name.find_first_not_of("0123456789") != std::string::npos)
            continue;
        const auto pid = static_cast<pid_t>(std::stol(name));
        if (const auto stat = statOf(pid); stat && !isEnded(stat->state))
            children.emplace(stat->parent, pid);
    }
    return children;
}

} // namespace

std::optional<ProcessId> ProcessId::of(pid_t pid)
{
    const auto stat = statOf(pid);
    return stat ? std::optional(ProcessId{pid, stat->startTime}) : std::nullopt;
}

bool ProcessId::alive() const
{
    const auto stat = statOf(pid);
    return stat && stat->startTime == startTime && !isEnded(stat->state);
}

bool Child::reap()
{
    if (exitCode)
        return true;
    int status = 0;
    if (waitpid(pid, &status, WNOHANG) != pid)
        return false;
    exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return true;
}

Process::Process(std::shared_ptr<Child> child, fs::path log) : child_(std::move(child)), log_(std::move(log)) {}

Process::~Process()
{
    killTree();
}

Process &Process::operator=(Process &&other) noexcept
{
    if (this != &other) {
        killTree();
        child_ = std::move(other.child_);
        log_ = std::move(other.log_);
    }
    return *this;
}

void Process::signal(int number)
{
    if (running())
        kill(pid(), number);
}

std::optional<int> Process::wait(Millis timeout)
{
    if (!child_ || !eventually([&] { return child_->reap(); }, timeout))
        return std::nullopt;
    return child_->exitCode;
}

std::vector<pid_t> Process::tree() const
{
    if (!running())
        return {};
    std::vector<pid_t> all{pid()};
    const auto children = livingByParent();
    for (std::size_t next = 0; next < all.size(); ++next) {
        const auto [begin, end] = children.equal_range(all[next]);
        for (auto it = begin; it != end; ++it)
            all.push_back(it->second);
    }
    return all;
}

std::size_t Process::killTree()
{
    std::set<pid_t> stopped;
    for (bool grew = true; grew;) {
        grew = false;
        for (const auto pid : tree()) {
            if (stopped.insert(pid).second) {
                kill(pid, SIGSTOP);
                grew = true;
            }
        }
    }
    for (const auto pid : stopped)
        kill(pid, SIGKILL);
    if (!stopped.empty())
        wait(Millis(5000));
    return stopped.size();
}

std::string Process::output() const
{
    return readWholeFile(log_);
}

std::string processName(pid_t pid)
{
    auto name = readWholeFile("/proc/" + std::to_string(pid) + "/comm");
    if (!name.empty() && name.back() == '\n')
        name.pop_back();
    return name;
}

std::string readWholeFile(const fs::path &path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    if (file)
        text << file.rdbuf();
    return text.str();
}

void writeWholeFile(const fs::path &path, std::string_view text)
{
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    if (!file.flush())
        throw std::runtime_error("cannot write " + path.string());
}

} // namespace twinhelm::lab
