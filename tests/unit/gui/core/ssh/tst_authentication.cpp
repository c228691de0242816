#include "tests/unit/gui/core/ssh/ssh_test.h"

#include <QProcess>

using namespace twinhelm;
using namespace twinhelm::desk;
using namespace twinhelm::tests;

/// Every way in, and what the person is asked on it.
class TestAuthentication : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<TestSshd> sshd_;
    std::unique_ptr<Desk> desk_;

    Result<void> tryOpen(const SshTarget &target)
    {
        SshSession session(target, &desk_->person);
        return open(session);
    }
    void prepare(const SshdOptions &options = {})
    {
        sshd_ = std::make_unique<TestSshd>(options);
        desk_ = std::make_unique<Desk>();
        if (sshd_->problem().isEmpty())
            desk_->know(*sshd_);
    }

private slots:
    void defaultKeyAsksNothing()
    {
        prepare();
        REQUIRE_SSHD(*sshd_);
        desk_->makeAuthorizedKey(*sshd_, "id_ed25519");
        VERIFY_OK(tryOpen(desk_->target(*sshd_)));
        QVERIFY(desk_->person.asked.isEmpty());
    }

    void identityFileOfTheNode()
    {
        prepare();
        REQUIRE_SSHD(*sshd_);
        desk_->makeAuthorizedKey(*sshd_, "balancers");
        auto target = desk_->target(*sshd_);
        QVERIFY(!tryOpen(target));
        target.identityFile = desk_->file("balancers");
        VERIFY_OK(tryOpen(target));
    }

    void identityFileThatIsMissingIsNamed()
    {
        prepare();
        REQUIRE_SSHD(*sshd_);
        auto target = desk_->target(*sshd_);
        target.identityFile = desk_->file("absent");
        const auto opened = tryOpen(target);
        QVERIFY(!opened);
        QCOMPARE(codeOf(opened.error()), QLatin1String(error::badTarget));
        QVERIFY(opened.error().what.find("absent") != std::string::npos);
    }

    void sshConfigOfTheAlias()
    {
        prepare();
        REQUIRE_SSHD(*sshd_);
        desk_->makeAuthorizedKey(*sshd_, "from_config");
        const auto known = desk_->target(*sshd_);
        desk_->write("config", QStringLiteral("Host balancer\n HostName 127.0.0.1\n Port %1\n User %2\n"
                                              " IdentityFile %3\n")
                                   .arg(sshd_->port())
                                   .arg(known.user, desk_->file("from_config"))
                                   .toUtf8());
        SshTarget target;
        target.host = QStringLiteral("balancer");
        target.sshDir = known.sshDir;
        target.agentSocket = known.agentSocket;
        VERIFY_OK(tryOpen(target));
        // What the site says wins over ssh_config.
        target.port = 1;
        const auto elsewhere = tryOpen(target);
        QVERIFY(!elsewhere);
        QCOMPARE(codeOf(elsewhere.error()), QLatin1String(error::notReached));
    }

    void encryptedKeyAsksForItsPassphrase()
    {
        prepare();
        REQUIRE_SSHD(*sshd_);
        desk_->makeAuthorizedKey(*sshd_, "id_ed25519", QStringLiteral("open sesame"));
        desk_->person.passphrases = {QStringLiteral("wrong"), QStringLiteral("open sesame")};
        VERIFY_OK(tryOpen(desk_->target(*sshd_)));
        QCOMPARE(desk_->person.asked, (QStringList{QStringLiteral("passphrase 1"), QStringLiteral("passphrase 2")}));
    }

    void wrongPassphrasesEndIt()
    {
        prepare();
        REQUIRE_SSHD(*sshd_);
        desk_->makeAuthorizedKey(*sshd_, "id_ed25519", QStringLiteral("open sesame"));
        desk_->person.passphrases = QStringList(9, QStringLiteral("wrong"));
        const auto opened = tryOpen(desk_->target(*sshd_));
        QVERIFY(!opened);
        QCOMPARE(codeOf(opened.error()), QLatin1String(error::notLoggedIn));
        QCOMPARE(desk_->person.asked.size(), 3);
        QVERIFY(opened.error().what.find("wrong passphrase") != std::string::npos);
    }

    void givingUpIsNotAFailureOfTheServer()
    {
        prepare();
        REQUIRE_SSHD(*sshd_);
        desk_->makeAuthorizedKey(*sshd_, "id_ed25519", QStringLiteral("open sesame"));
        const auto opened = tryOpen(desk_->target(*sshd_));
        QVERIFY(!opened);
        QCOMPARE(codeOf(opened.error()), QLatin1String(error::cancelled));
    }

    void keyTheServerWouldNotTakeAsksForNoPassphrase()
    {
        prepare();
        REQUIRE_SSHD(*sshd_);
        makeKey(desk_->file("id_ed25519"), QStringLiteral("ed25519"), QStringLiteral("open sesame"));
        QFile::remove(desk_->file("id_ed25519.pub")); // the private file tells the public half as well
        const auto opened = tryOpen(desk_->target(*sshd_));
        QVERIFY(!opened);
        QCOMPARE(codeOf(opened.error()), QLatin1String(error::notLoggedIn));
        QVERIFY(desk_->person.asked.isEmpty());
    }

    void agentComesFirst()
    {
        prepare();
        REQUIRE_SSHD(*sshd_);
        desk_->makeAuthorizedKey(*sshd_, "in_agent");
        auto target = desk_->target(*sshd_);
        target.agentSocket = desk_->file("agent");
        QProcess agent;
        agent.start(QStringLiteral("ssh-agent"), {QStringLiteral("-D"), QStringLiteral("-a"), target.agentSocket});
        QTRY_VERIFY(QFile::exists(target.agentSocket));
        const QString socket = QStringLiteral("SSH_AUTH_SOCK=") + target.agentSocket;
        outputOf(QStringLiteral("ssh-add"), {QStringLiteral("-q"), desk_->file("in_agent")}, {socket});
        QFile::remove(desk_->file("in_agent"));
        VERIFY_OK(tryOpen(target));
        QVERIFY(desk_->person.asked.isEmpty());

        outputOf(QStringLiteral("ssh-add"), {QStringLiteral("-q"), QStringLiteral("-D")}, {socket});
        QVERIFY(!tryOpen(target));
        agent.terminate();
        agent.waitForFinished();
    }

    void password()
    {
        SshdOptions options;
        options.password = QStringLiteral("correct horse");
        prepare(options);
        REQUIRE_SSHD(*sshd_);
        desk_->person.passwords = {QStringLiteral("wrong"), QStringLiteral("correct horse")};
        const auto target = desk_->target(*sshd_);
        VERIFY_OK(tryOpen(target));
        QCOMPARE(desk_->person.asked, (QStringList{QStringLiteral("password %1 1").arg(target.user),
                                                   QStringLiteral("password %1 2").arg(target.user)}));
    }

    void wrongPasswordsEndIt()
    {
        SshdOptions options;
        options.password = QStringLiteral("correct horse");
        prepare(options);
        REQUIRE_SSHD(*sshd_);
        desk_->person.passwords = QStringList(9, QStringLiteral("wrong"));
        const auto opened = tryOpen(desk_->target(*sshd_));
        QVERIFY(!opened);
        QCOMPARE(codeOf(opened.error()), QLatin1String(error::notLoggedIn));
        QCOMPARE(desk_->person.asked.size(), 3);
    }

    void keyboardInteractive()
    {
        SshdOptions options;
        options.password = QStringLiteral("correct horse");
        options.pam = true;
        prepare(options);
        REQUIRE_SSHD(*sshd_);
        desk_->person.passwords = {QStringLiteral("correct horse")};
        VERIFY_OK(tryOpen(desk_->target(*sshd_)));
        QCOMPARE(desk_->person.asked.size(), 1);
    }

    void keyAndPasswordTogether()
    {
        SshdOptions options;
        options.password = QStringLiteral("correct horse");
        options.config = {QStringLiteral("AuthenticationMethods publickey,password")};
        prepare(options);
        REQUIRE_SSHD(*sshd_);
        desk_->makeAuthorizedKey(*sshd_, "id_ed25519");
        desk_->person.passwords = {QStringLiteral("correct horse")};
        VERIFY_OK(tryOpen(desk_->target(*sshd_)));
        QCOMPARE(desk_->person.asked.size(), 1);
    }

    void tooManyFailuresSayWhatToDo()
    {
        SshdOptions options;
        options.config = {QStringLiteral("MaxAuthTries 1")};
        prepare(options);
        REQUIRE_SSHD(*sshd_);
        makeKey(desk_->file("id_ed25519"));
        makeKey(desk_->file("id_ecdsa"), QStringLiteral("ecdsa"));
        const auto opened = tryOpen(desk_->target(*sshd_));
        QVERIFY(!opened);
        QCOMPARE(codeOf(opened.error()), QLatin1String(error::notLoggedIn));
    }
};

QTEST_GUILESS_MAIN(TestAuthentication)
#include "tst_authentication.moc"
