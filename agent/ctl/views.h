#pragma once

#include <string>

#include "agent/store/certificate.h"
#include "common/wire/messages.h"

/// What the commands print for people. Pure; ages are counted from the message's own `now`.
namespace twinhelm::ctl
{

[[nodiscard]] std::string statusText(const wire::NodeState &state);
/// One line: time, severity, kind, subject, sentence.
[[nodiscard]] std::string eventLine(const wire::Event &event);
/// Findings as compilers write them, then a verdict.
[[nodiscard]] std::string reportText(const wire::CheckReport &report, const std::string &verdict);
[[nodiscard]] std::string certificateText(const store::CertificateFacts &facts, WallMillis now);
[[nodiscard]] std::string certificateJson(const store::CertificateFacts &facts);

} // namespace twinhelm::ctl
