#include <QtTest>

#include "common/health/http_judge.h"

using namespace twinhelm::health;

namespace
{

/// The verdict over a whole reply, then closed.
HttpJudge::Verdict judge(const Url &url, std::string_view reply, bool *early = nullptr)
{
    std::shared_ptr<const Pattern> pattern;
    if (url.regex)
        pattern = Pattern::compile(*url.regex).value();
    HttpJudge judge(url, pattern);
    for (std::size_t at = 0; at < reply.size(); at += 3) {
        if (auto verdict = judge.feed(reply.substr(at, 3))) {
            if (early)
                *early = true;
            return *verdict;
        }
    }
    if (early)
        *early = false;
    return judge.end();
}

constexpr std::string_view hello = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
constexpr const char *md5OfHello = "5d41402abc4b2a76b9719d911017c592";

Regex regexOf(const char *text, bool noMatch = false)
{
    Regex out;
    out.pattern = text;
    out.noMatch = noMatch;
    return out;
}

} // namespace

class TestHttpJudge : public QObject
{
    Q_OBJECT

private slots:
    void statusCodes()
    {
        Url url;
        QCOMPARE(int(judge(url, hello).reason), int(Reason::Answered));
        url.statusCodes = {{200, 204}, {404, 404}};
        const auto bad = judge(url, "HTTP/1.0 503 Busy\r\nContent-Length: 1\r\n\r\n");
        QCOMPARE(int(bad.reason), int(Reason::BadStatus));
        QCOMPARE(bad.text, std::string("answered 503, wanted 200-204 or 404"));
        QCOMPARE(int(judge(url, "HTTP/1.0 404 No\r\nContent-Length: 0\r\n\r\n").reason), int(Reason::Answered));
    }

    /// It need not read a page that fails already.
    void judgesAStatusAtOnce()
    {
        bool early = false;
        const auto verdict = judge({}, "HTTP/1.0 500 Oops\r\n\r\n", &early);
        QCOMPARE(int(verdict.reason), int(Reason::BadStatus));
        QVERIFY(early);
    }

    void redirectsAreNotFollowed()
    {
        const auto verdict = judge({}, "HTTP/1.1 301 Moved\r\nLocation: https://x/\r\nContent-Length: 0\r\n\r\n");
        QCOMPARE(int(verdict.reason), int(Reason::BadStatus));
        QVERIFY(verdict.text.find("redirects to https://x/") != std::string::npos);
    }

    void digest()
    {
        Url url;
        url.digest = md5OfHello;
        QCOMPARE(int(judge(url, hello).reason), int(Reason::Answered));
        url.digest = QByteArray(md5OfHello).toUpper().toStdString();
        QCOMPARE(int(judge(url, hello).reason), int(Reason::Answered));
        url.digest = "00000000000000000000000000000000";
        const auto bad = judge(url, hello);
        QCOMPARE(int(bad.reason), int(Reason::BadDigest));
        QVERIFY(bad.text.find(md5OfHello) != std::string::npos);
    }

    /// That of the page, and that of keepalived's genhash, which knows no chunks.
    void digestOfChunks()
    {
        constexpr std::string_view chunked =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n";
        Url url;
        url.digest = md5OfHello;
        QCOMPARE(int(judge(url, chunked).reason), int(Reason::Answered));
        url.digest = QCryptographicHash::hash("5\r\nhello\r\n0\r\n\r\n", QCryptographicHash::Md5).toHex().toStdString();
        QCOMPARE(int(judge(url, chunked).reason), int(Reason::Answered));
    }

    void regex()
    {
        Url url;
        url.regex = regexOf("^hel+o$");
        QCOMPARE(int(judge(url, hello).reason), int(Reason::Answered));
        url.regex->noMatch = true;
        QCOMPARE(int(judge(url, hello).reason), int(Reason::BadPattern));
        url.regex = regexOf("200 OK"); // the head is not the page
        QCOMPARE(int(judge(url, hello).reason), int(Reason::BadPattern));
        url.regex->noMatch = true;
        QCOMPARE(int(judge(url, hello).reason), int(Reason::Answered));
    }

    /// keepalived passes a page that ends before its announced length; so do we, and say it.
    void cutShort()
    {
        constexpr std::string_view cut = "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello";
        Url url;
        const auto verdict = judge(url, cut);
        QCOMPARE(int(verdict.reason), int(Reason::Answered));
        QCOMPARE(verdict.text, std::string("answered 200, but closed after 5 of 50 bytes"));
        url.digest = "00000000000000000000000000000000";
        QCOMPARE(int(judge(url, cut).reason), int(Reason::BadDigest));
    }

    void closedTooEarly()
    {
        QCOMPARE(int(judge({}, "").reason), int(Reason::ClosedEarly));
        QCOMPARE(int(judge({}, "HTTP/1.1 200 OK\r\nServer: x").reason), int(Reason::ClosedEarly));
    }

    void notHttp() { QCOMPARE(int(judge({}, "220 mail ESMTP\r\n").reason), int(Reason::NotUnderstood)); }

    void endless()
    {
        const Url url;
        HttpJudge judge(url, nullptr);
        QVERIFY(!judge.feed("HTTP/1.0 200 OK\r\n\r\n"));
        const std::string piece(1024 * 1024, 'x');
        std::optional<HttpJudge::Verdict> verdict;
        for (int i = 0; i < 20 && !verdict; ++i)
            verdict = judge.feed(piece);
        QVERIFY(verdict.has_value());
        QCOMPARE(int(verdict->reason), int(Reason::TooMuch));
    }
};

QTEST_APPLESS_MAIN(TestHttpJudge)
#include "tst_http_judge.moc"
