#include "tests/unit/gui/core/ssh/ssh_test.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSignalSpy>

using namespace twinhelm;
using namespace twinhelm::desk;
using namespace twinhelm::tests;

/// Commands and files over a real sshd.
class TestSshSession : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        sshd_ = std::make_unique<TestSshd>();
        REQUIRE_SSHD(*sshd_);
        desk_ = std::make_unique<Desk>();
        desk_->know(*sshd_);
        desk_->makeAuthorizedKey(*sshd_, "id_ed25519");
        session_ = std::make_unique<SshSession>(desk_->target(*sshd_), &desk_->person);
        VERIFY_OK(open(*session_));
    }
    void cleanup()
    {
        session_.reset();
        desk_.reset();
        sshd_.reset();
    }

    void runsCommandsOverOneConnection()
    {
        const auto first = run(*session_, QStringLiteral("echo $PPID; echo complaint >&2; exit 7"));
        VERIFY_OK(first);
        QCOMPARE(first->exitCode, 7);
        QCOMPARE(first->errors, QByteArray("complaint\n"));
        const auto second = run(*session_, QStringLiteral("echo $PPID"));
        VERIFY_OK(second);
        QCOMPARE(second->output, first->output);
        QCOMPARE(session_->state(), SshSession::State::Open);
        QVERIFY(desk_->person.asked.isEmpty());
    }

    void saysHowACommandEnded_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("well") << QStringLiteral("true") << 0;
        QTest::newRow("badly") << QStringLiteral("exit 255") << 255;
        QTest::newRow("not found") << QStringLiteral("/no/such/program") << 127;
        QTest::newRow("killed") << QStringLiteral("kill -9 $$") << 137;
    }
    void saysHowACommandEnded()
    {
        QFETCH(QString, command);
        QFETCH(int, exitCode);
        const auto result = run(*session_, command);
        VERIFY_OK(result);
        QCOMPARE(result->exitCode, exitCode);
    }

    void carriesMegabytesBothWaysAtOnce()
    {
        QByteArray input(5 * 1024 * 1024, Qt::Uninitialized);
        QRandomGenerator(7).fillRange(reinterpret_cast<quint32 *>(input.data()), input.size() / 4);
        const auto result = run(*session_, QStringLiteral("tee /dev/stderr"), input);
        VERIFY_OK(result);
        QVERIFY(result->output == input);
        QVERIFY(result->errors == input);
    }

    void commandThatReadsNothingIsNoError()
    {
        const auto result = run(*session_, QStringLiteral("exit 3"), QByteArray(4'000'000, 'x'));
        VERIFY_OK(result);
        QCOMPARE(result->exitCode, 3);
    }

    void writesFilesAtomically()
    {
        const QString path = sshd_->folder() + QStringLiteral("/a b'c.conf");
        QByteArray bytes(3'000'001, 'k');
        for (const QByteArray &text : {QByteArray("old"), QByteArray(), bytes}) {
            VERIFY_OK(finish<void>([&](auto done) { session_->writeFileAtomic(path, text, 0640, done); }));
            const auto back = finish<QByteArray>([&](auto done) { session_->readFile(path, done); });
            VERIFY_OK(back);
            QVERIFY(*back == text);
        }
        QCOMPARE(QFileInfo(path).permissions(),
                 QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser | QFile::ReadGroup);
        QCOMPARE(QDir(sshd_->folder()).entryList({QStringLiteral("*.tmp")}), QStringList());
    }

    void tellsMissingFromForbidden()
    {
        const auto missing =
            finish<QByteArray>([&](auto done) { session_->readFile(QStringLiteral("/no/such/file"), done); });
        QVERIFY(!missing);
        QCOMPARE(codeOf(missing.error()), QLatin1String(error::noSuchFile));
        const auto folder = finish<void>(
            [&](auto done) { session_->writeFileAtomic(QStringLiteral("/proc/x.conf"), "x", 0600, done); });
        QVERIFY(!folder);
        const auto directory = finish<QByteArray>([&](auto done) { session_->readFile(sshd_->folder(), done); });
        QVERIFY(!directory);
        QCOMPARE(codeOf(directory.error()), QLatin1String(error::fileFailed));
        // The connection is as good as before.
        VERIFY_OK(run(*session_, QStringLiteral("true")));
    }

    void aFileThatCannotReplaceItsTargetLeavesNothingBehind()
    {
        const QString path = sshd_->folder() + QStringLiteral("/taken");
        QVERIFY(QDir().mkpath(path + QStringLiteral("/inside")));
        const auto written = finish<void>([&](auto done) { session_->writeFileAtomic(path, "x", 0600, done); });
        QVERIFY(!written);
        QCOMPARE(QDir(sshd_->folder()).entryList({QStringLiteral("*.tmp")}), QStringList());
    }

    void brokenConnectionIsAnErrorAndCanBeOpenedAgain()
    {
        QSignalSpy states(session_.get(), &SshSession::stateChanged);
        std::optional<Result<CommandResult>> answer;
        session_->run(QStringLiteral("touch %1/begun; sleep 30").arg(sshd_->folder()), {},
                      [&](Result<CommandResult> result) { answer = std::move(result); });
        QTRY_VERIFY(QFileInfo::exists(sshd_->folder() + QStringLiteral("/begun")));
        QVERIFY(sshd_->cutSessions() > 0);
        QTRY_VERIFY(answer.has_value());
        QVERIFY(!*answer);
        QCOMPARE(codeOf(answer->error()), QLatin1String(error::connectionLost));
        QCOMPARE(session_->state(), SshSession::State::Failed);

        const auto closed = run(*session_, QStringLiteral("true"));
        QVERIFY(!closed);
        QCOMPARE(codeOf(closed.error()), QLatin1String(error::connectionLost));
        VERIFY_OK(open(*session_));
        VERIFY_OK(run(*session_, QStringLiteral("true")));
    }

    void fileTransferOverABrokenConnectionFails()
    {
        const QString path = sshd_->folder() + QStringLiteral("/file");
        VERIFY_OK(finish<void>([&](auto done) { session_->writeFileAtomic(path, "x", 0600, done); }));
        QVERIFY(sshd_->cutSessions() > 0);
        const auto written = finish<void>([&](auto done) { session_->writeFileAtomic(path, "y", 0600, done); });
        QVERIFY(!written);
        QCOMPARE(codeOf(written.error()), QLatin1String(error::connectionLost));
    }

    void cancelEndsTheCommandAndWhatWaitsBehindIt()
    {
        QList<QString> codes;
        const auto note = [&](const Result<CommandResult> &result) {
            codes << (result ? QStringLiteral("done") : codeOf(result.error()));
        };
        session_->run(QStringLiteral("touch %1/begun; sleep 30").arg(sshd_->folder()), {}, note);
        session_->run(QStringLiteral("touch %1/second").arg(sshd_->folder()), {}, note);
        QTRY_VERIFY(QFileInfo::exists(sshd_->folder() + QStringLiteral("/begun")));
        session_->cancel();
        QTRY_COMPARE(codes.size(), 2);
        QCOMPARE(codes, QList<QString>(2, QLatin1String(error::cancelled)));
        VERIFY_OK(open(*session_));
        VERIFY_OK(run(*session_, QStringLiteral("true")));
        QVERIFY(!QFileInfo::exists(sshd_->folder() + QStringLiteral("/second")));
    }

    void commandHasATimeLimit()
    {
        auto target = desk_->target(*sshd_);
        target.commandTimeout = std::chrono::milliseconds(200);
        SshSession hurried(target, &desk_->person);
        VERIFY_OK(open(hurried));
        QElapsedTimer clock;
        clock.start();
        const auto result = run(hurried, QStringLiteral("sleep 30"));
        QVERIFY(!result);
        QCOMPARE(codeOf(result.error()), QLatin1String(error::timedOut));
        QVERIFY(clock.elapsed() < 5'000);
    }

    void goesAwayWhileACommandRuns()
    {
        bool called = false;
        session_->run(QStringLiteral("sleep 30"), {}, [&](const Result<CommandResult> &) { called = true; });
        QElapsedTimer clock;
        clock.start();
        session_.reset();
        QVERIFY(clock.elapsed() < 3'000);
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

private:
    std::unique_ptr<TestSshd> sshd_;
    std::unique_ptr<Desk> desk_;
    std::unique_ptr<SshSession> session_;
};

QTEST_GUILESS_MAIN(TestSshSession)
#include "tst_ssh_session.moc"
