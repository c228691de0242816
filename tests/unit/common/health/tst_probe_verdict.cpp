#include "common/health/probe_verdict.h"

#include <QtTest>

using namespace twinhelm::health;
using namespace std::chrono_literals;

class TestProbeVerdict : public QObject
{
    Q_OBJECT

    static Timing timing(unsigned retries) { return {10s, 10s, retries, 2s, 5s}; }

    /// "+-": passed, failed -> for each the news and how long to wait: "u10 r2"
    static QString told(const char *answers, unsigned retries, bool alpha)
    {
        ProbeVerdict verdict(alpha);
        QStringList out;
        for (const char *answer = answers; *answer != 0; ++answer) {
            const auto one = verdict.judge(*answer == '+', timing(retries));
            const char *const words[] = {"-", "first", "up", "down"};
            out << QString("%1%2")
                       .arg(one.retries ? "retry" : words[static_cast<int>(one.news)])
                       .arg(std::chrono::duration_cast<std::chrono::seconds>(one.wait).count());
        }
        return out.join(' ');
    }

private slots:
    void rules_data()
    {
        QTest::addColumn<QString>("answers");
        QTest::addColumn<unsigned>("retries");
        QTest::addColumn<bool>("alpha");
        QTest::addColumn<QString>("expected");
        QTest::newRow("works") << "++" << 1U << false << "first10 -10";
        QTest::newRow("the first failure is enough") << "-" << 3U << false << "down10";
        QTest::newRow("later ones are tried again") << "+---" << 2U << false << "first10 retry2 retry2 down10";
        QTest::newRow("a pass between starts anew")
            << "+--+--" << 2U << false << "first10 retry2 retry2 -10 retry2 retry2";
        QTest::newRow("no retries") << "+-" << 0U << false << "first10 down10";
        QTest::newRow("while down each delay_loop") << "---" << 2U << false << "down10 -10 -10";
        QTest::newRow("one pass brings it back") << "-+" << 2U << false << "down10 up10";
        QTest::newRow("and then it has its retries") << "-+-" << 2U << false << "down10 up10 retry2";
        QTest::newRow("alpha, works") << "+" << 1U << true << "up10";
        QTest::newRow("alpha, fails") << "--" << 1U << true << "first10 -10";
    }
    void rules()
    {
        QFETCH(QString, answers);
        QFETCH(unsigned, retries);
        QFETCH(bool, alpha);
        QTEST(told(qPrintable(answers), retries, alpha), "expected");
    }

    void remembersWhatAPredecessorKnew()
    {
        ProbeVerdict verdict;
        verdict.remember(false);
        QVERIFY(!verdict.up() && verdict.decided());
        QCOMPARE(verdict.judge(false, timing(2)).news, ProbeVerdict::News::None);
        QCOMPARE(verdict.judge(true, timing(2)).news, ProbeVerdict::News::Up);
    }
};

QTEST_GUILESS_MAIN(TestProbeVerdict)
#include "tst_probe_verdict.moc"
