#include "common/vrrp/notify.h"

namespace twinhelm::vrrp
{

namespace
{

/// What the words and texts of keepalived are for one change.
struct Telling {
    const std::optional<Command> *own = nullptr;
    std::string_view word;
    const char *mailSubject = "";
    const char *instanceBody = "";
    const char *groupBody = "";
};

Telling tellingOf(const NotifyCommands &commands, State state, bool removed)
{
    constexpr const char *lost = "=> VRRP Instance is no longer owning VRRP VIPs <=";
    if (removed && commands.onDeleted)
        return {&commands.onDeleted, "DELETED", "Deleted", "=> VRRP Deleted at reload <=", ""};
    switch (removed ? State::Fault : state) {
    case State::Backup:
        return {&commands.toBackup, "BACKUP", "Entering BACKUP state", lost,
                "=> All VRRP group instances are now in BACKUP state <="};
    case State::Master:
        return {&commands.toMaster, "MASTER", "Entering MASTER state", "=> VRRP Instance is now owning VRRP VIPs <=",
                "=> All VRRP group instances are now in MASTER state <="};
    case State::Fault:
        return {&commands.toFault, "FAULT", "Entering FAULT state", lost,
                "=> All VRRP group instances are now in FAULT state <="};
    case State::Stopped:
        return {&commands.onStop, "STOP", "Stopping",
                "=> VRRP Instance stopping <=", "=> All VRRP group instances are now stopping <="};
    case State::Init: break;
    }
    return {};
}

} // namespace

std::string fifoLine(const NotifySubject &subject, std::string_view word)
{
    return (subject.group ? "GROUP \"" : "INSTANCE \"") + subject.name + "\" " + std::string(word) + ' ' +
           std::to_string(subject.priority) + '\n';
}

void Notifier::entered(const NotifyCommands &commands, const NotifySubject &subject, State state, bool removed,
                       NodeActions &out)
{
    const auto telling = tellingOf(commands, state, removed);
    if (!telling.own)
        return;
    if (*telling.own)
        out.push_back(RunNotify{subject.name, **telling.own, subject.group});
    if (commands.any) {
        Command command = *commands.any;
        command.argv.insert(command.argv.end(), {subject.group ? "GROUP" : "INSTANCE", subject.name,
                                                 std::string(telling.word), std::to_string(subject.priority)});
        out.push_back(RunNotify{subject.name, std::move(command), subject.group});
    }
    if (commands.fifo)
        out.push_back(WriteFifo{fifoLine(subject, telling.word), subject.group});
    const State told = removed ? State::Fault : state;
    const bool wanted = commands.mail && (commands.mailFaults || told != State::Fault);
    if (wanted && mailed_ != told) {
        mailed_ = told;
        out.push_back(
            SendMail{(subject.group ? "VRRP Group " : "VRRP Instance ") + subject.name + " - " + telling.mailSubject,
                     subject.group ? telling.groupBody : telling.instanceBody, subject.group});
    }
}

void notifyLowerPriority(const NotifyCommands &commands, const std::string &instance, int priority, NodeActions &out)
{
    if (commands.lowerPriorityHeard)
        out.push_back(RunNotify{instance, *commands.lowerPriorityHeard});
    if (commands.fifo)
        out.push_back(WriteFifo{fifoLine({instance, priority}, "MASTER_RX_LOWER_PRI")});
}

void notifyPriority(const NotifyCommands &commands, const std::string &instance, State state, int priority,
                    NodeActions &out)
{
    if (commands.fifo && commands.priorityChanges && (state == State::Master || state == State::Backup))
        out.push_back(
            WriteFifo{fifoLine({instance, priority}, state == State::Master ? "MASTER_PRIORITY" : "BACKUP_PRIORITY")});
}

} // namespace twinhelm::vrrp
