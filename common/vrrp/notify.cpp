#include "common/vrrp/notify.h"

namespace twinhelm::vrrp
{

namespace
{

const std::optional<Command> *commandFor(const NotifyCommands &commands, State state)
{
    switch (state) {
    case State::Backup: return &commands.toBackup;
    case State::Master: return &commands.toMaster;
    case State::Fault: return &commands.toFault;
    case State::Stopped: return &commands.onStop;
    case State::Init: break;
    }
    return nullptr;
}

} // namespace

void notify(const NotifyCommands &commands, const NotifySubject &subject, State state, NodeActions &out)
{
    const auto *own = commandFor(commands, state);
    if (!own)
        return;
    if (*own)
        out.push_back(RunNotify{subject.name, **own});
    if (commands.any) {
        Command command = *commands.any;
        command.argv.insert(command.argv.end(), {std::string(subject.kind), subject.name, std::string(stateName(state)),
                                                 std::to_string(subject.priority)});
        out.push_back(RunNotify{subject.name, std::move(command)});
    }
}

} // namespace twinhelm::vrrp
