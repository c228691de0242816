#include "agent/linux/process_news.h"

#include <cstring>

#include <linux/cn_proc.h>
#include <linux/connector.h>
#include <linux/netlink.h>
#include <unistd.h>

#include <QtTest>

#include "agent/linux/process_list.h"

using namespace twinhelm::agent;

namespace
{

std::vector<std::uint8_t> datagram(const proc_event &event, std::uint32_t index = CN_IDX_PROC)
{
    nlmsghdr header{};
    header.nlmsg_len = NLMSG_LENGTH(sizeof(cn_msg) + sizeof event);
    header.nlmsg_type = NLMSG_DONE;
    cn_msg message{};
    message.id = {index, CN_VAL_PROC};
    std::vector<std::uint8_t> out(NLMSG_ALIGN(header.nlmsg_len));
    std::memcpy(out.data(), &header, sizeof header);
    std::memcpy(out.data() + NLMSG_HDRLEN, &message, sizeof message);
    std::memcpy(out.data() + NLMSG_HDRLEN + sizeof message, &event, sizeof event);
    return out;
}

proc_event fork(pid_t parent, pid_t child, pid_t group)
{
    proc_event event{};
    event.what = proc_event::PROC_EVENT_FORK;
    event.event_data.fork.parent_pid = event.event_data.fork.parent_tgid = parent;
    event.event_data.fork.child_pid = child;
    event.event_data.fork.child_tgid = group;
    return event;
}

} // namespace

class TestProcessNews : public QObject
{
    Q_OBJECT

private slots:
    void processesButNoThreads()
    {
        using Kind = ProcessNews::Kind;
        QVERIFY(parseProcessNews(datagram(fork(10, 11, 11))) == (std::vector<ProcessNews>{{Kind::Forked, 11, 10}}));
        QVERIFY(parseProcessNews(datagram(fork(10, 12, 10))).empty());
        proc_event event{};
        event.what = proc_event::PROC_EVENT_EXEC;
        event.event_data.exec.process_pid = event.event_data.exec.process_tgid = 11;
        QVERIFY(parseProcessNews(datagram(event)) == (std::vector<ProcessNews>{{Kind::Changed, 11, 0}}));
        event = {};
        event.what = proc_event::PROC_EVENT_EXIT;
        event.event_data.exit.process_pid = event.event_data.exit.process_tgid = 11;
        QVERIFY(parseProcessNews(datagram(event)) == (std::vector<ProcessNews>{{Kind::Ended, 11, 0}}));
        event.event_data.exit.process_pid = 12;
        QVERIFY(parseProcessNews(datagram(event)).empty());
    }

    void othersAndBrokenOnesAreSkipped()
    {
        const auto good = datagram(fork(10, 11, 11));
        QVERIFY(parseProcessNews(datagram(fork(10, 11, 11), 77)).empty());
        QVERIFY(parseProcessNews({}).empty());
        for (std::size_t length = 0; length < good.size(); ++length)
            (void)parseProcessNews(std::span(good).first(length));
        auto odd = good;
        odd[0] = 3; // shorter than its own header
        odd[1] = 0;
        QVERIFY(parseProcessNews(odd).empty());
    }

    void severalInOneDatagram()
    {
        auto both = datagram(fork(10, 11, 11));
        const auto second = datagram(fork(11, 12, 12));
        both.insert(both.end(), second.begin(), second.end());
        QCOMPARE(parseProcessNews(both).size(), std::size_t(2));
    }

    void namesInStat_data()
    {
        QTest::addColumn<QByteArray>("stat");
        QTest::addColumn<QByteArray>("name"); // empty: none
        QTest::newRow("plain") << QByteArray("12 (nginx) S 1 1") << QByteArray("nginx");
        QTest::newRow("blanks and brackets") << QByteArray("12 (a (b) c) R 1") << QByteArray("a (b) c");
        QTest::newRow("zombie") << QByteArray("12 (nginx) Z 1 1") << QByteArray();
        QTest::newRow("cut") << QByteArray("12 (nginx)") << QByteArray();
        QTest::newRow("nothing") << QByteArray() << QByteArray();
    }
    void namesInStat()
    {
        QFETCH(QByteArray, stat);
        QTEST(QByteArray::fromStdString(nameInStat(stat.toStdString()).value_or("")), "name");
    }

    void thisProcessIsListed()
    {
        const auto own = readProcess(::getpid(), true);
        QVERIFY(own);
        QCOMPARE(own->comm, std::string("tst_unit_agent_linux_process_news").substr(0, 15));
        QVERIFY(!own->argv.empty());
        const auto all = listProcesses(false);
        QVERIFY(std::ranges::any_of(all, [](const auto &one) { return one.first == ::getpid(); }));
        QVERIFY(!readProcess(0x7ffffff0, false));
    }
};

QTEST_APPLESS_MAIN(TestProcessNews)
#include "tst_process_news.moc"
