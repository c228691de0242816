#include <QtTest>

#include "common/health/udp_reply.h"

using namespace twinhelm::health;

class TestUdpReply : public QObject
{
    Q_OBJECT

private slots:
    void anyReplyWithoutAPattern()
    {
        UdpProbe probe;
        probe.requireReply = true;
        probe.leastReply = 10; // counts with a pattern only (keepalived)
        QVERIFY(replyMatches(probe, ""));
        QVERIFY(replyMatches(probe, std::string(1000, 'x')));
    }

    void patterns()
    {
        UdpProbe probe;
        probe.reply = std::string("\x10\x20\x30", 3);
        probe.replyMask = std::string("\xff\x0f\x00", 3);
        QVERIFY(replyMatches(probe, std::string("\x10\x20\x30", 3)));
        QVERIFY(replyMatches(probe, std::string("\x10\xf0\x77", 3)));
        QVERIFY(!replyMatches(probe, std::string("\x10\x21\x30", 3)));
        QVERIFY(!replyMatches(probe, std::string("\x11\x20\x30", 3)));
        QVERIFY(replyMatches(probe, std::string("\x10\x20\x30more", 7)));
        QVERIFY(replyMatches(probe, "\x10")); // what came of it fits
    }

    void lengths()
    {
        UdpProbe probe;
        probe.reply = "a";
        probe.leastReply = 2;
        probe.mostReply = 3;
        QVERIFY(!replyMatches(probe, "a"));
        QVERIFY(replyMatches(probe, "ab"));
        QVERIFY(replyMatches(probe, "abc"));
        QVERIFY(!replyMatches(probe, "abcd"));
    }
};

QTEST_APPLESS_MAIN(TestUdpReply)
#include "tst_udp_reply.moc"
