#pragma once

#include <functional>
#include <mutex>
#include <optional>

#include <QObject>

#include "gui/core/ssh/prompter.h"

namespace twinhelm::desk
{

class Interrupt;

/// Carries questions from a thread that connects to the prompter's thread and waits for the answer. The time limit
/// of the connection stands still meanwhile; cancelling it answers "no".
class Questions
{
public:
    /// Questions are asked on `context`'s thread. Both must live until detach().
    Questions(Prompter *prompter, QObject *context, Interrupt &interrupt);

    std::optional<Secret> password(const PasswordQuestion &question);
    std::optional<Secret> passphrase(const PassphraseQuestion &question);
    bool acceptUnknownHost(const UnknownHostKey &key);
    void tellHostKeyChanged(const ChangedHostKey &key);

    /// From now on nobody is there: every question is answered with "no".
    void detach();

private:
    bool post(std::function<void(Prompter &)> ask);

    std::mutex mutex_;
    Prompter *prompter_;
    QObject *context_;
    Interrupt &interrupt_;
};

} // namespace twinhelm::desk
