#pragma once

#include <string>

#include "agent/process/configuration_message.h"
#include "common/config/lower/lower_balancer.h"
#include "common/vrrp/settings.h"

namespace twinhelm::agent
{

/// Everything the checker takes from a configuration.
struct CheckerSettings {
    config::BalancerSettings balancer;
    std::vector<vrrp::FifoSettings> fifos;
    vrrp::MailSettings mail;
    std::string routerId;
    std::string scriptUser;
    std::string scriptGroup;
    bool scriptSecurity = false;
};

/// Reads the bytes of a configure command. A0184 when it is none. Cost: as long as reading the configuration takes;
/// not for a thread that has probes to run.
[[nodiscard]] Result<CheckerSettings> readCheckerSettings(const boost::json::value &command);

} // namespace twinhelm::agent
