#include "tests/unit/gui/core/ssh/ssh_test.h"

#include <QElapsedTimer>
#include <QTcpServer>

#include "gui/core/ssh/ssh_target.h"

using namespace twinhelm;
using namespace twinhelm::desk;
using namespace twinhelm::tests;

/// Jump lists, and targets where no sshd answers.
class TestSshTarget : public QObject
{
    Q_OBJECT
private slots:
    void readsHops_data()
    {
        QTest::addColumn<QString>("hop");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port"); // -1: refused
        const auto row = [](const char *hop, const char *user, const char *host, int port) {
            QTest::newRow(hop) << QString::fromLatin1(hop) << QString::fromLatin1(user) << QString::fromLatin1(host)
                               << port;
        };
        row("bastion", "", "bastion", 0);
        row("ops@bastion:2222", "ops", "bastion", 2222);
        row("[2001:db8::7]:22", "", "2001:db8::7", 22);
        row("ops@[fe80::1%eth0]", "ops", "fe80::1%eth0", 0);
        row("ssh://ops@bastion:22/", "ops", "bastion", 22);
        row("", "", "", -1);
        row("a b", "", "", -1);
        row("bastion:0", "", "", -1);
        row("bastion:70000", "", "", -1);
        row("-oProxyCommand=x", "", "", -1);
        row("a:b:c", "", "", -1);
    }
    void readsHops()
    {
        QFETCH(QString, hop);
        QFETCH(int, port);
        SshTarget from;
        from.user = QStringLiteral("root");
        from.sshDir = QStringLiteral("/somewhere");
        from.proxyJump = QStringLiteral("other");
        const auto target = parseHop(hop, from);
        QCOMPARE(target.has_value(), port >= 0);
        if (!target) {
            QCOMPARE(codeOf(target.error()), QLatin1String(error::badTarget));
            return;
        }
        QTEST(target->host, "host");
        QTEST(target->user, "user");
        QTEST(int(target->port), "port");
        QCOMPARE(target->sshDir, from.sshDir);
        QVERIFY(target->proxyJump.isEmpty());
    }

    void hostThatLooksLikeAnOptionIsRefused()
    {
        Desk desk;
        SshTarget target;
        target.sshDir = desk.home.path();
        target.host = QStringLiteral("-oProxyCommand=touch x");
        SshSession session(target, &desk.person);
        const auto opened = open(session);
        QVERIFY(!opened);
        QCOMPARE(codeOf(opened.error()), QLatin1String(error::badTarget));
    }

    void nobodyListens()
    {
        Desk desk;
        SshTarget target;
        target.sshDir = desk.home.path();
        target.host = QStringLiteral("127.0.0.1");
        target.port = 1;
        SshSession session(target, &desk.person);
        const auto opened = open(session);
        QVERIFY(!opened);
        QCOMPARE(codeOf(opened.error()), QLatin1String(error::notReached));
    }

    void whatAnswersIsNotSsh()
    {
        Desk desk;
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, this, [&] {
            auto *socket = server.nextPendingConnection();
            socket->write("HTTP/1.0 400 Bad Request\r\n\r\n");
            socket->disconnectFromHost();
        });
        SshTarget target;
        target.sshDir = desk.home.path();
        target.host = QStringLiteral("127.0.0.1");
        target.port = server.serverPort();
        SshSession session(target, &desk.person);
        const auto opened = open(session);
        QVERIFY(!opened);
        QCOMPARE(codeOf(opened.error()), QLatin1String(error::notSsh));
    }

    void silentServerIsGivenUpInTimeAndCanBeCancelled()
    {
        Desk desk;
        QTcpServer server; // accepts, and never says a word
        QVERIFY(server.listen(QHostAddress::LocalHost));
        SshTarget target;
        target.sshDir = desk.home.path();
        target.host = QStringLiteral("127.0.0.1");
        target.port = server.serverPort();
        target.connectTimeout = std::chrono::milliseconds(300);
        QElapsedTimer clock;
        clock.start();
        SshSession hurried(target, &desk.person);
        const auto late = open(hurried);
        QVERIFY(!late);
        QCOMPARE(codeOf(late.error()), QLatin1String(error::timedOut));
        QVERIFY(clock.elapsed() < 3'000);

        target.connectTimeout = std::chrono::seconds(60);
        SshSession patient(target, &desk.person);
        std::optional<Result<void>> answer;
        patient.open([&](Result<void> result) { answer = std::move(result); });
        QTRY_COMPARE(patient.state(), SshSession::State::Opening);
        QTRY_VERIFY(server.hasPendingConnections());
        patient.cancel();
        QTRY_VERIFY(answer);
        QCOMPARE(codeOf(answer->error()), QLatin1String(error::cancelled));
    }
};

QTEST_GUILESS_MAIN(TestSshTarget)
#include "tst_ssh_target.moc"
