#include "tests/lab/engine.h"

#include <csignal>
#include <cstdlib>

namespace twinhelm::lab
{

namespace
{

std::vector<std::string> commandLine(EngineKind kind, const EngineOptions &options)
{
    if (kind == EngineKind::Keepalived) {
        std::vector<std::string> argv{"keepalived", "-n", "-l", "-P", "-f", options.configPath};
        if (options.detail)
            argv.emplace_back("-D");
        if (!options.configId.empty())
            argv.insert(argv.end(), {"-i", options.configId});
        return argv;
    }
    std::vector<std::string> argv{ownProgram("twinhelmd"), "--foreground",     "--config",    options.configPath,
                                  "--runtime-dir",         options.runtimeDir, "--state-dir", options.stateDir};
    if (!options.configId.empty())
        argv.insert(argv.end(), {"--config-id", options.configId});
    if (options.listen.empty())
        argv.emplace_back("--no-listen");
    else
        argv.insert(argv.end(), {"--listen", options.listen});
    return argv;
}

} // namespace

std::string engineName(EngineKind kind)
{
    return kind == EngineKind::Twinhelm ? "twinhelmd" : "keepalived";
}

std::string ownProgram(const std::string &name)
{
    const auto *folder = std::getenv("TWINHELM_BIN_DIR");
    return std::string(folder != nullptr ? folder : TWINHELM_BIN_DIR) + "/" + name;
}

Engine::Engine(Node &node, EngineKind kind, const std::string &config, EngineOptions options)
    : node_(&node), options_(std::move(options))
{
    writeConfig(config);
    process_ = node.start(commandLine(kind, options_), options_.log.empty() ? engineName(kind) : options_.log,
                          options_.environment);
}

std::optional<int> Engine::stop()
{
    process_.signal(SIGTERM);
    return process_.wait(Millis(10000));
}

Outcome Engine::ctl(std::vector<std::string> arguments) const
{
    std::vector<std::string> argv{ownProgram("twinhelmctl"), "--socket", apiSocket()};
    argv.insert(argv.end(), arguments.begin(), arguments.end());
    return node_->run(argv);
}

} // namespace twinhelm::lab
