#include "common/vrrp/interval_histogram.h"

#include <QtTest>

using namespace twinhelm;
using namespace twinhelm::vrrp;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(Duration)

class TestIntervalHistogram : public QObject
{
    Q_OBJECT

private slots:
    void aBoundBelongsToItsBucket_data()
    {
        QTest::addColumn<Duration>("interval");
        QTest::addColumn<int>("bucket");
        QTest::newRow("nothing") << Duration(0) << 0;
        QTest::newRow("first bound") << Duration(5ms) << 0;
        QTest::newRow("just above") << Duration(5ms + 1ns) << 1;
        QTest::newRow("an advert in time at 1 s") << Duration(1s) << 11;
        QTest::newRow("a little late") << Duration(1001ms) << 12;
        QTest::newRow("last bound") << Duration(10s) << 17;
        QTest::newRow("beyond all") << Duration(40s) << 18;
    }
    void aBoundBelongsToItsBucket()
    {
        QFETCH(Duration, interval);
        QFETCH(int, bucket);
        IntervalHistogram histogram;
        histogram.add(interval);
        for (std::size_t i = 0; i <= IntervalHistogram::bounds.size(); ++i)
            QCOMPARE(int(histogram.inBucket(i)), int(i) == bucket ? 1 : 0);
    }

    void boundsGrow() { QVERIFY(std::ranges::is_sorted(IntervalHistogram::bounds)); }

    void sumsAndRemembersTheLongest()
    {
        IntervalHistogram histogram;
        for (const auto one : {100ms, 250ms, 101ms})
            histogram.add(one);
        QCOMPARE(histogram.count(), std::uint64_t(3));
        QVERIFY(histogram.sum() == 451ms);
        QVERIFY(histogram.longest() == 250ms);
        histogram.forgetLongest();
        QVERIFY(histogram.longest() == 0ms);
        histogram.add(99ms);
        QVERIFY(histogram.longest() == 99ms);
        QCOMPARE(histogram.count(), std::uint64_t(4));
    }
};

QTEST_GUILESS_MAIN(TestIntervalHistogram)
#include "tst_interval_histogram.moc"
