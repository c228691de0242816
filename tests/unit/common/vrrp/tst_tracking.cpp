#include "common/vrrp/tracking.h"

#include <QtTest>

#include "tests/support/vrrp/values.h"

using namespace twinhelm;
using namespace twinhelm::vrrp;
using twinhelm::test::at;
using namespace std::chrono_literals;

namespace
{

ScriptSettings check(unsigned rise = 1, unsigned fall = 1, bool startFailed = false)
{
    ScriptSettings settings;
    settings.name = "check_web";
    settings.interval = 2s;
    settings.rise = rise;
    settings.fall = fall;
    settings.startFailed = startFailed;
    return settings;
}

} // namespace

class TestTracking : public QObject
{
    Q_OBJECT

private slots:
    void verdicts_data()
    {
        QTest::addColumn<int>("rise");
        QTest::addColumn<int>("fall");
        QTest::addColumn<bool>("startFailed");
        QTest::addColumn<QString>("results"); // + ok, - failed, t timed out, n not run
        QTest::addColumn<QString>("verdicts");
        QTest::newRow("each result decides") << 1 << 1 << false << "+-+t+n"
                                             << "+-+-+-";
        QTest::newRow("fall counts consecutive failures") << 1 << 3 << false << "+--+---"
                                                          << "++++++-";
        QTest::newRow("rise counts consecutive successes") << 2 << 1 << false << "-+-++"
                                                           << "----+";
        QTest::newRow("the first result decides alone") << 3 << 3 << false << "-"
                                                        << "-";
        QTest::newRow("init_fail has to rise") << 2 << 1 << true << "++"
                                               << "-+";
    }
    void verdicts()
    {
        QFETCH(int, rise);
        QFETCH(int, fall);
        QFETCH(bool, startFailed);
        QFETCH(QString, results);
        ScriptTracker tracker(check(static_cast<unsigned>(rise), static_cast<unsigned>(fall), startFailed));
        QCOMPARE(tracker.decided(), startFailed);
        QString verdicts;
        for (const QChar result : results) {
            const bool before = tracker.ok();
            const bool decided = tracker.decided();
            const bool changed = tracker.finished({}, {"check_web",
                                                       result == '+'   ? ScriptResult::Ok
                                                       : result == '-' ? ScriptResult::Failed
                                                       : result == 't' ? ScriptResult::TimedOut
                                                                       : ScriptResult::NotRun,
                                                       result == '-' ? 1 : 0});
            QCOMPARE(changed, !decided || tracker.ok() != before);
            verdicts += tracker.ok() ? '+' : '-';
        }
        QTEST(verdicts, "verdicts");
    }

    void resultsInWords()
    {
        ScriptTracker tracker(check());
        QCOMPARE(tracker.resultText(), std::string("not run"));
        (void)tracker.finished({}, {"check_web", ScriptResult::Failed, 127});
        QCOMPARE(tracker.resultText(), std::string("failed (exit 127)"));
        (void)tracker.finished(at(3s), {"check_web", ScriptResult::TimedOut, 0});
        QCOMPARE(tracker.resultText(), std::string("timed out"));
        QCOMPARE(tracker.status().failures, std::uint64_t(2));
        QCOMPARE(tracker.status().timeouts, std::uint64_t(1));
        QVERIFY(tracker.status().lastFinished == at(3s));
    }

    void whatItWroteAndWhatKilledItStandInTheWords()
    {
        ScriptTracker tracker(check());
        (void)tracker.finished({}, {"check_web", ScriptResult::Failed, 137, 9, "out of memory"});
        QCOMPARE(tracker.resultText(), std::string("failed (killed by signal 9): out of memory"));
        (void)tracker.finished({}, {"check_web", ScriptResult::Failed, 3, 0, ""});
        QCOMPARE(tracker.resultText(), std::string("failed (exit 3)"));
        (void)tracker.finished({}, {"check_web", ScriptResult::Ok, 0, 0, "all is well"});
        QCOMPARE(tracker.resultText(), std::string("ok"));
    }

    /// keepalived disables such a script and runs on without it.
    void aScriptThatNeverRanIsIgnoredUntilItRuns()
    {
        ScriptTracker tracker(check(2, 2, true));
        const ScriptFinished notRun{"check_web", ScriptResult::NotRun, 127, 0, "there is no /bin/check"};
        QVERIFY(tracker.finished({}, notRun));
        QVERIFY(tracker.ignored());
        QVERIFY(!tracker.finished({}, notRun)); // said once
        QVERIFY(!tracker.finished({}, {"check_web", ScriptResult::Ok, 0}));
        QVERIFY(!tracker.ignored()); // and now init_fail and rise hold as ever
        QVERIFY(tracker.finished({}, {"check_web", ScriptResult::Ok, 0}));
        QVERIFY(tracker.ok());
        QVERIFY(!tracker.finished({}, notRun)); // once it ran, not to run is a failure
        QVERIFY(tracker.finished({}, notRun));
        QVERIFY(!tracker.ok() && !tracker.ignored());
    }

    void runsEveryIntervalAndSkipsWhileRunning()
    {
        ScriptTracker tracker(check());
        QVERIFY(!tracker.nextRun());
        QVERIFY(!tracker.runIfDue(at(0s)));
        tracker.begin(at(0s));
        QVERIFY(tracker.runIfDue(at(0s)));
        QVERIFY(tracker.nextRun() == at(2s));
        QVERIFY(!tracker.runIfDue(at(1s)));
        QVERIFY(!tracker.runIfDue(at(2s))); // still under way: skipped
        QVERIFY(tracker.nextRun() == at(4s));
        (void)tracker.finished(at(3s), {"check_web", ScriptResult::Ok, 0});
        QVERIFY(!tracker.runIfDue(at(3s)));
        QVERIFY(tracker.runIfDue(at(4s)));
        (void)tracker.finished(at(4s), {"check_web", ScriptResult::Ok, 0});
        QVERIFY(tracker.runIfDue(at(60s))); // after a stall: once, not 28 times
        QVERIFY(tracker.nextRun() == at(62s));
        QCOMPARE(tracker.status().runs, std::uint64_t(3));
    }

    void aReplacedScriptsResultIsNotOurs()
    {
        ScriptTracker old(check());
        old.begin(at(0s));
        QVERIFY(old.runIfDue(at(0s)));
        ScriptTracker fresh(check(2));
        fresh.replaces(old);
        fresh.begin(at(1s));
        QVERIFY(!fresh.runIfDue(at(1s)));
        QVERIFY(!fresh.finished(at(2s), {"check_web", ScriptResult::Failed, 1}));
        QVERIFY(!fresh.decided());
        QVERIFY(fresh.runIfDue(at(2s)));
    }

    void priorities_data()
    {
        QTest::addColumn<int>("base");
        QTest::addColumn<int>("weight");
        QTest::addColumn<bool>("reverse");
        QTest::addColumn<bool>("ok");
        QTest::addColumn<bool>("decided");
        QTest::addColumn<int>("effective");
        QTest::addColumn<int>("faults");
        QTest::newRow("negative, ok") << 150 << -60 << false << true << true << 150 << 0;
        QTest::newRow("negative, failed") << 150 << -60 << false << false << true << 90 << 0;
        QTest::newRow("positive, ok") << 100 << 60 << false << true << true << 160 << 0;
        QTest::newRow("positive, failed") << 100 << 60 << false << false << true << 100 << 0;
        QTest::newRow("undecided adds nothing") << 100 << 60 << false << true << false << 100 << 0;
        QTest::newRow("undecided takes nothing") << 100 << -60 << false << false << false << 100 << 0;
        QTest::newRow("reverse negative, ok") << 150 << -60 << true << true << true << 150 << 0;
        QTest::newRow("reverse positive, failed") << 100 << 60 << true << false << true << 100 << 0;
        QTest::newRow("reverse negative, failed") << 100 << -60 << true << false << true << 160 << 0;
        QTest::newRow("reverse positive, ok") << 150 << 60 << true << true << true << 90 << 0;
        QTest::newRow("never above 254") << 250 << 60 << false << true << true << 254 << 0;
        QTest::newRow("never below 1") << 50 << -200 << false << false << true << 1 << 0;
        QTest::newRow("owner ignores weights") << 255 << -60 << false << false << true << 255 << 0;
        QTest::newRow("no weight, ok") << 150 << 0 << false << true << true << 150 << 0;
        QTest::newRow("no weight, failed") << 150 << 0 << false << false << true << 150 << 1;
        QTest::newRow("no weight, reverse, ok") << 150 << 0 << true << true << true << 150 << 1;
        QTest::newRow("no weight faults an owner") << 255 << 0 << false << false << true << 255 << 1;
        QTest::newRow("no weight, undecided") << 150 << 0 << false << false << false << 150 << 0;
    }
    void priorities()
    {
        QFETCH(int, base);
        QFETCH(int, weight);
        QFETCH(bool, reverse);
        QFETCH(bool, ok);
        QFETCH(bool, decided);
        const std::vector<TrackUse> uses{{TrackKind::Script, {"check_web", weight, reverse}}};
        const auto result = assess(Priority{static_cast<std::uint8_t>(base)}, uses, [&](const TrackUse &) {
            return Verdict{ok, decided, "script_failed", "script check_web failed (exit 1)"};
        });
        QTEST(int(result.effective.value), "effective");
        QTEST(int(result.faults.size()), "faults");
        QCOMPARE(result.undecided, weight == 0 && !decided);
    }

    void partsExplainTheSum()
    {
        const std::vector<TrackUse> uses{{TrackKind::Script, {"check_web", -60, false}},
                                         {TrackKind::Interface, {"eth1", 20, false}}};
        const auto result = assess(Priority{150}, uses, [](const TrackUse &use) {
            return Verdict{use.kind == TrackKind::Interface, true, {}, {}};
        });
        QCOMPARE(int(result.effective.value), 110);
        const std::vector<PriorityPart> expected{{"base", 150}, {"script check_web", -60}, {"interface eth1", 20}};
        QVERIFY(result.parts == expected);
    }

    void files_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<int>("weight");
        QTest::addColumn<bool>("reverse");
        QTest::addColumn<int>("priority");
        QTest::addColumn<bool>("fault");
        QTest::newRow("times the weight") << 5 << 3 << false << 115 << false;
        QTest::newRow("negative") << -7 << 2 << false << 86 << false;
        QTest::newRow("reversed") << 5 << 3 << true << 85 << false;
        QTest::newRow("not above 254") << 200 << 100 << false << 254 << false;
        QTest::newRow("not below 1") << -253 << 1 << false << 1 << false;
        QTest::newRow("-254 is a fault") << -254 << 1 << false << 100 << true;
        QTest::newRow("product below is one, too") << 127 << -3 << false << 100 << true;
        QTest::newRow("no overflow") << 2147483647 << -254 << false << 100 << true;
        QTest::newRow("weight 0 and 0 is fine") << 0 << 0 << false << 100 << false;
        QTest::newRow("weight 0 and 1 is a fault") << 1 << 0 << false << 100 << true;
        QTest::newRow("weight 0 reversed") << 0 << 0 << true << 100 << true;
    }
    void files()
    {
        QFETCH(int, number);
        QFETCH(int, weight);
        QFETCH(bool, reverse);
        const auto result =
            assess(Priority{100}, {{TrackKind::File, {"drain", weight, reverse}}}, [&](const TrackUse &) {
                return Verdict{true, true, "file_changed", "file drain says " + std::to_string(number), false, number};
            });
        QTEST(int(result.effective.value), "priority");
        QTEST(!result.faults.empty(), "fault");
        QVERIFY(!result.undecided);
    }

    void ignoredThingsCountInNoWay()
    {
        for (const int weight : {0, 20, -20}) {
            const auto result = assess(Priority{100}, {{TrackKind::Script, {"gone", weight, false}}},
                                       [](const TrackUse &) { return Verdict{false, true, "", "", true, 0}; });
            QCOMPARE(result.effective, Priority{100});
            QVERIFY(result.faults.empty() && !result.undecided);
        }
    }

    void groupsTakeWeightsAway()
    {
        InstanceSettings instance;
        instance.trackScripts = {{"weighted", -60, false}, {"plain", 0, false}};
        instance.trackInterfaces = {{"eth1", -60, false}};
        SyncGroupSettings group;
        group.trackScripts = {{"shared", 0, false}};
        QCOMPARE(trackUses(instance, nullptr).size(), std::size_t(3));

        const auto inGroup = trackUses(instance, &group);
        const std::vector<TrackUse> expected{{TrackKind::Script, {"plain", 0, false}},
                                             {TrackKind::Interface, {"eth1", 0, false}},
                                             {TrackKind::Script, {"shared", 0, false}}};
        QVERIFY(inGroup == expected);

        group.trackingWeight = true;
        QCOMPARE(trackUses(instance, &group).size(), std::size_t(4));
        QCOMPARE(trackUses(instance, &group).front().weight.weight, -60);
    }
};

QTEST_GUILESS_MAIN(TestTracking)
#include "tst_tracking.moc"
