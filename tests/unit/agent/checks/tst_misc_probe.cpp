#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "agent/checks/run_once.h"
#include "tests/support/probes.h"

using namespace twinhelm;
using namespace twinhelm::test;
using namespace std::chrono_literals;
using health::Reason;

class TestMiscProbe : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;

    /// A shell script with this body.
    health::MiscProbe script(const QByteArray &body, bool dynamic = false)
    {
        const auto path = folder_.filePath(QStringLiteral("check.sh"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            qFatal("cannot write %s", qPrintable(path));
        file.write("#!/bin/sh\n" + body + '\n');
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
        health::MiscProbe out;
        out.command.argv = {path.toStdString()};
        out.command.user = qgetenv("USER").isEmpty() ? "root" : qgetenv("USER").toStdString();
        if (::geteuid() == 0)
            out.command.user = "root";
        out.timeout = 5s;
        out.dynamic = dynamic;
        return out;
    }
    static health::Outcome ask(const health::MiscProbe &misc) { return checks::runOnce(probeOf(0, misc), {}, {}); }
    static void expect(const health::Outcome &outcome, Reason reason)
    {
        QVERIFY2(outcome.reason == reason, outcome.text.c_str());
    }

private slots:
    void exitCodes()
    {
        expect(ask(script("exit 0")), Reason::Answered);
        const auto bad = ask(script("echo disk full; exit 3"));
        expect(bad, Reason::ScriptFailed);
        QVERIFY2(bad.text.find("exited with 3: disk full") != std::string::npos, bad.text.c_str());
        QVERIFY(!bad.weight);
        expect(ask(script("kill -9 $$")), Reason::ScriptFailed);
    }

    /// keepalived: 0 is up, 1 down, and 2 to 255 set the weight to 0 to 253.
    void dynamicWeights()
    {
        const auto low = ask(script("exit 2", true));
        expect(low, Reason::Answered);
        QCOMPARE(low.weight, std::optional(2));
        QVERIFY2(low.text.find("asks for weight 0") != std::string::npos, low.text.c_str());
        QCOMPARE(ask(script("exit 255", true)).weight, std::optional(255));
        QCOMPARE(ask(script("exit 0", true)).weight, std::optional(0));
        const auto down = ask(script("exit 1", true));
        expect(down, Reason::ScriptFailed);
        QVERIFY(!down.weight);
        expect(ask(script("kill -9 $$", true)), Reason::ScriptFailed);
    }

    void tooSlow()
    {
        auto slow = script("sleep 60");
        slow.timeout = 100ms;
        const auto outcome = ask(slow);
        expect(outcome, Reason::ScriptTimedOut);
        QVERIFY(outcome.took >= 100ms && outcome.took < 2s);
    }

    /// A child that goes on does not keep the answer.
    void leavesSomethingRunning()
    {
        const auto outcome = ask(script("sleep 3 & exit 0"));
        expect(outcome, Reason::Answered);
        QVERIFY(outcome.took < 2s);
    }

    void cannotRun()
    {
        health::MiscProbe none;
        none.command.argv = {"/nonexistent/check"};
        const auto outcome = ask(none);
        expect(outcome, Reason::CannotRun);
        QVERIFY2(outcome.text.find("/nonexistent/check") != std::string::npos, outcome.text.c_str());
        auto stranger = script("exit 0");
        stranger.command.user = "nobody-of-this-name";
        expect(ask(stranger), Reason::CannotRun);
    }
};

QTEST_APPLESS_MAIN(TestMiscProbe)
#include "tst_misc_probe.moc"
