#pragma once

#include <csignal>
#include <optional>
#include <string>

#include "tests/lab/node.h"

namespace twinhelm::lab
{

enum class EngineKind { Twinhelm, Keepalived };

[[nodiscard]] std::string engineName(EngineKind kind);

struct EngineOptions {
    std::string configPath = "/etc/keepalived/keepalived.conf";
    std::string runtimeDir = "/run/twinhelm";
    std::string stateDir = "/var/lib/twinhelm";
    std::string configId = {};
    std::string listen = {}; ///< HOST:PORT of the API; empty: --no-listen (the Unix socket is always there)
    std::string log = {};    ///< name of the log; empty: the engine's name
    Node::Environment environment = {};
    bool detail = true; ///< keepalived logs each packet (-D), which takes it longer than to send it
};

/// A VRRP engine running in a host: ours, from TWINHELM_BIN_DIR, or Debian's keepalived.
/// Ends with its whole process tree when it goes out of scope.
class Engine
{
public:
    Engine(Node &node, EngineKind kind, const std::string &config, EngineOptions options = {});

    /// SIGTERM, then waits for the end. The exit code; nothing: it did not end within 10 s.
    std::optional<int> stop();
    void killTree() { process_.killTree(); }
    void reload() { process_.signal(SIGHUP); }
    void writeConfig(const std::string &text) const { node_->writeFile(options_.configPath, text); }

    [[nodiscard]] Node &node() const { return *node_; }
    Process &process() { return process_; }
    [[nodiscard]] std::string log() const { return process_.output(); }
    /// The API's Unix socket, inside the host.
    [[nodiscard]] std::string apiSocket() const { return options_.runtimeDir + "/api.sock"; }
    /// Runs twinhelmctl inside the host against this engine.
    Outcome ctl(std::vector<std::string> arguments) const;

private:
    Node *node_;
    EngineOptions options_;
    Process process_;
};

/// Where our own programs are: the environment's TWINHELM_BIN_DIR, else the build tree.
std::string ownProgram(const std::string &name);

} // namespace twinhelm::lab
