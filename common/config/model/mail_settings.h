#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "common/base/time.h"
#include "common/config/model/value.h"

namespace twinhelm::config::model
{

/// E-mail alerts, in global_defs.
struct MailSettings {
    Value<std::string> from;
    std::vector<Value<std::string>> recipients;
    Value<std::string> server; ///< host name or address
    Value<std::uint16_t> port{25};
    Value<std::string> heloName;
    Value<Duration> connectTimeout{std::chrono::seconds(30)};
    Value<bool> alert; ///< smtp_alert: for everything that does not say itself
    Value<bool> alertVrrp;
    Value<bool> alertChecker;
    Value<bool> noFaults;       ///< no_email_faults
    Value<bool> noCheckerMails; ///< no_checker_emails
};

} // namespace twinhelm::config::model
