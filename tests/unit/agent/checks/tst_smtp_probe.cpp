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

health::Outcome ask(const FaultServer &server)
{
    return checks::runOnce(probeOf(server.port(), health::SmtpProbe{}), {}, {});
}

} // namespace

class TestSmtpProbe : public QObject
{
    Q_OBJECT

    static void expect(const health::Outcome &outcome, Reason reason)
    {
        QVERIFY2(outcome.reason == reason, outcome.text.c_str());
        QVERIFY2(outcome.took < 800ms + 300ms, outcome.text.c_str());
    }

private slots:
    void answered()
    {
        const FaultServer server(plays::dialogue({"220 mail ESMTP\r\n", "250 hello\r\n", "221 bye\r\n"}));
        expect(ask(server), Reason::Answered);
    }

    void severalLines()
    {
        const FaultServer server(
            plays::dialogue({"220-mail\r\n220-no spam\r\n220 ready\r\n", "250-hello\r\n250 fine\r\n", "221 bye\r\n"}));
        expect(ask(server), Reason::Answered);
    }

    void whatIsSaid()
    {
        std::string heard;
        const FaultServer server([&](FaultServer::Peer &peer) {
            peer.say("220 mail\r\n");
            heard += peer.hear("\n");
            peer.say("250 hello\r\n");
            heard += peer.hear("\n");
            peer.say("221 bye\r\n");
        });
        expect(ask(server), Reason::Answered);
        QCOMPARE(heard, std::string("HELO smtpchecker.keepalived.org\r\nQUIT\r\n"));
    }

    void busy()
    {
        const FaultServer server(plays::dialogue({"421 too busy\r\n"}));
        const auto outcome = ask(server);
        expect(outcome, Reason::BadStatus);
        QVERIFY2(outcome.text.find("answered the connection with \"421 too busy\", wanted 220") != std::string::npos,
                 outcome.text.c_str());
    }

    void heloRefused()
    {
        const FaultServer server(plays::dialogue({"220 mail\r\n", "501 who?\r\n"}));
        expect(ask(server), Reason::BadStatus);
    }

    void hangsUp()
    {
        const FaultServer server(plays::dialogue({"220 mail\r\n"}));
        expect(ask(server), Reason::ClosedEarly);
    }

    void silent()
    {
        const FaultServer server(plays::silent());
        expect(ask(server), Reason::ReplyTimedOut);
    }

    void bannerTooLong()
    {
        const FaultServer server(plays::blurt("220 " + std::string(20'000, 'x')));
        expect(ask(server), Reason::TooMuch);
    }

    void anotherProtocol()
    {
        const FaultServer server(plays::blurt("SSH-2.0-OpenSSH_9.2\r\n"));
        expect(ask(server), Reason::NotUnderstood);
    }

    /// All must be well, in turn.
    void hosts()
    {
        const FaultServer good(plays::dialogue({"220 mail\r\n", "250 hello\r\n", "221 bye\r\n"}));
        const FaultServer bad(plays::dialogue({"554 no\r\n"}));
        auto probe = probeOf(1, health::SmtpProbe{});
        auto endpoint = probe.endpoint;
        health::SmtpProbe smtp;
        for (const auto port : {good.port(), bad.port()}) {
            endpoint.port = port;
            smtp.hosts.push_back(endpoint);
        }
        probe.kind = smtp;
        const auto outcome = checks::runOnce(probe, {}, {});
        expect(outcome, Reason::BadStatus);
        QCOMPARE(good.connections(), 1);
        QVERIFY(outcome.text.starts_with("SMTP server 127.0.0.1:" + std::to_string(bad.port())));
    }
};

QTEST_APPLESS_MAIN(TestSmtpProbe)
#include "tst_smtp_probe.moc"
