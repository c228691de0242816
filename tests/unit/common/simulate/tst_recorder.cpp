#include "common/simulate/recorder.h"

#include <QtTest>

#include "tests/support/vrrp/values.h"

using namespace twinhelm;
using namespace twinhelm::simulate;
using namespace std::chrono_literals;
using test::at;

namespace
{

const IpAddress vip = test::address("10.0.0.3");

QString spans(const std::vector<Span> &spans)
{
    QStringList out;
    for (const auto &one : spans)
        out << QString("%1-%2").arg(one.begin.time_since_epoch() / 1s).arg(one.end.time_since_epoch() / 1s);
    return out.join(' ');
}

} // namespace

class TestRecorder : public QObject
{
    Q_OBJECT

private slots:
    void gapsAreOutages()
    {
        Recorder recorder;
        recorder.know(vip);
        recorder.take(at(3s), "a", vip);
        recorder.release(at(10s), "a", vip);
        recorder.take(at(12s), "b", vip);
        const auto timeline = recorder.timeline(at(20s));
        const auto *history = timeline.of(vip);
        QVERIFY(history);
        QCOMPARE(spans(history->outages), QString("0-3 10-12"));
        QCOMPARE(history->holdings.size(), 2U);
        QVERIFY(history->overlaps.empty());
        QCOMPARE(history->holderAt(at(11s)), std::string());
        QCOMPARE(history->holderAt(at(12s)), std::string("b"));
        QCOMPARE(timeline.length, Duration(20s));
    }

    void severalHoldersAreOverlaps()
    {
        Recorder recorder;
        recorder.take(at(0s), "a", vip);
        recorder.take(at(5s), "b", vip);
        recorder.take(at(6s), "c", vip);
        recorder.release(at(8s), "a", vip);
        recorder.release(at(9s), "c", vip);
        const auto timeline = recorder.timeline(at(10s));
        const auto &overlaps = timeline.of(vip)->overlaps;
        QCOMPARE(overlaps.size(), 3U);
        QCOMPARE(overlaps[0].nodes, (std::vector<std::string>{"a", "b"}));
        QCOMPARE(overlaps[1].nodes, (std::vector<std::string>{"a", "b", "c"}));
        QCOMPARE(overlaps[2].nodes, (std::vector<std::string>{"b", "c"}));
        QCOMPARE(overlaps[2].span, (Span{at(8s), at(9s)}));
        QVERIFY(timeline.hasOverlaps());
        QVERIFY(timeline.of(vip)->outages.empty());
    }

    void twoInstancesOfANodeMayHoldOneAddress()
    {
        Recorder recorder;
        recorder.take(at(1s), "a", vip);
        recorder.take(at(2s), "a", vip);
        recorder.release(at(3s), "a", vip);
        const auto timeline = recorder.timeline(at(4s));
        QCOMPARE(timeline.of(vip)->holdings.size(), 1U);
        QCOMPARE(timeline.of(vip)->holdings.front().span, (Span{at(1s), at(4s)}));
        QVERIFY(!timeline.hasOverlaps());
    }

    void nothingHappensInNoTime()
    {
        Recorder recorder;
        recorder.take(at(1s), "a", vip);
        recorder.release(at(1s), "a", vip);
        recorder.know(test::address("10.0.0.4"));
        const auto timeline = recorder.timeline(at(4s));
        QCOMPARE(timeline.addresses.size(), 2U);
        QVERIFY(timeline.of(vip)->holdings.empty());
        QCOMPARE(spans(timeline.of(vip)->outages), QString("0-4"));
        QCOMPARE(spans(timeline.addresses.back().outages), QString("0-4"));
        QVERIFY(!timeline.of(test::address("10.0.0.5")));
    }
};

QTEST_APPLESS_MAIN(TestRecorder)
#include "tst_recorder.moc"
