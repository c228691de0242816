#pragma once

#include "agent/process/configuration_message.h"
#include "common/vrrp/settings.h"
#include "common/wire/messages.h"

namespace twinhelm::agent
{

/// What the guardian keeps of a configuration: its syntax tree would be megabytes for as long as it runs.
struct Digest {
    bool unusable = false; ///< there is nothing in it that could be run
    bool notByUs = false;  ///< this version must not run without something that stands in it
    bool checks = false;   ///< there is work for the checker
    vrrp::ProcessTreatment process;
    wire::CheckReport report;
};

[[nodiscard]] Digest digest(const ConfigurationBytes &bytes);

} // namespace twinhelm::agent
