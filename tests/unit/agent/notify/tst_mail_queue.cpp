#include "agent/notify/mail_queue.h"

#include <QtTest>

#include "tests/support/vrrp/values.h"

using namespace twinhelm;
using namespace twinhelm::agent;
using twinhelm::test::at;
using namespace std::chrono_literals;

class TestMailQueue : public QObject
{
    Q_OBJECT

private slots:
    void oneAtATimeInOrder()
    {
        MailQueue queue;
        queue.push({"first", {}}, "date");
        queue.push({"second", {}}, "date");
        QCOMPARE(queue.take(at(0s))->what.subject, std::string("first"));
        QVERIFY(!queue.take(at(1s)));
        QVERIFY(!queue.nextDeadline());
        queue.sent();
        QCOMPARE(queue.take(at(2s))->what.subject, std::string("second"));
        queue.sent();
        QVERIFY(!queue.take(at(3s)));
        QVERIFY(!queue.nextDeadline());
    }

    void triedAgainLaterAndLater()
    {
        MailQueue queue;
        queue.push({"mail", {}}, "date");
        TimePoint now = at(100s);
        std::vector<Duration> waits;
        for (;;) {
            QVERIFY(queue.take(now));
            if (queue.failed(now, false))
                break;
            QVERIFY(!queue.take(now));
            waits.push_back(*queue.nextDeadline() - now);
            now = *queue.nextDeadline();
        }
        QCOMPARE(waits.size(), std::size_t(MailQueue::mostAttempts - 1));
        QVERIFY(waits[0] == 10s && waits[1] == 30s && waits[2] == 60s && waits.back() == 60s);
        QCOMPARE(queue.size(), std::size_t(0));
    }

    void whatIsRefusedForGoodIsGivenUpAtOnce()
    {
        MailQueue queue;
        queue.push({"bad", {}}, "date");
        queue.push({"good", {}}, "date");
        (void)queue.take(at(0s));
        QVERIFY(queue.failed(at(0s), true));
        QCOMPARE(queue.take(at(0s))->what.subject, std::string("good"));
    }

    void boundedAndTheOldestGoes()
    {
        MailQueue queue;
        for (std::size_t i = 0; i < MailQueue::most; ++i)
            queue.push({std::to_string(i), {}}, "date");
        (void)queue.take(at(0s));
        queue.push({"new", {}}, "date");
        QCOMPARE(queue.size(), MailQueue::most);
        QCOMPARE(queue.dropped(), std::uint64_t(1));
        queue.sent(); // the one under way was not the one that went
        QCOMPARE(queue.take(at(0s))->what.subject, std::string("2"));
    }

    void answersWithoutAQuestionDoNothing()
    {
        MailQueue queue;
        queue.push({"mail", {}}, "date");
        queue.sent();
        QVERIFY(!queue.failed(at(0s), true));
        QCOMPARE(queue.size(), std::size_t(1));
    }
};

QTEST_APPLESS_MAIN(TestMailQueue)
#include "tst_mail_queue.moc"
