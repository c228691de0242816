#include "common/base/deadlines.h"

#include <QtTest>

#include <algorithm>
#include <random>

using namespace twinhelm;

class TestDeadlines : public QObject
{
    Q_OBJECT

private slots:
    void emptyHasNone() { QVERIFY(!Deadlines(3).earliest()); }

    void equalOnesComeInTheirOrder()
    {
        constexpr std::size_t count = 20;
        Deadlines deadlines(count);
        for (const std::size_t index : {7, 3, 19, 0, 12, 5, 11, 18, 1, 2, 4, 6, 8, 9, 10, 13, 14, 15, 16, 17})
            deadlines.set(index, TimePoint(Duration(50)));
        for (int round = 1; round <= 3; ++round) {
            for (std::size_t index = 0; index < count; ++index) {
                QCOMPARE(deadlines.front(), index);
                deadlines.set(index, TimePoint(Duration(50 + 100 * round)));
            }
        }
    }

    void agreesWithAPlainSearch()
    {
        constexpr std::size_t count = 37;
        Deadlines deadlines(count);
        std::vector<std::optional<TimePoint>> plain(count);
        std::mt19937 random(1); // the same numbers on every run
        for (int round = 0; round < 20'000; ++round) {
            const std::size_t index = random() % count;
            std::optional<TimePoint> at;
            if (random() % 4 != 0)
                at = TimePoint(Duration(random() % 50));
            plain[index] = at;
            deadlines.set(index, at);
            std::optional<TimePoint> least;
            for (const auto &one : plain) {
                if (one && (!least || *one < *least))
                    least = one;
            }
            QVERIFY(deadlines.earliest() == least);
            if (least)
                QVERIFY(plain[deadlines.front()] == least);
        }
    }
};

QTEST_GUILESS_MAIN(TestDeadlines)
#include "tst_deadlines.moc"
