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

health::Outcome ask(std::uint16_t port, const health::UdpProbe &udp)
{
    return checks::runOnce(probeOf(port, udp), {}, {});
}

} // namespace

class TestUdpProbe : public QObject
{
    Q_OBJECT

    static void expect(const health::Outcome &outcome, Reason reason)
    {
        QVERIFY2(outcome.reason == reason, outcome.text.c_str());
        QVERIFY2(outcome.took < 200ms + 300ms, outcome.text.c_str());
    }

private slots:
    /// Silence is fine unless a reply is required.
    void silence()
    {
        std::string heard;
        const FaultServer server([&](const std::string &datagram) {
            heard = datagram;
            return Answers{};
        });
        health::UdpProbe udp;
        udp.payload = "ping";
        const auto outcome = ask(server.port(), udp);
        expect(outcome, Reason::Answered);
        QVERIFY(outcome.took >= 200ms);
        QCOMPARE(heard, std::string("ping"));
        udp.requireReply = true;
        expect(ask(server.port(), udp), Reason::ReplyTimedOut);
    }

    void replies()
    {
        const FaultServer server([](const std::string &) { return Answers{"pong!"}; });
        health::UdpProbe udp;
        udp.requireReply = true;
        const auto any = ask(server.port(), udp);
        expect(any, Reason::Answered);
        QVERIFY(any.took < 150ms);
        udp.reply = "pong";
        expect(ask(server.port(), udp), Reason::Answered);
        udp.reply = "pang";
        expect(ask(server.port(), udp), Reason::BadPattern);
        udp.reply = "pong";
        udp.mostReply = 4;
        expect(ask(server.port(), udp), Reason::BadPattern);
    }

    /// Empty datagrams are sent, and are replies, too.
    void emptyDatagrams()
    {
        const FaultServer server([](const std::string &) { return Answers{""}; });
        health::UdpProbe udp;
        udp.requireReply = true;
        expect(ask(server.port(), udp), Reason::Answered);
        QCOMPARE(server.connections(), 1);
    }

    void nobodyThere()
    {
        const auto outcome = ask(FaultServer::closedPort(), {});
        expect(outcome, Reason::ConnectRefused);
        QVERIFY2(outcome.text.find("ICMP said so") != std::string::npos, outcome.text.c_str());
    }
};

QTEST_APPLESS_MAIN(TestUdpProbe)
#include "tst_udp_probe.moc"
