#include "common/config/validate/rules/rules.h"

// 443 speaks TLS and 80 does not, nearly everywhere.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    using Kind = model::Check::Kind;
    constexpr std::uint16_t http = 80;
    constexpr std::uint16_t https = 443;
    for (const auto &service : config.virtualServers) {
        for (const auto &server : service.realServers) {
            for (const auto &one : server.checks) {
                const auto port = one.connection->port.given ? *one.connection->port
                                  : server.port.given        ? *server.port
                                                             : *service.port;
                if (one.kind == Kind::Http && port == https) {
                    report(diagnostics, k0280TlsMisfit, Severity::Warning, one.range,
                           "HTTP_GET does not speak TLS, which port 443 expects; SSL_GET does.");
                } else if (one.kind == Kind::Ssl && port == http) {
                    report(diagnostics, k0280TlsMisfit, Severity::Warning, one.range,
                           "SSL_GET speaks TLS, which port 80 does not expect; HTTP_GET does not.");
                }
            }
        }
    }
}

} // namespace

const Rule k0280TlsMisfit{{"K0280", "HTTP_GET on port 443, or SSL_GET on port 80",
                           "The check fails although the server works, and the server gets no connections.",
                           "Use SSL_GET for port 443 and HTTP_GET for port 80.",
                           "    real_server 10.0.0.8 443 {\n"
                           "        HTTP_GET {\n"
                           "#       ^^^^^^^^\n"
                           "            url {\n"
                           "                path /\n"
                           "            }\n"
                           "        }\n"
                           "    }\n",
                           "    real_server 10.0.0.8 443 {\n"
                           "        SSL_GET {\n"
                           "            url {\n"
                           "                path /\n"
                           "            }\n"
                           "        }\n"
                           "    }\n",
                           Place::Service},
                          check,
                          Scope::Block};

} // namespace twinhelm::config::rules
