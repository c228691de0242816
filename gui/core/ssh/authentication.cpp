#include "gui/core/ssh/authentication.h"

#include <QFile>

#include "gui/core/ssh/interrupt.h"
#include "gui/core/ssh/libssh_values.h"
#include "gui/core/ssh/questions.h"
#include "gui/core/ssh/ssh_error.h"
#include "gui/core/ssh/tcp_socket.h"

namespace twinhelm::desk
{
namespace
{

constexpr int maxAttempts = 3;

/// The public half, without a passphrase: FILE.pub, or the clear part of an OpenSSH private key.
SshKey publicKey(const QString &file)
{
    ssh_key key = nullptr;
    for (const QString &path : {file + QStringLiteral(".pub"), file}) {
        if (ssh_pki_import_pubkey_file(QFile::encodeName(path).constData(), &key) == SSH_OK)
            return SshKey(key);
    }
    return {};
}

int noteEncrypted(const char * /*prompt*/, char * /*buffer*/, size_t /*size*/, int /*echo*/, int /*verify*/, void *seen)
{
    *static_cast<bool *>(seen) = true;
    return -1;
}

struct PrivateKey {
    SshKey key;
    bool encrypted = false;
};

PrivateKey privateKey(const QString &file, const char *passphrase)
{
    PrivateKey result;
    ssh_key key = nullptr;
    if (ssh_pki_import_privkey_file(QFile::encodeName(file).constData(), passphrase, noteEncrypted, &result.encrypted,
                                    &key) == SSH_OK)
        result.key.reset(key);
    return result;
}

} // namespace

Authentication::Authentication(ssh_session session, const ResolvedTarget &target, Questions &questions,
                               Interrupt &interrupt)
    : session_(session), target_(target), questions_(questions), interrupt_(interrupt), host_(target.host),
      user_(sshOption(session, SSH_OPTIONS_USER))
{
}

Result<void> Authentication::logIn(bool useAgent)
{
    // "none" tells which methods there are; a server may even let it pass.
    auto outcome = judge(ask([this] { return ssh_userauth_none(session_, nullptr); }), {}, {});
    const std::function<Outcome()> methods[] = {
        [&] { return useAgent && offered(SSH_AUTH_METHOD_PUBLICKEY) ? agent() : Outcome::Next; },
        [&] { return offered(SSH_AUTH_METHOD_PUBLICKEY) ? keys() : Outcome::Next; },
        [&] { return offered(SSH_AUTH_METHOD_INTERACTIVE) ? interactive() : Outcome::Next; },
        [&] { return offered(SSH_AUTH_METHOD_PASSWORD) ? password() : Outcome::Next; },
    };
    for (const auto &method : methods) {
        if (outcome == Outcome::Next)
            outcome = method();
    }
    if (outcome == Outcome::In)
        return {};
    return refusal(outcome);
}

/// The blocking form of these calls does not notice a server that hangs up: it waits until the connection times out.
int Authentication::ask(const std::function<int()> &call)
{
    ssh_set_blocking(session_, 0);
    int code = call();
    while (code == SSH_AUTH_AGAIN && ssh_is_connected(session_) && interrupt_.reason() == Interrupt::Reason::None) {
        waitReadable(ssh_get_fd(session_), -1, 50);
        code = call();
    }
    ssh_set_blocking(session_, 1);
    return code;
}

bool Authentication::offered(unsigned method) const
{
    return (static_cast<unsigned>(ssh_userauth_list(session_, nullptr)) & method) != 0;
}

Authentication::Outcome Authentication::judge(int code, const QString &method, const QString &refusal)
{
    if (code == SSH_AUTH_SUCCESS)
        return Outcome::In;
    if (!ssh_is_connected(session_) || interrupt_.reason() != Interrupt::Reason::None)
        return Outcome::Lost;
    if (!method.isEmpty()) {
        // Partial: the server took this and wants another method as well.
        tried_ << Ssh::tr("%1: %2").arg(method, code == SSH_AUTH_PARTIAL ? Ssh::tr("accepted, more wanted") : refusal);
    }
    return Outcome::Next;
}

Authentication::Outcome Authentication::agent()
{
    return judge(ask([this] { return ssh_userauth_agent(session_, nullptr); }), Ssh::tr("SSH agent"),
                 Ssh::tr("none running, or no key taken"));
}

Authentication::Outcome Authentication::keys()
{
    auto outcome = Outcome::Next;
    for (const QString &file : target_.identityFiles) {
        if (outcome == Outcome::Next)
            outcome = key(file);
    }
    return outcome;
}

Authentication::Outcome Authentication::key(const QString &file)
{
    // Asked for a passphrase only when the server would take the key.
    if (const SshKey half = publicKey(file)) {
        const int code = ask([&] { return ssh_userauth_try_publickey(session_, nullptr, half.get()); });
        if (code != SSH_AUTH_SUCCESS)
            return judge(code, file, Ssh::tr("not authorized on the server"));
    }
    PrivateKey loaded = privateKey(file, nullptr);
    for (int attempt = 1; !loaded.key && loaded.encrypted && attempt <= maxAttempts; ++attempt) {
        const auto passphrase = questions_.passphrase({host_, file, attempt});
        if (!passphrase)
            return interrupt_.reason() == Interrupt::Reason::None ? Outcome::GaveUp : Outcome::Lost;
        loaded.key = privateKey(file, std::string(passphrase->reveal()).c_str()).key;
    }
    if (!loaded.key) {
        tried_ << Ssh::tr("%1: %2").arg(file,
                                        loaded.encrypted ? Ssh::tr("wrong passphrase") : Ssh::tr("not a private key"));
        return Outcome::Next;
    }
    return judge(ask([&] { return ssh_userauth_publickey(session_, nullptr, loaded.key.get()); }), file,
                 Ssh::tr("not authorized on the server"));
}

Authentication::Outcome Authentication::interactive()
{
    for (int attempt = 1; attempt <= maxAttempts; ++attempt) {
        bool asked = false;
        const auto outcome = answerPrompts(attempt, asked);
        if (outcome != Outcome::Next)
            return outcome;
        if (!asked)
            break;
    }
    tried_ << Ssh::tr("keyboard-interactive: refused");
    return Outcome::Next;
}

Authentication::Outcome Authentication::answerPrompts(int attempt, bool &asked)
{
    const auto next = [this] { return ssh_userauth_kbdint(session_, nullptr, nullptr); };
    int code = ask(next);
    while (code == SSH_AUTH_INFO) {
        const int prompts = ssh_userauth_kbdint_getnprompts(session_);
        for (int i = 0; i < prompts; ++i) {
            char echo = 0;
            const char *prompt = ssh_userauth_kbdint_getprompt(session_, static_cast<unsigned>(i), &echo);
            const auto answer =
                questions_.password({host_, user_, QString::fromUtf8(prompt).trimmed(), echo != 0, attempt});
            if (!answer)
                return interrupt_.reason() == Interrupt::Reason::None ? Outcome::GaveUp : Outcome::Lost;
            asked = true;
            const std::string text(answer->reveal());
            ssh_userauth_kbdint_setanswer(session_, static_cast<unsigned>(i), text.c_str());
        }
        code = ask(next);
    }
    return judge(code, {}, {});
}

Authentication::Outcome Authentication::password()
{
    for (int attempt = 1; attempt <= maxAttempts; ++attempt) {
        const auto answer = questions_.password({host_, user_, Ssh::tr("Password"), false, attempt});
        if (!answer)
            return interrupt_.reason() == Interrupt::Reason::None ? Outcome::GaveUp : Outcome::Lost;
        const std::string text(answer->reveal());
        const auto outcome = judge(ask([&] { return ssh_userauth_password(session_, nullptr, text.c_str()); }), {}, {});
        if (outcome != Outcome::Next)
            return outcome;
    }
    tried_ << Ssh::tr("password: wrong %1 times").arg(maxAttempts);
    return Outcome::Next;
}

tl::unexpected<Error> Authentication::refusal(Outcome outcome) const
{
    const QString who = user_.isEmpty() ? host_ : user_ + QLatin1Char('@') + host_;
    if (outcome == Outcome::GaveUp)
        return error::make(error::cancelled, Ssh::tr("Logging in as %1 was given up.").arg(who));
    if (outcome == Outcome::Lost) {
        return error::make(error::notLoggedIn,
                           Ssh::tr("%1 closed the connection during the log-in: %2")
                               .arg(who, QString::fromLocal8Bit(ssh_get_error(session_))),
                           Ssh::tr("\"Too many authentication failures\" means that the agent holds more keys than the "
                                   "server lets one try: name the right one as identity_file and in ssh_config."));
    }
    return error::make(
        error::notLoggedIn,
        Ssh::tr("%1 accepts none of what this desk can show (%2).")
            .arg(who, tried_.isEmpty() ? Ssh::tr("no common method") : tried_.join(QStringLiteral("; "))),
        Ssh::tr("Add your public key to ~/.ssh/authorized_keys of that user, load it into the agent with "
                "ssh-add, or set ssh_user and identity_file of the node in site.toml."));
}

} // namespace twinhelm::desk
