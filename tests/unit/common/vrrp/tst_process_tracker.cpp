#include "common/vrrp/process_tracker.h"

#include <QtTest>

#include "tests/support/vrrp/values.h"

using namespace twinhelm;
using namespace twinhelm::vrrp;
using twinhelm::test::at;
using namespace std::chrono_literals;

namespace
{

ProcessSettings nginx(unsigned quorum = 1, std::optional<unsigned> most = {})
{
    ProcessSettings out;
    out.name = "nginx";
    out.quorum = quorum;
    out.most = most;
    return out;
}

} // namespace

class TestProcessTracker : public QObject
{
    Q_OBJECT

private slots:
    void quorum_data()
    {
        QTest::addColumn<int>("quorum");
        QTest::addColumn<int>("most");         // -1: any number
        QTest::addColumn<QString>("verdicts"); // with 0, 1, 2, 3 processes
        QTest::newRow("one at least") << 1 << -1 << "-+++";
        QTest::newRow("two at least") << 2 << -1 << "--++";
        QTest::newRow("between") << 1 << 2 << "-++-";
        QTest::newRow("none may run") << 1 << 0 << "+---";
        QTest::newRow("a maximum below the quorum lowers it") << 3 << 1 << "-+--";
    }
    void quorum()
    {
        QFETCH(int, quorum);
        QFETCH(int, most);
        QString verdicts;
        for (unsigned count = 0; count < 4; ++count) {
            ProcessTracker tracker(nginx(static_cast<unsigned>(quorum),
                                         most < 0 ? std::nullopt : std::optional(static_cast<unsigned>(most))));
            QVERIFY(tracker.ok() && !tracker.counted()); // all is well until somebody counts
            const bool changed = tracker.count({}, count);
            QCOMPARE(changed, !tracker.ok());
            verdicts += tracker.ok() ? '+' : '-';
        }
        QTEST(verdicts, "verdicts");
    }

    void theFirstCountDecidesAtOnce()
    {
        auto settings = nginx();
        settings.terminateDelay = settings.forkDelay = 5s;
        ProcessTracker tracker(settings);
        QVERIFY(tracker.count(at(0s), 0));
        QVERIFY(!tracker.ok());
        QVERIFY(!tracker.nextDeadline());
    }

    void aLossMustLast()
    {
        auto settings = nginx();
        settings.terminateDelay = 2s;
        ProcessTracker tracker(settings);
        (void)tracker.count(at(0s), 1);
        QVERIFY(!tracker.count(at(10s), 0));
        QVERIFY(tracker.ok());
        QVERIFY(tracker.nextDeadline() == at(12s));
        QVERIFY(!tracker.count(at(11s), 1)); // it was only restarted
        QVERIFY(!tracker.nextDeadline());
        (void)tracker.count(at(20s), 0);
        QVERIFY(!tracker.due(at(21s)));
        QVERIFY(tracker.due(at(22s)));
        QVERIFY(!tracker.ok());
        QVERIFY(tracker.count(at(23s), 1)); // there is no delay for those that begin
        QVERIFY(tracker.ok());
    }

    void theDelayIsThatOfTheDirection()
    {
        auto settings = nginx(1, 1);
        settings.forkDelay = 3s;
        ProcessTracker tracker(settings);
        (void)tracker.count(at(0s), 1);
        QVERIFY(!tracker.count(at(5s), 2)); // too many, by one that began
        QVERIFY(tracker.nextDeadline() == at(8s));
        QVERIFY(tracker.due(at(8s)));
        QVERIFY(!tracker.ok());
        QCOMPARE(tracker.text(), std::string("2 run, at most 1 wanted"));
    }
};

QTEST_APPLESS_MAIN(TestProcessTracker)
#include "tst_process_tracker.moc"
