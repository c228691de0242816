#include <QtTest>

#include "common/health/http_reply.h"

using namespace twinhelm::health;

namespace
{

struct Sink final : HttpBodySink {
    void onWire(std::string_view bytes) override { wire += bytes; }
    void onContent(std::string_view bytes) override { content += bytes; }
    std::string wire;
    std::string content;
};

struct Read {
    HttpReply reply;
    Sink sink;
};

/// The whole text in pieces of `size` bytes.
Read readIn(std::string_view text, std::size_t size, bool closed = false)
{
    Read out;
    while (!text.empty()) {
        out.reply.feed(text.substr(0, size), out.sink);
        text.remove_prefix(std::min(size, text.size()));
    }
    if (closed)
        out.reply.end();
    return out;
}

} // namespace

class TestHttpReply : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("closed");
        QTest::addColumn<int>("state");
        QTest::addColumn<unsigned>("status");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("cutShort");
        using S = HttpReply::State;
        const auto row = [](const char *name, QByteArray text, bool closed, S state, unsigned status,
                            QByteArray content, bool cutShort = false) {
            QTest::newRow(name) << text << closed << int(state) << status << content << cutShort;
        };
        row("length", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", false, S::Done, 200, "hello");
        row("bytes beyond the length are not the page's", "HTTP/1.0 200 OK\r\ncontent-length:5\r\n\r\nhello, more",
            false, S::Done, 200, "hello");
        row("until closed", "HTTP/1.0 404 Not Found\r\nServer: x\r\n\r\nno such page", true, S::Done, 404,
            "no such page");
        row("not closed yet", "HTTP/1.0 200 OK\r\n\r\nhel", false, S::Body, 200, "hel");
        row("closed before its length", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello", true, S::Done, 200,
            "hello", true);
        row("no body", "HTTP/1.1 204 No Content\r\nContent-Length: 9\r\n\r\n", false, S::Done, 204, "");
        row("no reason phrase", "HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n", false, S::Done, 200, "");
        row("bare newlines", "HTTP/1.1 200 OK\nContent-Length: 2\n\nhi", false, S::Done, 200, "hi");
        row("chunks",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n1;x=y\r\n!\r\n0\r\nTrailer: t\r\n\r\n",
            false, S::Done, 200, "hello!");
        row("chunks win over a length",
            "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: gzip, Chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n",
            false, S::Done, 200, "hi");
        row("closed within a chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel", true, S::Done,
            200, "hel", true);
        row("interim replies are passed over",
            "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi", false, S::Done,
            200, "hi");
        row("the same length twice", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nhi", false,
            S::Done, 200, "hi");
        row("two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nhi", false, S::NotHttp,
            200, "");
        row("no length at all", "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nhi", false, S::NotHttp, 200, "");
        row("a length beyond numbers", "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n", false,
            S::NotHttp, 200, "");
        row("another protocol", "220 mail.example.com ESMTP\r\n", false, S::NotHttp, 0, "");
        row("TLS", QByteArray("\x15\x03\x01\x00\x02\x02\x46", 7), false, S::NotHttp, 0, "");
        row("no code", "HTTP/1.1 OK\r\n\r\n", false, S::NotHttp, 0, "");
        row("a code of four digits", "HTTP/1.1 2000 OK\r\n\r\n", false, S::NotHttp, 0, "");
        row("a chunk without a size", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nhello\r\n", false,
            S::NotHttp, 200, "");
        row("a chunk longer than it says", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n", false,
            S::NotHttp, 200, "he");
        row("nothing", "", true, S::Head, 0, "");
        row("half a head", "HTTP/1.1 200 OK\r\nServer:", true, S::Head, 0, "");
        row("interim replies without end", QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(20), false, S::NotHttp,
            100, "");
        row("a head without end", "HTTP/1.1 200 OK\r\n" + QByteArray("X: y\r\n").repeated(10'000), false, S::TooLong, 0,
            "");
        row("a line without end", QByteArray("HTTP/1.1 200 ") + QByteArray(40'000, 'x'), false, S::TooLong, 0, "");
        row("a chunk's size without end",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + QByteArray(5'000, '0'), false, S::TooLong, 200,
            "");
        row("a trailer without end",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n" + QByteArray("X: y\r\n").repeated(10'000),
            false, S::TooLong, 200, "");
    }
    /// However the bytes are cut, the reading is the same.
    void reads()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, closed);
        QFETCH(int, state);
        QFETCH(unsigned, status);
        QFETCH(QByteArray, content);
        QFETCH(bool, cutShort);
        for (const std::size_t size : {std::size_t{1}, std::size_t{2}, std::size_t{7}, std::size_t{1'000'000}}) {
            const auto read = readIn({text.constData(), std::size_t(text.size())}, size, closed);
            QCOMPARE(int(read.reply.state()), state);
            QCOMPARE(read.reply.status(), status);
            QCOMPARE(QByteArray::fromStdString(read.sink.content), content);
            QCOMPARE(read.reply.received(), std::uint64_t(content.size()));
            QCOMPARE(read.reply.cutShort(), cutShort);
            QCOMPARE(read.reply.fault().empty(),
                     state != int(HttpReply::State::NotHttp) && state != int(HttpReply::State::TooLong));
        }
    }

    /// What keepalived's genhash digests.
    void wireBytesHoldTheSizesOfChunks()
    {
        const auto read = readIn("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n", 3);
        QCOMPARE(read.sink.wire, std::string("2\r\nhi\r\n0\r\n\r\n"));
    }

    void tellsWhereItRedirects()
    {
        const auto read = readIn("HTTP/1.1 302 Found\r\nLOCATION:  /login \r\nContent-Length: 0\r\n\r\n", 5);
        QCOMPARE(read.reply.location(), std::string("/login"));
        QCOMPARE(read.reply.statusLine(), std::string("HTTP/1.1 302 Found"));
    }
};

QTEST_APPLESS_MAIN(TestHttpReply)
#include "tst_http_reply.moc"
