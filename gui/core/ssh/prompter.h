#pragma once

#include <functional>
#include <optional>

#include <QString>

#include "common/base/secret.h"

namespace twinhelm::desk
{

struct PasswordQuestion {
    QString host;
    QString user;
    QString prompt;    ///< the server's words ("Password:", "Verification code:")
    bool echo = false; ///< the answer may be shown while typed
    int attempt = 1;   ///< from 2 on the previous answer was wrong
};

struct PassphraseQuestion {
    QString host;
    QString keyFile;
    int attempt = 1;
};

/// A key nobody on this desk has seen for this host.
struct UnknownHostKey {
    QString host;        ///< as known_hosts writes it: lb01 or [lb01]:2222
    QString keyType;     ///< ssh-ed25519
    QString fingerprint; ///< SHA256:..., as ssh-keygen -l prints it
    QString knownHostsFile;
};

/// A key that is not the one recorded. There is no "yes" to this: `mend` is the command that forgets the old key.
struct ChangedHostKey {
    QString host;
    QString keyType;
    QString fingerprint;
    QString knownHostsFile;
    QString mend; ///< ssh-keygen -R lb01
};

/// The person in front of the desk, as the SSH code sees them. Widgets draw dialogs, tests answer at once.
/// Threading: every question is asked on the prompter's own thread (the one given to SshSession); the answer may be
/// given later, from any thread, exactly once. An answer function that is dropped unanswered counts as "no", and
/// so does a cancelled connection: its later answer is ignored.
class Prompter
{
public:
    using TextAnswer = std::function<void(std::optional<Secret>)>; ///< nullopt: the person gave up
    using YesNoAnswer = std::function<void(bool)>;

    virtual ~Prompter() = default;
    virtual void askPassword(const PasswordQuestion &question, TextAnswer answer) = 0;
    virtual void askPassphrase(const PassphraseQuestion &question, TextAnswer answer) = 0;
    /// "yes" writes the key into known_hosts.
    virtual void confirmUnknownHost(const UnknownHostKey &key, YesNoAnswer answer) = 0;
    /// Tells; the connection has already been refused.
    virtual void hostKeyChanged(const ChangedHostKey &key) = 0;
};

} // namespace twinhelm::desk
