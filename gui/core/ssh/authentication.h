#pragma once

#include <functional>

#include <QString>
#include <QStringList>

#include <libssh/libssh.h>

#include "common/base/result.h"
#include "gui/core/ssh/ssh_options.h"

namespace twinhelm::desk
{

class Interrupt;
class Questions;

/// Logs in on a connection whose host key was verified: agent, identity files, keyboard-interactive or password.
/// A passphrase is asked only for a key that is encrypted and that the server would take; three wrong answers end it.
class Authentication
{
public:
    Authentication(ssh_session session, const ResolvedTarget &target, Questions &questions, Interrupt &interrupt);

    /// `useAgent` false skips the agent.
    Result<void> logIn(bool useAgent);

private:
    enum class Outcome { In, Next, GaveUp, Lost };

    int ask(const std::function<int()> &call);
    Outcome agent();
    Outcome keys();
    Outcome key(const QString &file);
    Outcome interactive();
    Outcome answerPrompts(int attempt, bool &asked);
    Outcome password();
    Outcome judge(int code, const QString &method, const QString &refusal);
    [[nodiscard]] bool offered(unsigned method) const;
    [[nodiscard]] tl::unexpected<Error> refusal(Outcome outcome) const;

    ssh_session session_;
    const ResolvedTarget &target_;
    Questions &questions_;
    Interrupt &interrupt_;
    QString host_;
    QString user_;
    QStringList tried_; ///< for the person: what was offered to the server, and why it did not do
};

} // namespace twinhelm::desk
