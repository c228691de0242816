#pragma once

#include "common/config/model/node_config.h"
#include "common/vrrp/settings.h"

namespace twinhelm::config
{

[[nodiscard]] vrrp::Command lowerCommand(const model::Command &command);

/// What is told of one instance or sync group, by script, pipe and mail.
[[nodiscard]] vrrp::NotifyCommands lowerNotify(const model::Notify &notify, const model::GlobalDefs &global);

/// notify_fifo and vrrp_notify_fifo; the same path twice is one.
[[nodiscard]] std::vector<vrrp::FifoSettings> lowerFifos(const model::GlobalDefs &global);

/// What the checker writes into: notify_fifo, whose reader the VRRP engine starts, and lvs_notify_fifo.
[[nodiscard]] std::vector<vrrp::FifoSettings> lowerCheckerFifos(const model::GlobalDefs &global);

/// No recipients unless there is a server to take mails.
[[nodiscard]] vrrp::MailSettings lowerMail(const model::MailSettings &mail);

} // namespace twinhelm::config
