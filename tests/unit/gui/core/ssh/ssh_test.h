#pragma once

#include <optional>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "gui/core/ssh/prompter.h"
#include "gui/core/ssh/ssh_error.h"
#include "gui/core/ssh/ssh_session.h"
#include "tests/support/test_sshd.h"

namespace twinhelm::tests
{

/// A person who answers at once, and remembers what was asked.
class ScriptedPrompter : public desk::Prompter
{
public:
    void askPassword(const desk::PasswordQuestion &question, TextAnswer answer) override
    {
        asked << QStringLiteral("password %1 %2").arg(question.user).arg(question.attempt);
        answer(next(passwords));
    }
    void askPassphrase(const desk::PassphraseQuestion &question, TextAnswer answer) override
    {
        asked << QStringLiteral("passphrase %1").arg(question.attempt);
        answer(next(passphrases));
    }
    void confirmUnknownHost(const desk::UnknownHostKey &key, YesNoAnswer answer) override
    {
        asked << QStringLiteral("unknown %1").arg(key.fingerprint);
        unknown = key;
        if (keepWaiting)
            pending = answer;
        else
            answer(acceptUnknown);
    }
    void hostKeyChanged(const desk::ChangedHostKey &key) override
    {
        asked << QStringLiteral("changed");
        changed = key;
    }

    QStringList passwords;
    QStringList passphrases;
    bool acceptUnknown = false;
    bool keepWaiting = false;
    YesNoAnswer pending;
    QStringList asked;
    std::optional<desk::UnknownHostKey> unknown;
    std::optional<desk::ChangedHostKey> changed;

private:
    static std::optional<Secret> next(QStringList &from)
    {
        if (from.isEmpty())
            return {};
        return Secret(from.takeFirst().toStdString());
    }
};

/// A desk with its own ~/.ssh, so that the tester's keys and known hosts play no part.
struct Desk {
    QTemporaryDir home;
    ScriptedPrompter person;

    [[nodiscard]] QString file(const char *name) const { return home.filePath(QLatin1String(name)); }
    void write(const char *name, const QByteArray &text) const
    {
        QFile out(file(name));
        if (out.open(QIODevice::WriteOnly))
            out.write(text);
    }
    [[nodiscard]] QByteArray read(const char *name) const
    {
        QFile in(file(name));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    /// The server as a target: its key is known, no agent.
    [[nodiscard]] desk::SshTarget target(const TestSshd &sshd) const
    {
        desk::SshTarget target;
        target.host = QStringLiteral("127.0.0.1");
        target.port = sshd.port();
        target.user = QString::fromLocal8Bit(outputOf(QStringLiteral("id"), {QStringLiteral("-un")})).trimmed();
        target.agentSocket = QStringLiteral("none");
        target.sshDir = home.path();
        return target;
    }
    void know(const TestSshd &sshd) const
    {
        QFile out(file("known_hosts"));
        if (out.open(QIODevice::Append))
            out.write(sshd.knownHostsLine());
    }
    /// A key pair NAME that the server lets in.
    void makeAuthorizedKey(TestSshd &sshd, const char *name, const QString &passphrase = {}) const
    {
        makeKey(file(name), QStringLiteral("ed25519"), passphrase);
        sshd.authorize(file(name) + QStringLiteral(".pub"));
    }
};

inline QString codeOf(const Error &error)
{
    return QString::fromStdString(error.code);
}

/// Starts an asynchronous call and lets the event loop run until its answer is there.
template<typename T, typename Start>
Result<T> finish(Start start, int milliseconds = 15'000)
{
    std::optional<Result<T>> answer;
    start([&answer](Result<T> result) { answer = std::move(result); });
    static_cast<void>(QTest::qWaitFor([&answer] { return answer.has_value(); }, milliseconds));
    return answer ? *answer : Result<T>(fail("test", "no answer in time"));
}

inline Result<void> open(desk::SshSession &session)
{
    return finish<void>([&](auto done) { session.open(done); });
}

inline Result<desk::CommandResult> run(desk::SshSession &session, const QString &command, const QByteArray &input = {})
{
    return finish<desk::CommandResult>([&](auto done) { session.run(command, input, done); });
}

} // namespace twinhelm::tests

/// The sentences of the error, when there is one.
#define VERIFY_OK(...)                                                                                                 \
    do {                                                                                                               \
        const auto &verified = (__VA_ARGS__);                                                                          \
        QVERIFY2(verified.has_value(), verified ? "" : verified.error().what.c_str());                                 \
    } while (false)
#define REQUIRE_SSHD(sshd)                                                                                             \
    if (!(sshd).problem().isEmpty())                                                                                   \
    QSKIP(qPrintable((sshd).problem()))
