#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "tests/lab/process.h"

namespace twinhelm::lab
{

struct Outcome {
    int exitCode = -1;  ///< 128 + N: ended by signal N; 124: did not end in time
    std::string output; ///< standard output and error
};

enum class Isolation {
    NetworkOnly, ///< a bare network namespace: the switch
    Host,        ///< network, processes, files and host name of its own: a balancer, a web server
    Desk,        ///< as Host, but with the real /run, so that a display can be reached
};

/// One host of the lab: a process that only waits and holds the namespaces. It ends when the lab's process
/// ends, however that happens, and the kernel then ends every process in the host and frees the network:
/// nothing needs to be swept but the folder of logs.
///
/// Files: a Host sees the machine's own files, but /etc, /run, /var/lib, /var/log and / take new files that nobody
/// else sees, and /etc/keepalived, /etc/twinhelm, /etc/ssh, /etc/nginx/conf.d and /var/lib/twinhelm begin empty.
/// /tmp, /home, /root and the build tree are shared with the machine.
/// Errors: std::runtime_error with one line for a person.
class Node
{
public:
    Node(std::string name, Isolation isolation, std::filesystem::path folder);
    ~Node();
    Node(const Node &) = delete;
    Node &operator=(const Node &) = delete;

    [[nodiscard]] const std::string &name() const { return name_; }
    /// The holding process, as seen from outside: `nsenter -t PID -a` is a shell in this host.
    [[nodiscard]] pid_t holder() const { return holder_; }
    [[nodiscard]] const std::filesystem::path &folder() const { return folder_; }

    using Environment = std::map<std::string, std::string>;
    /// Starts a program inside; output goes to <folder>/<log>.log.
    [[nodiscard]] Process start(const std::vector<std::string> &argv, const std::string &log,
                                const Environment &environment = {});
    /// Runs a program inside to its end.
    Outcome run(const std::vector<std::string> &argv, const std::string &input = {}, Millis timeout = Millis(10000));
    /// As run(), but only the network is the node's; processes and files are the machine's.
    Outcome runNetworkOnly(const std::vector<std::string> &argv, const std::string &input = {});
    /// run() that throws unless the exit code is 0.
    std::string must(const std::vector<std::string> &argv, const std::string &input = {});

    /// Calls `work` on a thread of its own inside the node's network and waits for it. Exceptions come through.
    void inNetwork(const std::function<void()> &work) const;
    /// Moves the calling thread into the node's network, for good.
    void enterNetwork() const;

    /// Where a file of the node is, seen from outside.
    [[nodiscard]] std::filesystem::path outside(const std::string &path) const;
    /// Writes a file of the node (folders are made).
    void writeFile(const std::string &path, std::string_view text, int mode = 0644) const;
    [[nodiscard]] std::string readFile(const std::string &path) const;

    /// "10.0.0.3/32" ... of every interface but lo.
    [[nodiscard]] std::vector<std::string> addresses();
    [[nodiscard]] bool holds(const std::string &address);
    /// Waits until the address is gone. The new master may answer the client before the old one has read its first
    /// advertisement, so "not held" cannot be asked at the moment the client sees the change.
    [[nodiscard]] bool releases(const std::string &address, Millis within = Millis(1000));
    /// Every process inside except the holder.
    [[nodiscard]] std::vector<pid_t> processes() const;
    /// Every log of the node, with headings.
    [[nodiscard]] std::string logs() const;

private:
    std::shared_ptr<Child> spawn(const std::vector<std::string> &argv, int input, int output, bool everything,
                                 const Environment &environment);
    Outcome runIn(bool everything, const std::vector<std::string> &argv, const std::string &input, Millis timeout);

    std::string name_;
    Isolation isolation_;
    std::filesystem::path folder_;
    pid_t guardian_ = -1; ///< our child, parent of the holder
    pid_t holder_ = -1;
    int lifeline_ = -1; ///< the holder ends when this is closed
    int pidfd_ = -1;
    std::vector<std::weak_ptr<Child>> children_;
};

} // namespace twinhelm::lab
