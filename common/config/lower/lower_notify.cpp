#include "common/config/lower/lower_notify.h"

#include <algorithm>
#include <initializer_list>

namespace twinhelm::config
{

namespace
{

std::optional<vrrp::Command> lowerCommand(const model::Value<model::Command> &command)
{
    return command.given ? std::optional(config::lowerCommand(*command)) : std::nullopt;
}

/// A block's own smtp_alert, else smtp_alert_vrrp, else the global smtp_alert.
bool wantsMail(const model::Notify &notify, const model::MailSettings &mail)
{
    if (mail.recipients.empty() || !mail.server.given)
        return false;
    for (const auto *value : {&notify.smtpAlert, &mail.alertVrrp, &mail.alert}) {
        if (value->given)
            return **value;
    }
    return false;
}

} // namespace

vrrp::Command lowerCommand(const model::Command &command)
{
    return {command.argv, *command.user, *command.group};
}

vrrp::NotifyCommands lowerNotify(const model::Notify &notify, const model::GlobalDefs &global)
{
    vrrp::NotifyCommands out;
    out.toBackup = lowerCommand(notify.backup);
    out.toMaster = lowerCommand(notify.master);
    out.toFault = lowerCommand(notify.fault);
    out.onStop = lowerCommand(notify.stop);
    out.onDeleted = lowerCommand(notify.deleted);
    out.any = lowerCommand(notify.any);
    out.lowerPriorityHeard = lowerCommand(notify.masterHearsLowerPriority);
    out.fifo = global.fifo.path.given || global.vrrpFifo.path.given;
    out.priorityChanges = notify.priorityChanges.given ? *notify.priorityChanges : *global.notifyPriorityChanges;
    out.mail = wantsMail(notify, global.mail);
    out.mailFaults = !*global.mail.noFaults;
    return out;
}

namespace
{

/// Each path once.
std::vector<vrrp::FifoSettings> lowerEach(std::initializer_list<const model::Fifo *> fifos)
{
    std::vector<vrrp::FifoSettings> out;
    for (const auto *fifo : fifos) {
        const bool again = std::ranges::any_of(out, [&](const auto &one) { return one.path == *fifo->path; });
        if (!fifo->path.given || again)
            continue;
        out.push_back({*fifo->path, *fifo->user, *fifo->group, lowerCommand(fifo->script)});
    }
    return out;
}

} // namespace

std::vector<vrrp::FifoSettings> lowerFifos(const model::GlobalDefs &global)
{
    return lowerEach({&global.fifo, &global.vrrpFifo});
}

std::vector<vrrp::FifoSettings> lowerCheckerFifos(const model::GlobalDefs &global)
{
    auto out = lowerEach({&global.fifo, &global.lvsFifo});
    for (auto &one : out) {
        if (global.fifo.path.given && one.path == *global.fifo.path)
            one.reader.reset();
    }
    return out;
}

vrrp::MailSettings lowerMail(const model::MailSettings &mail)
{
    vrrp::MailSettings out;
    if (!mail.server.given)
        return out;
    out.from = *mail.from;
    for (const auto &one : mail.recipients)
        out.recipients.push_back(*one);
    out.server = *mail.server;
    out.port = *mail.port;
    out.heloName = *mail.heloName;
    out.timeout = std::max<Duration>(*mail.connectTimeout, std::chrono::seconds(1));
    return out;
}

} // namespace twinhelm::config
