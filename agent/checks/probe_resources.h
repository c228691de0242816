#pragma once

#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>

#include "agent/checks/probe_runner.h"
#include "agent/checks/tls_client.h"
#include "agent/notify/script_runner.h"
#include "common/health/pattern.h"

namespace twinhelm::checks
{

/// What the probes of a runner share and would be dear to make for each run: TLS contexts, compiled patterns, users.
/// Threading: the io_context's thread.
class ProbeResources
{
public:
    ProbeResources(boost::asio::io_context &io, const ProbeContext &context);

    [[nodiscard]] bool verifiesPeers() const { return context_.verifyPeers; }
    /// A context made once, or why there is none.
    [[nodiscard]] const Result<TlsContext> &tls(bool verifies);
    [[nodiscard]] tl::expected<std::shared_ptr<const health::Pattern>, health::PatternError>
    pattern(const health::Regex &regex);
    [[nodiscard]] Result<agent::ChildProcess> startScript(const health::Command &command, int output);
    /// An id that an attacker off the path cannot guess (DNS, ICMP).
    [[nodiscard]] std::uint16_t randomId();

private:
    ProbeContext context_;
    agent::ScriptRunner scripts_;
    std::optional<Result<TlsContext>> plain_;
    std::optional<Result<TlsContext>> verifying_;
    std::map<std::string, std::shared_ptr<const health::Pattern>> patterns_;
    std::random_device random_;
};

} // namespace twinhelm::checks
