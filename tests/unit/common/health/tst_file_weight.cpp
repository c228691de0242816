#include <QtTest>

#include "common/health/file_weight.h"

using namespace twinhelm::health;

class TestFileWeight : public QObject
{
    Q_OBJECT

private slots:
    void weights()
    {
        const auto of = [](int value, int weight, bool reverse = false) {
            return fileWeight(value, {"/run/x", weight, reverse});
        };
        QCOMPARE(of(3, 2), std::optional(6));
        QCOMPARE(of(3, 2, true), std::optional(-6));
        QCOMPARE(of(0, 2), std::optional(0));
        QCOMPARE(of(0, 0), std::optional(0));
        QCOMPARE(of(1, 0), std::optional<int>());
        QCOMPARE(of(0, 0, true), std::optional<int>());
        QCOMPARE(of(1, 0, true), std::optional(0));
        QCOMPARE(of(2147483647, 2147483647), std::optional(2147483647));
        QCOMPARE(of(-2147483647, 2147483647), std::optional<int>());
    }
};

QTEST_APPLESS_MAIN(TestFileWeight)
#include "tst_file_weight.moc"
