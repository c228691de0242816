#include <QtTest>

#include <boost/asio.hpp>

#include "agent/notify/script_runner.h"

using namespace twinhelm;
using namespace twinhelm::agent;

/// Real programs, run until each has answered; nothing here waits for a clock but the timeout itself.
class tst_ScriptRunner : public QObject
{
    Q_OBJECT

private slots:
    void aScriptAnswersWithItsExit_data();
    void aScriptAnswersWithItsExit();
    void whatItWroteLastIsTold_data();
    void whatItWroteLastIsTold();
    void whatItLeavesRunningIsNotKilledByItsPipe();
    void aMissingProgramIsNotRun();
    void anInsecureScriptIsNotRunAndTheMendIsNamed();
    void theLoadersWordsAreNotPassedOn();
    void anUnknownUserIsNotRun();
    void aSlowScriptTimesOutAndItsGroupDies();
    void notifiesAreCountedUntilTheyEnd();

private:
    static vrrp::RunScript shell(const std::string &line, Duration timeout = std::chrono::seconds(10))
    {
        return {"check", {{"/bin/sh", "-c", line}, {}, {}}, timeout};
    }
    static vrrp::ScriptFinished resultOf(const vrrp::RunScript &action)
    {
        boost::asio::io_context io;
        std::optional<vrrp::ScriptFinished> result;
        ScriptRunner runner(io, [&](vrrp::ScriptFinished finished) {
            result = std::move(finished);
            io.stop();
        });
        runner.run(action);
        io.run();
        return result.value_or(vrrp::ScriptFinished{});
    }
};

void tst_ScriptRunner::aScriptAnswersWithItsExit_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("result");
    QTest::addColumn<int>("exitCode");
    QTest::addRow("ok") << "exit 0" << static_cast<int>(vrrp::ScriptResult::Ok) << 0;
    QTest::addRow("fails") << "exit 3" << static_cast<int>(vrrp::ScriptResult::Failed) << 3;
    QTest::addRow("killed") << "kill -9 $$" << static_cast<int>(vrrp::ScriptResult::Failed) << 137;
    QTest::addRow("own group") << "test $(ps -o pgid= $$) = $$" << static_cast<int>(vrrp::ScriptResult::Ok) << 0;
    QTest::addRow("nothing inherited") << "test ! -e /proc/self/fd/4" << static_cast<int>(vrrp::ScriptResult::Ok) << 0;
    QTest::addRow("signals at default") << "trap 'exit 5' HUP; kill -HUP $$; exit 6"
                                        << static_cast<int>(vrrp::ScriptResult::Failed) << 5;
}

void tst_ScriptRunner::aScriptAnswersWithItsExit()
{
    QFETCH(QString, line);
    QFETCH(int, result);
    QFETCH(int, exitCode);
    const auto finished = resultOf(shell(line.toStdString()));
    QCOMPARE(finished.script, std::string("check"));
    QCOMPARE(static_cast<int>(finished.result), result);
    QCOMPARE(finished.exitCode, exitCode);
}

void tst_ScriptRunner::whatItWroteLastIsTold_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("output");
    QTest::addRow("both outputs") << "echo one; echo two >&2; exit 1"
                                  << "one | two";
    QTest::addRow("the last lines") << "seq 1 2000; exit 1"
                                    << "1998 | 1999 | 2000";
    QTest::addRow("no end of line") << "printf 'no route'; exit 1"
                                    << "no route";
    QTest::addRow("no control characters") << "printf 'a\\033[1mb\\007\\n\\n'; exit 1"
                                           << "a[1mb";
    QTest::addRow("nothing") << "exit 1"
                             << "";
}

void tst_ScriptRunner::whatItWroteLastIsTold()
{
    QFETCH(QString, line);
    QTEST(QString::fromStdString(resultOf(shell(line.toStdString())).output), "output");
}

/// The child writes after its parent has ended; were the pipe closed by then, it would die of it.
void tst_ScriptRunner::whatItLeavesRunningIsNotKilledByItsPipe()
{
    const QTemporaryDir folder;
    const auto proof = folder.filePath("proof").toStdString();
    boost::asio::io_context io;
    int finished = 0;
    ScriptRunner runner(io, [&](const vrrp::ScriptFinished &) { ++finished; });
    runner.run(shell("(while kill -0 $$ 2>/dev/null; do :; done; echo late; touch " + proof + ") & exit 0"));
    io.run(); // until nobody has the pipe any more
    QCOMPARE(finished, 1);
    QVERIFY(QFile::exists(QString::fromStdString(proof)));
}

void tst_ScriptRunner::anInsecureScriptIsNotRunAndTheMendIsNamed()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath("check.sh");
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\nexit 0\n");
        QVERIFY(file.setPermissions(QFileDevice::Permissions(0x7757))); // everybody may write
    }
    for (const bool security : {true, false}) {
        boost::asio::io_context io;
        std::optional<vrrp::ScriptFinished> result;
        QStringList troubles;
        ScriptRunner runner(
            io,
            [&](vrrp::ScriptFinished finished) {
                result = std::move(finished);
                io.stop();
            },
            [&](const vrrp::Trouble &trouble) { troubles << QString::fromStdString(trouble.text); });
        runner.setDefaultUser("root", {}, security);
        for (int i = 0; i < 2; ++i) {
            runner.run({"check", {{path.toStdString()}, {}, {}}, std::chrono::seconds(10)});
            io.restart();
            io.run();
            QVERIFY(result);
            QCOMPARE(result->result, security ? vrrp::ScriptResult::NotRun : vrrp::ScriptResult::Ok);
        }
        QCOMPARE(troubles.size(), security ? 1 : 0); // not at each interval
        if (security)
            QVERIFY2(troubles.first().contains("chmod o-w " + path), qPrintable(troubles.first()));
    }
}

void tst_ScriptRunner::theLoadersWordsAreNotPassedOn()
{
    ::setenv("LD_TWINHELM_TEST", "1", 1);
    const auto result = resultOf(shell("test -z \"$LD_TWINHELM_TEST\""));
    ::unsetenv("LD_TWINHELM_TEST");
    QCOMPARE(result.result, vrrp::ScriptResult::Ok);
}

void tst_ScriptRunner::aMissingProgramIsNotRun()
{
    QCOMPARE(resultOf({"check", {{"/nonexistent/check"}, {}, {}}, std::chrono::seconds(1)}).result,
             vrrp::ScriptResult::NotRun);
}

void tst_ScriptRunner::anUnknownUserIsNotRun()
{
    QCOMPARE(resultOf({"check", {{"/bin/true"}, "no-such-user-here", {}}, std::chrono::seconds(1)}).result,
             vrrp::ScriptResult::NotRun);
}

void tst_ScriptRunner::aSlowScriptTimesOutAndItsGroupDies()
{
    boost::asio::io_context io;
    std::optional<vrrp::ScriptFinished> result;
    ScriptRunner runner(io, [&](vrrp::ScriptFinished finished) { result = std::move(finished); });
    runner.run(shell("sleep 600 & wait", std::chrono::milliseconds(20)));
    io.run(); // ends when nothing is left to wait for: the whole group obeyed SIGTERM
    QVERIFY(result);
    QCOMPARE(result->result, vrrp::ScriptResult::TimedOut);
}

void tst_ScriptRunner::notifiesAreCountedUntilTheyEnd()
{
    boost::asio::io_context io;
    ScriptRunner runner(io, [](vrrp::ScriptFinished) {});
    runner.notify({"VI_1", {{"/bin/true"}, {}, {}}});
    runner.notify({"VI_1", {{"/nonexistent/notify"}, {}, {}}});
    QCOMPARE(runner.runningNotifies(), std::size_t{1});
    io.run();
    QCOMPARE(runner.runningNotifies(), std::size_t{0});
}

QTEST_GUILESS_MAIN(tst_ScriptRunner)
#include "tst_script_runner.moc"
