#include "common/config/validate/rules/rules.h"

// Alerts are sent to notification_email; without it keepalived sends nothing and says nothing.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    if (!config.global.mail.recipients.empty())
        return;
    const auto checkAlert = [&](const model::Value<bool> &alert) {
        if (alert.given && *alert) {
            report(diagnostics, k0247NobodyToMail, Severity::Warning, alert.range,
                   "Nobody gets these mails: global_defs has no notification_email.");
        }
    };
    const auto &mail = config.global.mail;
    for (const auto *alert : {&mail.alert, &mail.alertVrrp, &mail.alertChecker})
        checkAlert(*alert);
    for (const auto &instance : config.instances)
        checkAlert(instance.notify.smtpAlert);
    for (const auto &group : config.syncGroups)
        checkAlert(group.notify.smtpAlert);
}

} // namespace

const Rule k0247NobodyToMail{{"K0247", "Mail alerts without an address",
                              "A failover was to be told by mail, but there is nobody to tell.",
                              "Add notification_email with an address to global_defs.",
                              "    smtp_alert\n"
                              "#   ^^^^^^^^^^\n",
                              "    smtp_alert\n"
                              "    notification_email {\n"
                              "        ops@example.org\n"
                              "    }\n"
                              "    smtp_server 127.0.0.1\n",
                              Place::Global},
                             check};

} // namespace twinhelm::config::rules
