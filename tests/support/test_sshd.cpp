#include "tests/support/test_sshd.h"

#include <csignal>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QThread>

namespace twinhelm::tests
{
namespace
{

const QString sshdProgram = QStringLiteral("/usr/sbin/sshd");

void writeText(const QString &path, const QByteArray &text,
               QFile::Permissions mode = QFile::ReadOwner | QFile::WriteOwner)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return;
    file.setPermissions(mode);
    file.write(text);
}

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

quint16 freePort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    bind(socket, reinterpret_cast<sockaddr *>(&address), sizeof address);
    getsockname(socket, reinterpret_cast<sockaddr *>(&address), &size);
    close(socket);
    return ntohs(address.sin_port);
}

bool listens(quint16 port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(port);
    const bool ok = connect(socket, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    close(socket);
    return ok;
}

QList<pid_t> childrenOf(pid_t pid)
{
    QFile file(QStringLiteral("/proc/%1/task/%1/children").arg(pid));
    QList<pid_t> all;
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &word : file.readAll().split(' ')) {
            if (const pid_t child = word.toInt(); child > 0)
                all << child << childrenOf(child);
        }
    }
    return all;
}

} // namespace

QByteArray outputOf(const QString &program, const QStringList &arguments, const QStringList &environment)
{
    QProcess process;
    auto all = QProcessEnvironment::systemEnvironment();
    for (const QString &one : environment)
        all.insert(one.section(QLatin1Char('='), 0, 0), one.section(QLatin1Char('='), 1));
    process.setProcessEnvironment(all);
    process.start(program, arguments);
    process.closeWriteChannel();
    process.waitForFinished(10'000);
    return process.readAllStandardOutput();
}

bool makeKey(const QString &file, const QString &type, const QString &passphrase)
{
    outputOf(QStringLiteral("ssh-keygen"), {QStringLiteral("-q"), QStringLiteral("-t"), type, QStringLiteral("-N"),
                                            passphrase, QStringLiteral("-f"), file});
    return QFileInfo::exists(file);
}

bool TestSshd::available()
{
    return QFileInfo(sshdProgram).isExecutable();
}

TestSshd::TestSshd(const SshdOptions &options) : port_(options.port != 0 ? options.port : freePort())
{
    if (!available()) {
        problem_ = QStringLiteral("no /usr/sbin/sshd: install openssh-server");
        return;
    }
    if (geteuid() != 0 && !options.password.isEmpty()) {
        problem_ = QStringLiteral("a log-in by password needs root");
        return;
    }
    makeKey(hostKeyFile(), options.hostKeyType);
    writeConfig(options);
    start(options);
}

void TestSshd::writeConfig(const SshdOptions &options)
{
    QByteArray text;
    for (const QString &line : options.config)
        text += line.toUtf8() + '\n';
    text += "ListenAddress 127.0.0.1\n"
            "StrictModes no\n"
            "PermitRootLogin yes\n"
            "LogLevel VERBOSE\n"
            "PrintMotd no\n"
            "UseDNS no\n"
            "Subsystem sftp internal-sftp\n";
    text += "Port " + QByteArray::number(port_) + '\n';
    text += "HostKey " + hostKeyFile().toUtf8() + '\n';
    text += "PidFile " + folder().toUtf8() + "/pid\n";
    text += "AuthorizedKeysFile " + folder().toUtf8() + "/authorized_keys\n";
    text += options.pam ? "UsePAM yes\nKbdInteractiveAuthentication yes\nPasswordAuthentication no\n"
                        : "UsePAM no\nKbdInteractiveAuthentication no\n";
    text += options.password.isEmpty() ? "PasswordAuthentication no\n" : "PasswordAuthentication yes\n";
    writeText(folder() + QStringLiteral("/sshd_config"), text);
    writeText(folder() + QStringLiteral("/authorized_keys"), {});
}

void TestSshd::start(const SshdOptions &options)
{
    const QString sshd = QStringLiteral("exec %1 -D -e -f %2/sshd_config 2>%2/log").arg(sshdProgram, folder());
    if (geteuid() != 0) {
        process_.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), sshd});
    } else {
        QString prepare = QStringLiteral("mount -t tmpfs tmpfs /run && mkdir -m 755 /run/sshd && ");
        if (!options.password.isEmpty()) {
            const QByteArray hash =
                outputOf(QStringLiteral("openssl"), {QStringLiteral("passwd"), QStringLiteral("-6"), options.password});
            writeText(folder() + QStringLiteral("/shadow"), "root:" + hash.trimmed() + ":20000:0:99999:7:::\n");
            writeText(folder() + QStringLiteral("/pam"), "auth required pam_unix.so\naccount required pam_permit.so\n"
                                                         "session required pam_permit.so\n");
            prepare += QStringLiteral("mount --bind %1/shadow /etc/shadow && mount --bind %1/pam /etc/pam.d/sshd && ")
                           .arg(folder());
        }
        process_.start(QStringLiteral("unshare"),
                       {QStringLiteral("-m"), QStringLiteral("/bin/sh"), QStringLiteral("-c"), prepare + sshd});
    }
    QElapsedTimer clock;
    clock.start();
    while (!listens(port_) && clock.elapsed() < 5'000 && process_.state() != QProcess::NotRunning) {
        process_.waitForFinished(10);
    }
    if (!listens(port_)) {
        QFile log(folder() + QStringLiteral("/log"));
        log.open(QIODevice::ReadOnly);
        problem_ = QStringLiteral("sshd does not listen: ") +
                   QString::fromUtf8(log.readAll() + process_.readAllStandardError());
    }
}

TestSshd::~TestSshd()
{
    cutSessions();
    process_.terminate();
    if (!process_.waitForFinished(3'000))
        process_.kill();
    process_.waitForFinished(3'000);
}

int TestSshd::cutSessions()
{
    if (process_.state() != QProcess::Running)
        return 0;
    const auto children = childrenOf(static_cast<pid_t>(process_.processId()));
    for (const pid_t child : children)
        kill(child, SIGKILL);
    return static_cast<int>(children.size());
}

QByteArray TestSshd::knownHostsLine() const
{
    QFile file(hostKeyFile() + QStringLiteral(".pub"));
    file.open(QIODevice::ReadOnly);
    const auto words = file.readAll().split(' ');
    return "[127.0.0.1]:" + QByteArray::number(port_) + ' ' + words.value(0) + ' ' + words.value(1).trimmed() + '\n';
}

QString TestSshd::fingerprint() const
{
    const QByteArray line =
        outputOf(QStringLiteral("ssh-keygen"), {QStringLiteral("-l"), QStringLiteral("-E"), QStringLiteral("sha256"),
                                                QStringLiteral("-f"), hostKeyFile() + QStringLiteral(".pub")});
    return QString::fromUtf8(line).section(QLatin1Char(' '), 1, 1);
}

void TestSshd::authorize(const QString &publicKeyFile)
{
    QFile from(publicKeyFile);
    QFile to(folder() + QStringLiteral("/authorized_keys"));
    if (from.open(QIODevice::ReadOnly) && to.open(QIODevice::Append))
        to.write(from.readAll().trimmed() + '\n');
}

} // namespace twinhelm::tests
