#include "tests/unit/gui/core/ssh/ssh_test.h"

#include <QElapsedTimer>
#include <QFileInfo>

using namespace twinhelm;
using namespace twinhelm::desk;
using namespace twinhelm::tests;

/// A node behind one or two jump hosts.
class TestJumpBridge : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        node_ = std::make_unique<TestSshd>();
        REQUIRE_SSHD(*node_);
        jump_ = std::make_unique<TestSshd>();
        REQUIRE_SSHD(*jump_);
        desk_ = std::make_unique<Desk>();
        desk_->know(*node_);
        desk_->know(*jump_);
        desk_->makeAuthorizedKey(*node_, "id_ed25519");
        jump_->authorize(desk_->file("id_ed25519.pub"));
        target_ = desk_->target(*node_);
    }
    void cleanup()
    {
        node_.reset();
        jump_.reset();
    }

    void carriesCommandsAndFiles()
    {
        target_.proxyJump = hop(*jump_);
        SshSession session(target_, &desk_->person);
        VERIFY_OK(open(session));
        const auto client = run(session, QStringLiteral("echo $SSH_CONNECTION"));
        VERIFY_OK(client);
        QVERIFY(client->output.contains(' ' + QByteArray::number(node_->port())));
        const QByteArray bytes(4'000'003, 'j');
        const auto echoed = run(session, QStringLiteral("cat"), bytes);
        VERIFY_OK(echoed);
        QVERIFY(echoed->output == bytes);
        const QString path = node_->folder() + QStringLiteral("/file");
        VERIFY_OK(finish<void>([&](auto done) { session.writeFileAtomic(path, bytes, 0600, done); }));
        QCOMPARE(QFileInfo(path).size(), bytes.size());
    }

    void takesTheJumpFromSshConfig()
    {
        desk_->write("config",
                     QStringLiteral("Host behind\n HostName 127.0.0.1\n ProxyJump %1\n").arg(hop(*jump_)).toUtf8());
        target_.host = QStringLiteral("behind");
        SshSession session(target_, &desk_->person);
        VERIFY_OK(open(session));
        VERIFY_OK(run(session, QStringLiteral("true")));
        QVERIFY(jump_->cutSessions() > 0); // it really went that way
    }

    void jumpsTwice()
    {
        TestSshd second;
        REQUIRE_SSHD(second);
        desk_->know(second);
        second.authorize(desk_->file("id_ed25519.pub"));
        target_.proxyJump = hop(*jump_) + QLatin1Char(',') + hop(second);
        SshSession session(target_, &desk_->person);
        VERIFY_OK(open(session));
        VERIFY_OK(run(session, QStringLiteral("true")));
        session.disconnectFromHost();
        QTRY_COMPARE(session.state(), SshSession::State::Closed);
    }

    void unknownJumpHostIsAskedForAsAnyOther()
    {
        desk_->write("known_hosts", node_->knownHostsLine());
        target_.proxyJump = hop(*jump_);
        SshSession session(target_, &desk_->person);
        const auto opened = open(session);
        QVERIFY(!opened);
        QCOMPARE(codeOf(opened.error()), QLatin1String(error::hostKeyRefused));
        QCOMPARE(desk_->person.unknown->fingerprint, jump_->fingerprint());
    }

    void nodeThatTheJumpHostCannotReachIsSaidSo()
    {
        target_.proxyJump = hop(*jump_);
        node_.reset();
        SshSession session(target_, &desk_->person);
        const auto opened = open(session);
        QVERIFY(!opened);
        QCOMPARE(codeOf(opened.error()), QLatin1String(error::jumpFailed));
    }

    void jumpHostThatDiesBreaksTheConnection()
    {
        target_.proxyJump = hop(*jump_);
        SshSession session(target_, &desk_->person);
        VERIFY_OK(open(session));
        std::optional<Result<CommandResult>> answer;
        session.run(QStringLiteral("touch %1/begun; sleep 30").arg(node_->folder()), {},
                    [&](Result<CommandResult> result) { answer = std::move(result); });
        QTRY_VERIFY(QFileInfo::exists(node_->folder() + QStringLiteral("/begun")));
        QVERIFY(jump_->cutSessions() > 0);
        QTRY_VERIFY(answer);
        QVERIFY(!*answer);
        QCOMPARE(codeOf(answer->error()), QLatin1String(error::connectionLost));
    }

    void commandThroughAJumpHasATimeLimit()
    {
        target_.proxyJump = hop(*jump_);
        target_.commandTimeout = std::chrono::milliseconds(200);
        SshSession session(target_, &desk_->person);
        VERIFY_OK(open(session));
        QElapsedTimer clock;
        clock.start();
        const auto result = run(session, QStringLiteral("sleep 30"));
        QVERIFY(!result);
        QCOMPARE(codeOf(result.error()), QLatin1String(error::timedOut));
        QVERIFY(clock.elapsed() < 5'000);
    }

private:
    [[nodiscard]] QString hop(const TestSshd &sshd) const
    {
        return QStringLiteral("%1@127.0.0.1:%2").arg(target_.user).arg(sshd.port());
    }

    std::unique_ptr<TestSshd> node_;
    std::unique_ptr<TestSshd> jump_;
    std::unique_ptr<Desk> desk_;
    SshTarget target_;
};

QTEST_GUILESS_MAIN(TestJumpBridge)
#include "tst_jump_bridge.moc"
