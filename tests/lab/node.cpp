#include "tests/lab/node.h"

#include <fcntl.h>
#include <linux/close_range.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <exception>
#include <sstream>
#include <stdexcept>
#include <system_error>
#include <thread>

#include "tests/lab/holder.h"

namespace fs = std::filesystem;

namespace twinhelm::lab
{

namespace
{

[[noreturn]] void throwErrno(const std::string &what)
{
    throw std::system_error(errno, std::generic_category(), what);
}

std::vector<char *> pointers(std::vector<std::string> &texts)
{
    std::vector<char *> all;
    for (auto &text : texts)
        all.push_back(text.data());
    all.push_back(nullptr);
    return all;
}

std::vector<std::string> environmentWith(const Node::Environment &changes)
{
    std::vector<std::string> all;
    for (char **entry = environ; *entry != nullptr; ++entry) {
        const std::string text = *entry;
        if (!changes.contains(text.substr(0, text.find('='))))
            all.push_back(text);
    }
    for (const auto &[name, value] : changes)
        all.push_back(name + "=" + value);
    return all;
}

/// A file in memory that takes a program's output or gives its input.
class MemoryFile
{
public:
    MemoryFile() : fd_(memfd_create("lab", MFD_CLOEXEC))
    {
        if (fd_ < 0)
            throwErrno("memfd");
    }
    ~MemoryFile() { close(fd_); }
    MemoryFile(const MemoryFile &) = delete;
    MemoryFile &operator=(const MemoryFile &) = delete;
    [[nodiscard]] int fd() const { return fd_; }
    void put(const std::string &text) const
    {
        if (pwrite(fd_, text.data(), text.size(), 0) != static_cast<ssize_t>(text.size()))
            throwErrno("input for a program");
    }
    [[nodiscard]] std::string text() const
    {
        struct stat info = {};
        fstat(fd_, &info);
        std::string all(static_cast<std::size_t>(info.st_size), '\0');
        all.resize(static_cast<std::size_t>(std::max<ssize_t>(0, pread(fd_, all.data(), all.size(), 0))));
        return all;
    }

private:
    int fd_;
};

/// Children forked by this thread are born in the node's process namespace while this lives.
class BornInside
{
public:
    explicit BornInside(int pidfd) : own_(open("/proc/self/ns/pid", O_RDONLY | O_CLOEXEC))
    {
        if (own_ < 0 || setns(pidfd, CLONE_NEWPID) != 0)
            throwErrno("process namespace");
    }
    ~BornInside()
    {
        setns(own_, CLONE_NEWPID);
        close(own_);
    }
    BornInside(const BornInside &) = delete;
    BornInside &operator=(const BornInside &) = delete;

private:
    int own_;
};

} // namespace

Node::Node(std::string name, Isolation isolation, fs::path folder)
    : name_(std::move(name)), isolation_(isolation), folder_(std::move(folder))
{
    fs::create_directories(folder_);
    const auto holder = startHolder(name_, isolation_, folder_);
    guardian_ = holder.guardian;
    holder_ = holder.pid;
    lifeline_ = holder.lifeline;
    pidfd_ = static_cast<int>(syscall(SYS_pidfd_open, holder_, 0));
}

Node::~Node()
{
    for (const auto &weak : children_) {
        if (const auto child = weak.lock(); child && !child->reap())
            Process(child, {}).killTree();
    }
    close(lifeline_);
    close(pidfd_);
    waitpid(guardian_, nullptr, 0);
}

std::shared_ptr<Child> Node::spawn(const std::vector<std::string> &argv, int input, int output, bool everything,
                                   const Environment &environment)
{
    auto arguments = argv;
    auto variables = environmentWith(environment);
    const auto argumentPointers = pointers(arguments);
    const auto variablePointers = pointers(variables);
    const bool inside = everything && isolation_ != Isolation::NetworkOnly;
    const auto launch = [&]() -> pid_t {
        const auto pid = fork();
        if (pid != 0)
            return pid;
        // Only calls that are safe after fork in a program with threads from here on.
        if (setns(pidfd_, inside ? CLONE_NEWNET | CLONE_NEWNS | CLONE_NEWUTS : CLONE_NEWNET) != 0)
            _exit(126);
        setsid();
        dup2(input, 0);
        dup2(output, 1);
        dup2(output, 2);
        close_range(3, ~0U, 0);
        sigset_t none;
        sigemptyset(&none);
        sigprocmask(SIG_SETMASK, &none, nullptr);
        signal(SIGPIPE, SIG_DFL);
        execvpe(argumentPointers[0], argumentPointers.data(), variablePointers.data());
        dprintf(2, "%s: cannot be started (errno %d)\n", argumentPointers[0], errno);
        _exit(127);
    };
    pid_t pid = -1;
    if (inside) {
        const BornInside born(pidfd_);
        pid = launch();
    } else {
        pid = launch();
    }
    if (pid < 0)
        throwErrno("fork");
    auto child = std::make_shared<Child>(Child{pid, std::nullopt});
    std::erase_if(children_, [](const auto &weak) { return weak.expired(); });
    children_.push_back(child);
    return child;
}

Process Node::start(const std::vector<std::string> &argv, const std::string &log, const Environment &environment)
{
    const auto path = folder_ / (log + ".log");
    const int output = open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    const int input = open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (output < 0)
        throwErrno("log " + path.string());
    auto child = spawn(argv, input, output, true, environment);
    close(output);
    close(input);
    return {std::move(child), path};
}

Outcome Node::runIn(bool everything, const std::vector<std::string> &argv, const std::string &input, Millis timeout)
{
    const MemoryFile in;
    const MemoryFile out;
    in.put(input);
    Process process(spawn(argv, in.fd(), out.fd(), everything, {}), {});
    const auto exitCode = process.wait(timeout);
    if (!exitCode)
        process.killTree();
    return {exitCode.value_or(124), out.text()};
}

Outcome Node::run(const std::vector<std::string> &argv, const std::string &input, Millis timeout)
{
    return runIn(true, argv, input, timeout);
}

Outcome Node::runNetworkOnly(const std::vector<std::string> &argv, const std::string &input)
{
    return runIn(false, argv, input, Millis(10000));
}

std::string Node::must(const std::vector<std::string> &argv, const std::string &input)
{
    auto outcome = runIn(isolation_ != Isolation::NetworkOnly, argv, input, Millis(10000));
    if (outcome.exitCode != 0)
        throw std::runtime_error(name_ + ": " + argv.front() + " ends with " + std::to_string(outcome.exitCode) + ": " +
                                 outcome.output);
    return std::move(outcome.output);
}

void Node::enterNetwork() const
{
    if (setns(pidfd_, CLONE_NEWNET) != 0)
        throwErrno("network of " + name_);
}

void Node::inNetwork(const std::function<void()> &work) const
{
    std::exception_ptr thrown;
    std::thread inside([&] {
        try {
            enterNetwork();
            work();
        } catch (...) {
            thrown = std::current_exception();
        }
    });
    inside.join();
    if (thrown)
        std::rethrow_exception(thrown);
}

fs::path Node::outside(const std::string &path) const
{
    return "/proc/" + std::to_string(holder_) + "/root" + path;
}

void Node::writeFile(const std::string &path, std::string_view text, int mode) const
{
    const auto file = outside(path);
    fs::create_directories(file.parent_path());
    writeWholeFile(file, text);
    chmod(file.c_str(), static_cast<mode_t>(mode));
}

std::string Node::readFile(const std::string &path) const
{
    return readWholeFile(outside(path));
}

std::vector<std::string> Node::addresses()
{
    // One line each: "2: eth0    inet 10.0.0.5/24 brd ..."
    std::istringstream lines(must({"ip", "-o", "addr", "show"}));
    std::vector<std::string> all;
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string index;
        std::string interface;
        std::string family;
        std::string address;
        if (words >> index >> interface >> family >> address && interface != "lo")
            all.push_back(address);
    }
    return all;
}

bool Node::holds(const std::string &address)
{
    const auto all = addresses();
    return std::any_of(all.begin(), all.end(),
                       [&](const auto &one) { return one.substr(0, one.find('/')) == address; });
}

bool Node::releases(const std::string &address, Millis within)
{
    return eventually([&] { return !holds(address); }, within);
}

std::vector<pid_t> Node::processes() const
{
    std::vector<pid_t> inside;
    std::error_code ignored;
    const auto own = fs::read_symlink("/proc/" + std::to_string(holder_) + "/ns/net", ignored);
    for (const auto &entry : fs::directory_iterator("/proc")) {
        const auto name = entry.path().filename().string();
        if (name.find_first_not_of("0123456789") != std::string::npos)
            continue;
        const auto pid = static_cast<pid_t>(std::stol(name));
        if (pid != holder_ && pid != guardian_ && fs::read_symlink(entry.path() / "ns/net", ignored) == own &&
            !own.empty())
            inside.push_back(pid);
    }
    return inside;
}

std::string Node::logs() const
{
    std::string all;
    for (const auto &entry : fs::directory_iterator(folder_)) {
        if (entry.path().extension() == ".log")
            all += "---- " + name_ + " " + entry.path().filename().string() + "\n" + readWholeFile(entry.path());
    }
    return all;
}

} // namespace twinhelm::lab
