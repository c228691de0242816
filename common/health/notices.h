#pragma once

#include <string>

#include "common/health/settings.h"

/// What keepalived writes into pipes and mails about real and virtual servers.
namespace twinhelm::health
{

/// RS [10.0.0.2]:tcp:80 [10.0.0.3]:tcp:80 UP
[[nodiscard]] std::string serverLine(const std::string &server, const std::string &service, bool up);
/// VS [10.0.0.3]:tcp:80 DOWN
[[nodiscard]] std::string serviceLine(const std::string &service, bool up);

struct Mail {
    std::string subject;
    std::string body;
    friend bool operator==(const Mail &, const Mail &) = default;
};

/// A probe's verdict; the subject tells the server's.
[[nodiscard]] Mail probeMail(const std::string &server, const std::string &service, const Probe &probe, bool passed,
                             bool up, const std::string &why);
enum class Farewell : std::uint8_t { Removing, ShuttingDown };
[[nodiscard]] Mail farewellMail(const std::string &server, const std::string &service, Farewell farewell);

struct QuorumTelling {
    bool up = false;
    bool atStart = false;
    bool stopping = false;
    std::uint32_t quorum = 1;
    std::uint32_t hysteresis = 0;
    std::uint64_t liveWeight = 0;
};
[[nodiscard]] Mail quorumMail(const std::string &service, const QuorumTelling &telling);

} // namespace twinhelm::health
