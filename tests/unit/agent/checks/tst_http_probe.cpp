#include <QtTest>

#include "agent/checks/run_once.h"
#include "common/health/names.h"
#include "tests/fakes/fault_server.h"
#include "tests/support/probes.h"

using namespace twinhelm;
using namespace twinhelm::test;
using namespace std::chrono_literals;
using health::Outcome;
using health::Reason;

namespace
{

const std::string hello = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

Outcome ask(const FaultServer &server, const health::HttpProbe &http, checks::ProbeOptions options = {})
{
    return checks::runOnce(probeOf(server.port(), http), {}, options);
}

bool says(const Outcome &outcome, const std::string &words)
{
    return outcome.text.find(words) != std::string::npos;
}

} // namespace

class TestHttpProbe : public QObject
{
    Q_OBJECT

    /// The reason that is expected, and that the whole took no longer than the probe's deadline, and a busy machine's
    /// while.
    static void expect(const Outcome &outcome, Reason reason)
    {
        QVERIFY2(outcome.reason == reason,
                 qPrintable(QString::fromStdString(std::string(reasonName(outcome.reason)) + ": " + outcome.text)));
        QVERIFY2(outcome.took < 400ms + 300ms, qPrintable(QString::fromStdString(outcome.text)));
    }

private slots:
    void answered()
    {
        const FaultServer server(plays::answer(hello));
        const auto outcome = ask(server, httpOf("/status"));
        expect(outcome, Reason::Answered);
        const auto where = "GET /status on 127.0.0.1:" + std::to_string(server.port());
        QVERIFY2(outcome.text.starts_with(where + " answered 200 (after "), outcome.text.c_str());
        QVERIFY(!outcome.certificateDays);
    }

    void theRequest()
    {
        std::string heard;
        const FaultServer server([&](FaultServer::Peer &peer) {
            heard = peer.hear("\r\n\r\n");
            peer.say(hello);
        });
        auto http = httpOf("/status?x=1");
        http.urls[0].virtualHost = "www.example.com";
        expect(ask(server, http), Reason::Answered);
        QCOMPARE(heard, std::string("GET /status?x=1 HTTP/1.0\r\nUser-Agent: KeepAliveClient\r\n"
                                    "Host: www.example.com\r\n\r\n"));
    }

    void wrongCode()
    {
        const FaultServer server(plays::answer("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"));
        const auto outcome = ask(server, httpOf("/status"));
        expect(outcome, Reason::BadStatus);
        QVERIFY2(says(outcome, " answered 503, wanted 200-299 (after "), outcome.text.c_str());
    }

    void redirectsForEver()
    {
        const FaultServer server(plays::answer("HTTP/1.1 302 Found\r\nLocation: /status\r\nContent-Length: 0\r\n\r\n"));
        const auto outcome = ask(server, httpOf("/status"));
        expect(outcome, Reason::BadStatus);
        QVERIFY2(says(outcome, "redirects to /status"), outcome.text.c_str());
        QCOMPARE(server.connections(), 1);
    }

    void refused()
    {
        const auto outcome = checks::runOnce(probeOf(FaultServer::closedPort(), httpOf("/")), {}, {});
        expect(outcome, Reason::ConnectRefused);
        QVERIFY(says(outcome, "refused the connection"));
    }

    void silent()
    {
        const FaultServer server(plays::silent());
        const auto outcome = ask(server, httpOf("/"));
        expect(outcome, Reason::ReplyTimedOut);
        QVERIFY2(says(outcome, "within 200 ms: no status line came"), outcome.text.c_str());
        QVERIFY(outcome.took >= 200ms);
    }

    /// Never idle for long, and yet without end: keepalived waits for it for ever.
    void trickle()
    {
        const FaultServer server(plays::trickle("HTTP/1.0 200 OK\r\n\r\n" + std::string(1000, 'x'), 20ms));
        const auto outcome = ask(server, httpOf("/"));
        expect(outcome, Reason::ReplyTimedOut);
        QVERIFY2(says(outcome, "by the end of the whole check"), outcome.text.c_str());
        QVERIFY(outcome.took >= 390ms);
    }

    void slowButInTime()
    {
        const FaultServer server(plays::trickle(hello, 3ms));
        expect(ask(server, httpOf("/")), Reason::Answered);
    }

    void endlessBody()
    {
        const FaultServer server(plays::endlessBody());
        expect(ask(server, httpOf("/")), Reason::TooMuch);
    }

    void resets()
    {
        const FaultServer early(plays::resetAfter(""));
        expect(ask(early, httpOf("/")), Reason::ClosedEarly);
        const FaultServer inTheBody(plays::resetAfter("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello"));
        const auto outcome = ask(inTheBody, httpOf("/"));
        expect(outcome, Reason::ClosedEarly);
        QVERIFY2(says(outcome, "reset the connection"), outcome.text.c_str());
    }

    void closesWithoutAWord()
    {
        const FaultServer server(plays::answer(""));
        expect(ask(server, httpOf("/")), Reason::ClosedEarly);
    }

    /// The server has said all and only listens: that is an answer.
    void halfClose()
    {
        const FaultServer server([](FaultServer::Peer &peer) {
            peer.hear("\r\n\r\n");
            peer.say("HTTP/1.0 200 OK\r\n\r\nhello");
            peer.halfClose();
            peer.silence();
        });
        expect(ask(server, httpOf("/")), Reason::Answered);
    }

    void anotherProtocol()
    {
        const FaultServer server(plays::blurt("SSH-2.0-OpenSSH_9.2\r\n"));
        expect(ask(server, httpOf("/")), Reason::NotUnderstood);
    }

    void digestsAndPatterns()
    {
        const FaultServer server(plays::answer(hello));
        auto http = httpOf("/");
        http.urls[0].digest = "5d41402abc4b2a76b9719d911017c592";
        http.urls[0].regex.emplace().pattern = "^h.*o$";
        expect(ask(server, http), Reason::Answered);
        http.urls[0].regex->pattern = "goodbye";
        expect(ask(server, http), Reason::BadPattern);
        http.urls[0].digest = "5d41402abc4b2a76b9719d911017c593";
        expect(ask(server, http), Reason::BadDigest);
        http.urls[0].regex->pattern = "good(bye";
        const auto outcome = ask(server, http);
        expect(outcome, Reason::CannotRun);
        QVERIFY2(says(outcome, "at byte 8"), outcome.text.c_str());
    }

    /// Each in turn, a connection each; the first that fails is told.
    void severalUrls()
    {
        const FaultServer server([](FaultServer::Peer &peer) {
            const auto heard = peer.hear("\r\n\r\n");
            peer.say(heard.starts_with("GET /b ") ? "HTTP/1.0 500 Oops\r\n\r\n" : hello);
        });
        auto http = httpOf("/a");
        http.urls.emplace_back().path = "/c";
        expect(ask(server, http), Reason::Answered);
        QCOMPARE(server.connections(), 2);
        http.urls[1].path = "/b";
        http.urls.emplace_back().path = "/c";
        const auto outcome = ask(server, http);
        expect(outcome, Reason::BadStatus);
        QVERIFY(outcome.text.starts_with("GET /b on "));
        QCOMPARE(server.connections(), 4);
    }

    // ---- TLS

    void tls()
    {
        const FaultServer server(plays::overTls(30, plays::answer(hello)));
        const auto outcome = ask(server, httpOf("/", true), {.keepSteps = true});
        expect(outcome, Reason::Answered);
        QVERIFY(outcome.text.starts_with("HTTPS GET / on "));
        QCOMPARE(outcome.certificateDays, std::optional(30));
        QVERIFY(outcome.steps.size() >= 4);
        QVERIFY(outcome.steps[1].text.starts_with("TLS is up: TLSv1.3"));
    }

    /// keepalived does not look at certificates; asked to, we do.
    void expiredCertificate()
    {
        const FaultServer server(plays::overTls(-3, plays::answer(hello)));
        const auto lax = ask(server, httpOf("/", true));
        expect(lax, Reason::Answered);
        QCOMPARE(lax.certificateDays, std::optional(-3));
        const auto strict = ask(server, httpOf("/", true), {.verifyPeer = true});
        expect(strict, Reason::TlsFailed);
        QCOMPARE(strict.certificateDays, std::optional(-3));
        QVERIFY2(says(strict, "not vouched for"), strict.text.c_str());
    }

    void garbageForTls()
    {
        const FaultServer server(plays::blurt("HTTP/1.1 400 Bad Request\r\n\r\n"));
        const auto outcome = ask(server, httpOf("/", true));
        expect(outcome, Reason::TlsFailed);
        QVERIFY2(says(outcome, "wrong version number"), outcome.text.c_str());
    }

    void silenceForTls()
    {
        const FaultServer server(plays::silent());
        const auto outcome = ask(server, httpOf("/", true));
        expect(outcome, Reason::ReplyTimedOut);
        QVERIFY2(says(outcome, "TLS handshake"), outcome.text.c_str());
    }

    void closesDuringTheHandshake()
    {
        const FaultServer server([](FaultServer::Peer &) {});
        const auto outcome = ask(server, httpOf("/", true));
        QVERIFY2(outcome.reason == Reason::ClosedEarly || outcome.reason == Reason::TlsFailed, outcome.text.c_str());
    }

    void tlsFilesThatAreNotThere()
    {
        const FaultServer server(plays::overTls(30, plays::answer(hello)));
        checks::ProbeContext context;
        context.tls.emplace().certificate = "/nonexistent/client.pem";
        const auto outcome = checks::runOnce(probeOf(server.port(), httpOf("/", true)), context, {});
        expect(outcome, Reason::CannotRun);
        QVERIFY2(says(outcome, "/nonexistent/client.pem"), outcome.text.c_str());
    }

    void transcript()
    {
        const FaultServer server(plays::answer(hello));
        const auto outcome = ask(server, httpOf("/status"), {.keepSteps = true});
        QCOMPARE(outcome.steps.size(), std::size_t{4});
        QVERIFY(outcome.steps[0].text.starts_with("connected to 127.0.0.1:"));
        QCOMPARE(outcome.steps[1].text, std::string("sent GET /status HTTP/1.0"));
        QCOMPARE(outcome.steps[2].text, std::string("received HTTP/1.1 200 OK"));
        QCOMPARE(outcome.steps[3].text, std::string("read 5 bytes of the page"));
        QVERIFY(std::is_sorted(outcome.steps.begin(), outcome.steps.end(),
                               [](const auto &a, const auto &b) { return a.at < b.at; }));
        QVERIFY(ask(server, httpOf("/status")).steps.empty());
    }
};

QTEST_APPLESS_MAIN(TestHttpProbe)
#include "tst_http_probe.moc"
