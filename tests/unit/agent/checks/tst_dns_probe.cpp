#include <QtTest>

#include "agent/checks/run_once.h"
#include "tests/fakes/fault_server.h"
#include "tests/support/probes.h"

using namespace twinhelm;
using namespace twinhelm::test;
using namespace std::chrono_literals;
using health::Reason;

namespace
{

using Answers = std::vector<std::string>;

/// The query as an answer with this RCODE.
std::string answerTo(std::string query, char code)
{
    query[2] = '\x81';
    query[3] = code;
    return query;
}

std::string withOtherId(std::string text)
{
    text[0] = static_cast<char>(text[0] ^ 1);
    return text;
}

health::Outcome ask(const FaultServer &server, const char *name = "example.com")
{
    return checks::runOnce(probeOf(server.port(), health::DnsProbe{"A", name}), {}, {});
}

} // namespace

class TestDnsProbe : public QObject
{
    Q_OBJECT

    static void expect(const health::Outcome &outcome, Reason reason)
    {
        QVERIFY2(outcome.reason == reason, outcome.text.c_str());
        QVERIFY2(outcome.took < 200ms + 300ms, outcome.text.c_str());
    }

private slots:
    void answered()
    {
        const FaultServer server([](const std::string &query) { return Answers{answerTo(query, 0)}; });
        const auto outcome = ask(server);
        expect(outcome, Reason::Answered);
        QVERIFY(outcome.text.starts_with("DNS query A example.com to 127.0.0.1:"));
    }

    void failures()
    {
        const FaultServer server([](const std::string &query) { return Answers{answerTo(query, 2)}; });
        const auto outcome = ask(server);
        expect(outcome, Reason::BadStatus);
        QVERIFY2(outcome.text.find("answered SERVFAIL, wanted NOERROR") != std::string::npos, outcome.text.c_str());
    }

    /// Lies are passed over: what counts is the answer, before or after them.
    void lies()
    {
        const FaultServer liar([](const std::string &query) {
            return Answers{"x", query, withOtherId(answerTo(query, 0)),
                           answerTo(query.substr(0, 13) + "x" + query.substr(14), 0)};
        });
        const auto outcome = ask(liar);
        expect(outcome, Reason::ReplyTimedOut);
        QVERIFY2(outcome.text.find("to another question") != std::string::npos, outcome.text.c_str());
        const FaultServer disturbed([](const std::string &query) {
            return Answers{withOtherId(answerTo(query, 2)), answerTo(query, 0)};
        });
        expect(ask(disturbed), Reason::Answered);
    }

    void silent()
    {
        const FaultServer server([](const std::string &) { return Answers{}; });
        expect(ask(server), Reason::ReplyTimedOut);
    }

    void nobodyThere()
    {
        const auto outcome =
            checks::runOnce(probeOf(FaultServer::closedPort(), health::DnsProbe{"A", "example.com"}), {}, {});
        expect(outcome, Reason::ConnectRefused);
    }

    void noName()
    {
        const FaultServer server([](const std::string &) { return Answers{}; });
        expect(ask(server, "a..b"), Reason::CannotRun);
        QCOMPARE(server.connections(), 0);
    }
};

QTEST_APPLESS_MAIN(TestDnsProbe)
#include "tst_dns_probe.moc"
