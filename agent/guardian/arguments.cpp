#include "agent/guardian/arguments.h"

namespace twinhelm::agent
{

namespace
{

std::vector<std::string> commonArguments(const AgentOptions &options)
{
    std::vector<std::string> out{"twinhelmd",        "--config-id", options.nodeId,  "--runtime-dir",
                                 options.runtimeDir, "--state-dir", options.stateDir};
    if (options.foreground)
        out.emplace_back("--foreground");
    if (options.listen.empty()) {
        out.emplace_back("--no-listen");
    } else {
        out.emplace_back("--listen");
        out.push_back(options.listen);
    }
    return out;
}

} // namespace

std::vector<std::string> roleArguments(const AgentOptions &options, const std::string &role)
{
    auto out = commonArguments(options);
    out.insert(out.end(), {"--role", role});
    return out;
}

std::vector<std::string> successorArguments(const AgentOptions &options, int succession)
{
    auto out = commonArguments(options);
    out.insert(out.end(), {"--config", options.configPath, "--succession", std::to_string(succession)});
    return out;
}

} // namespace twinhelm::agent
