#pragma once

#include <memory>

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace twinhelm::tests
{

struct SshdOptions {
    QStringList config; ///< further lines of sshd_config; the first line of a keyword wins
    QString hostKeyType = QStringLiteral("ed25519");
    QString password; ///< for the current user; needs root, sshd then sees its own /etc/shadow
    bool pam = false; ///< keyboard-interactive through PAM; needs root
    quint16 port = 0; ///< 0: a free one
};

/// A real OpenSSH server on 127.0.0.1 with its own keys and files in a temporary folder. It runs in a mount namespace
/// of its own when the test is root (sshd then wants /run/sshd), and ends with this object, sessions included.
class TestSshd
{
public:
    explicit TestSshd(const SshdOptions &options = {});
    ~TestSshd();

    /// Empty when it listens; else why not, for QSKIP or QVERIFY2.
    [[nodiscard]] QString problem() const { return problem_; }
    [[nodiscard]] quint16 port() const { return port_; }
    [[nodiscard]] QString folder() const { return folder_.path(); }
    [[nodiscard]] QString hostKeyFile() const { return folder() + QStringLiteral("/host_key"); }
    /// The public host key as known_hosts line for this server.
    [[nodiscard]] QByteArray knownHostsLine() const;
    /// SHA256:..., as ssh-keygen -l prints it.
    [[nodiscard]] QString fingerprint() const;
    /// Lets this public key file in.
    void authorize(const QString &publicKeyFile);
    /// Kills every connected session with SIGKILL, as a dying node would; the server itself goes on.
    int cutSessions();

    /// The program is installed.
    static bool available();

private:
    void writeConfig(const SshdOptions &options);
    void start(const SshdOptions &options);

    QTemporaryDir folder_;
    QProcess process_;
    quint16 port_ = 0;
    QString problem_;
};

/// ssh-keygen: makes FILE and FILE.pub.
bool makeKey(const QString &file, const QString &type = QStringLiteral("ed25519"), const QString &passphrase = {});

/// A program that must end well within ten seconds; its standard output.
QByteArray outputOf(const QString &program, const QStringList &arguments, const QStringList &environment = {});

} // namespace twinhelm::tests
