#include <map>
#include <utility>

#include "common/config/validate/rules/rules.h"

// keepalived removes the second one of the same address and port.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &service : config.virtualServers) {
        std::map<std::pair<IpAddress, std::uint16_t>, SourceRange> seen;
        for (const auto &server : service.realServers) {
            const auto port = server.port.given ? *server.port : *service.port;
            const auto [first, fresh] = seen.try_emplace({*server.address, port}, server.range);
            if (fresh)
                continue;
            auto &one = report(diagnostics, k0266RealServerTwice, Severity::Error, server.range,
                               "This real server is there already; keepalived removes the second one.");
            one.notes.push_back({first->second, "It stands here first."});
        }
    }
}

} // namespace

const Rule k0266RealServerTwice{{"K0266", "The same real server twice",
                                 "The second block is removed, with its weight and its checks.",
                                 "Remove one of them, or correct the address.",
                                 "    real_server 10.0.0.7 80 {\n"
                                 "#   ^^^^^^^^^^^^^^^^^^^^^^^\n"
                                 "        TCP_CHECK {\n"
                                 "        }\n"
                                 "    }\n",
                                 "    real_server 10.0.0.8 80 {\n"
                                 "        TCP_CHECK {\n"
                                 "        }\n"
                                 "    }\n",
                                 Place::Service},
                                check,
                                Scope::Block};

} // namespace twinhelm::config::rules
