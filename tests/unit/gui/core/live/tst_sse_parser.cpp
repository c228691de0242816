#include "gui/core/live/sse_parser.h"

#include <QtTest>

using namespace twinhelm::desk;

class TestSseParser : public QObject
{
    Q_OBJECT

private slots:
    void streams_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QList<QByteArrayList>>("messages"); // event, data, id
        const auto row = [](const char *name, const QByteArray &bytes, const QList<QByteArrayList> &messages) {
            QTest::newRow(name) << bytes << messages;
        };
        row("nothing", "", {});
        row("one", "event: vrrp.state\nid: 7\ndata: {}\n\n", {{"vrrp.state", "{}", "7"}});
        row("CRLF", "event: a\r\ndata: x\r\n\r\n", {{"a", "x", ""}});
        row("CR", "event: a\rdata: x\r\rdata: y\r\r", {{"a", "x", ""}, {"message", "y", ""}});
        row("several data lines", "data: a\ndata\ndata:  b\n\n", {{"message", "a\n\n b", ""}});
        row("heartbeats", ": ping\n\n: ping\n\ndata:x\n\n:\n", {{"message", "x", ""}});
        row("the id stays", "id: 3\ndata: a\n\ndata: b\n\nid\ndata: c\n\n",
            {{"message", "a", "3"}, {"message", "b", "3"}, {"message", "c", ""}});
        row("an event without data is none", "event: a\nid: 4\n\ndata: b\n\n", {{"message", "b", "4"}});
        row("unfinished at the end", "data: a\n\ndata: b\n", {{"message", "a", ""}});
        row("unknown fields", "colour: red\ndata: a\n\n", {{"message", "a", ""}});
        row("byte order mark",
            "\xEF\xBB\xBF"
            "data: a\n\n",
            {{"message", "a", ""}});
        row("empty data", "data:\n\n", {{"message", "", ""}});
    }
    void streams()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QList<QByteArrayList>, messages);
        // However the network cuts it.
        for (qsizetype chunk = 1; chunk <= std::max<qsizetype>(1, bytes.size()); ++chunk) {
            SseParser parser;
            QList<QByteArrayList> got;
            for (qsizetype at = 0; at < bytes.size(); at += chunk) {
                for (const auto &message : parser.feed(bytes.mid(at, chunk)))
                    got << QByteArrayList{message.event, message.data, message.lastEventId};
            }
            QCOMPARE(got, messages);
        }
    }

    void anIdWithNulIsIgnored()
    {
        SseParser parser;
        const auto messages = parser.feed(QByteArray("id: 5\nid: 6\0x\ndata: a\n\n", 23));
        QCOMPARE(messages.size(), std::size_t{1});
        QCOMPARE(messages[0].lastEventId, QByteArray("5"));
    }

    void retryIsDigitsOnly()
    {
        SseParser parser;
        (void)parser.feed("retry: 1500\nretry: -3\nretry: 2x\nretry:\nretry: 99999999999\n");
        QCOMPARE(parser.retryMs(), std::optional<int>(1500));
    }

    void anEndlessLineBreaksTheStream()
    {
        SseParser parser(100);
        QVERIFY(parser.feed("data: " + QByteArray(50, 'x') + "\n\n").size() == 1);
        QVERIFY(!parser.overflowed());
        QVERIFY(parser.feed(QByteArray(101, 'x')).empty());
        QVERIFY(parser.overflowed());
        QVERIFY(parser.feed("\n\ndata: a\n\n").empty());
    }

    void endlessDataLinesBreakItToo()
    {
        SseParser parser(100);
        for (int i = 0; i < 30; ++i)
            (void)parser.feed("data: 12345\n");
        QVERIFY(parser.overflowed());
    }
};

QTEST_GUILESS_MAIN(TestSseParser)
#include "tst_sse_parser.moc"
