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
