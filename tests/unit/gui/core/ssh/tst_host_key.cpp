#include "tests/unit/gui/core/ssh/ssh_test.h"

#include <QTemporaryDir>

using namespace twinhelm;
using namespace twinhelm::desk;
using namespace twinhelm::tests;

/// Unknown is a question, changed is the end.
class TestHostKey : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        sshd_ = std::make_unique<TestSshd>();
        REQUIRE_SSHD(*sshd_);
        desk_ = std::make_unique<Desk>();
        desk_->makeAuthorizedKey(*sshd_, "id_ed25519");
    }

    void unknownKeyIsShownAsOpenSshShowsItAndWrittenWhenAccepted()
    {
        desk_->write("known_hosts", "# no line end after this"); // must not be glued to
        desk_->person.acceptUnknown = true;
        SshSession session(desk_->target(*sshd_), &desk_->person);
        VERIFY_OK(open(session));
        QVERIFY(desk_->person.unknown);
        QCOMPARE(desk_->person.unknown->fingerprint, sshd_->fingerprint());
        QCOMPARE(desk_->person.unknown->keyType, QStringLiteral("ssh-ed25519"));
        QCOMPARE(desk_->person.unknown->host, QStringLiteral("[127.0.0.1]:%1").arg(sshd_->port()));
        QCOMPARE(desk_->read("known_hosts"), "# no line end after this\n" + sshd_->knownHostsLine());

        SshSession again(desk_->target(*sshd_), &desk_->person);
        VERIFY_OK(open(again));
        QCOMPARE(desk_->person.asked.size(), 1);
    }

    void knownHostsFileIsMadeForItsOwnerOnly()
    {
        desk_->person.acceptUnknown = true;
        auto target = desk_->target(*sshd_);
        target.knownHostsFile = desk_->file("site/known");
        SshSession session(target, &desk_->person);
        VERIFY_OK(open(session));
        QCOMPARE(desk_->read("site/known"), sshd_->knownHostsLine());
        const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        QCOMPARE(QFile::permissions(target.knownHostsFile) & others, QFile::Permissions());
    }

    void unknownKeyThatIsNotAcceptedIsRefusedAndNotWritten()
    {
        SshSession session(desk_->target(*sshd_), &desk_->person);
        const auto opened = open(session);
        QVERIFY(!opened);
        QCOMPARE(codeOf(opened.error()), QLatin1String(error::hostKeyRefused));
        QVERIFY(opened.error().what.find(sshd_->fingerprint().toStdString()) != std::string::npos);
        QVERIFY(!QFile::exists(desk_->file("known_hosts")));
        QCOMPARE(session.state(), SshSession::State::Failed);
    }

    void questionThatIsDroppedIsANo()
    {
        desk_->person.keepWaiting = true;
        SshSession session(desk_->target(*sshd_), &desk_->person);
        std::optional<Result<void>> answer;
        session.open([&](Result<void> result) { answer = std::move(result); });
        QTRY_VERIFY(desk_->person.pending);
        QVERIFY(!answer);
        desk_->person.pending = nullptr;
        QTRY_VERIFY(answer);
        QVERIFY(!*answer);
        QCOMPARE(codeOf(answer->error()), QLatin1String(error::hostKeyRefused));
    }

    void aPersonWhoThinksIsNotTimedOut()
    {
        desk_->person.keepWaiting = true;
        auto target = desk_->target(*sshd_);
        target.connectTimeout = std::chrono::seconds(1);
        SshSession session(target, &desk_->person);
        std::optional<Result<void>> answer;
        session.open([&](Result<void> result) { answer = std::move(result); });
        QTRY_VERIFY(desk_->person.pending);
        QTest::qWait(1200); // longer than the limit: this is what is tested
        QVERIFY(!answer);
        desk_->person.pending(true);
        QTRY_VERIFY(answer);
        VERIFY_OK(*answer);
    }

    void cancelEndsAnOpenQuestion()
    {
        desk_->person.keepWaiting = true;
        SshSession session(desk_->target(*sshd_), &desk_->person);
        std::optional<Result<void>> answer;
        session.open([&](Result<void> result) { answer = std::move(result); });
        QTRY_VERIFY(desk_->person.pending);
        session.cancel();
        QTRY_VERIFY(answer);
        QCOMPARE(codeOf(answer->error()), QLatin1String(error::cancelled));
        desk_->person.pending(true); // too late, and harmless
        QVERIFY(!QFile::exists(desk_->file("known_hosts")));
    }

    void changedKeyIsRefusedWithTheCommandThatForgetsTheOldOne()
    {
        desk_->know(*sshd_);
        SshdOptions options;
        options.port = sshd_->port();
        sshd_.reset();
        sshd_ = std::make_unique<TestSshd>(options); // the same place, another key
        sshd_->authorize(desk_->file("id_ed25519.pub"));
        desk_->person.acceptUnknown = true;
        const QByteArray before = desk_->read("known_hosts");

        SshSession session(desk_->target(*sshd_), &desk_->person);
        const auto opened = open(session);
        QVERIFY(!opened);
        QCOMPARE(codeOf(opened.error()), QLatin1String(error::hostKeyChanged));
        QTRY_VERIFY(desk_->person.changed);
        QCOMPARE(desk_->person.asked, QStringList{QStringLiteral("changed")});
        QCOMPARE(desk_->person.changed->fingerprint, sshd_->fingerprint());
        QCOMPARE(desk_->read("known_hosts"), before);

        // The mend does what it says, to the letter.
        const QString mend = desk_->person.changed->mend;
        QVERIFY(opened.error().mend.find(mend.toStdString()) != std::string::npos);
        outputOf(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), mend});
        QCOMPARE(desk_->read("known_hosts"), QByteArray());
        VERIFY_OK(open(session));
        QCOMPARE(desk_->read("known_hosts"), sshd_->knownHostsLine());
    }

    void keyOfAnotherTypeThanTheRecordedOneIsRefused()
    {
        desk_->know(*sshd_);
        SshdOptions options;
        options.port = sshd_->port();
        options.hostKeyType = QStringLiteral("ecdsa");
        sshd_.reset();
        sshd_ = std::make_unique<TestSshd>(options);
        desk_->person.acceptUnknown = true;
        SshSession session(desk_->target(*sshd_), &desk_->person);
        const auto opened = open(session);
        QVERIFY(!opened);
        QCOMPARE(codeOf(opened.error()), QLatin1String(error::hostKeyChanged));
        QTRY_COMPARE(desk_->person.asked, QStringList{QStringLiteral("changed")});
    }

    void brokenKnownHostsFileDoesNotMakeAHostKnown()
    {
        desk_->write("known_hosts", "[127.0.0.1]:" + QByteArray::number(sshd_->port()) + " ssh-ed25519 AAAAnonsense\n");
        SshSession session(desk_->target(*sshd_), &desk_->person);
        QVERIFY(!open(session));
    }

private:
    std::unique_ptr<TestSshd> sshd_;
    std::unique_ptr<Desk> desk_;
};

QTEST_GUILESS_MAIN(TestHostKey)
#include "tst_host_key.moc"
