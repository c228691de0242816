#include "common/vrrp/timers.h"

#include <QtTest>

using namespace twinhelm;
using namespace twinhelm::vrrp;
using namespace std::chrono_literals;

class TestTimers : public QObject
{
    Q_OBJECT

private slots:
    void derived_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<int>("priority");
        QTest::addColumn<qint64>("interval");
        QTest::addColumn<qint64>("skew");
        QTest::addColumn<qint64>("down");
        const auto row = [](const char *name, int version, int priority, Duration interval, Duration skew,
                            Duration down) {
            QTest::newRow(name) << version << priority << qint64(interval.count()) << qint64(skew.count())
                                << qint64(down.count());
        };
        row("v2 100", 2, 100, 1s, 609'375'000ns, 3'609'375'000ns);
        row("v2 150", 2, 150, 1s, 414'062'500ns, 3'414'062'500ns);
        row("v2 skew does not grow with the interval", 2, 100, 10s, 609'375'000ns, 30'609'375'000ns);
        row("v2 owner", 2, 255, 1s, 3'906'250ns, 3'003'906'250ns);
        row("v2 least", 2, 1, 1s, 996'093'750ns, 3'996'093'750ns);
        row("v3 100 at 0.1 s", 3, 100, 100ms, 60'937'500ns, 360'937'500ns);
        row("v3 254 at 0.01 s", 3, 254, 10ms, 78'125ns, 30'078'125ns);
        row("v3 1 at 40.95 s", 3, 1, 40'950ms, 40'790'039'062ns, 163'640'039'062ns);
    }
    void derived()
    {
        QFETCH(int, version);
        QFETCH(int, priority);
        QFETCH(qint64, interval);
        const auto v = static_cast<Version>(version);
        const Priority p{static_cast<std::uint8_t>(priority)};
        QTEST(qint64(skewTime(v, p, Duration(interval)).count()), "skew");
        QTEST(qint64(masterDownInterval(v, p, Duration(interval), 3).count()), "down");
    }

    void downTimerAdvertsCount()
    {
        QCOMPARE(masterDownInterval(Version::V2, Priority{100}, 1s, 5), Duration(5'609'375'000ns));
    }
};

QTEST_GUILESS_MAIN(TestTimers)
#include "tst_timers.moc"
