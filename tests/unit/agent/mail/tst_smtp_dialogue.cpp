#include "agent/mail/smtp_dialogue.h"

#include <QtTest>

using namespace twinhelm::agent;
using Step = SmtpDialogue::Step;

namespace
{

MailJob job()
{
    MailJob out;
    out.server = "mail.example";
    out.heloName = "lb01";
    out.from = "lb01@example";
    out.recipients = {"a@example", "b@example"};
    out.subject = "[lb01] VRRP Instance VI_1 - Entering MASTER state";
    out.body = "=> VRRP Instance is now owning VRRP VIPs <=";
    out.date = "Sat, 21 Nov 2026 13:00:00 +0000";
    return out;
}

/// What the client says to each reply; the way it ends last.
QStringList talk(const std::vector<std::vector<std::string>> &replies, bool encrypt = true)
{
    SmtpDialogue dialogue(job(), encrypt);
    QStringList said;
    for (const auto &reply : replies) {
        auto step = dialogue.replied(reply);
        if (step.kind == Step::Kind::StartTls) {
            said << "(TLS)";
            step = dialogue.encrypted();
        }
        if (step.kind == Step::Kind::End) {
            said << (step.outcome.sent        ? "sent"
                     : step.outcome.permanent ? "refused: " + QString::fromStdString(step.outcome.why)
                                              : "failed: " + QString::fromStdString(step.outcome.why));
            return said;
        }
        said << QString::fromStdString(step.text).trimmed().split("\r\n").first();
    }
    return said;
}

} // namespace

class TestSmtpDialogue : public QObject
{
    Q_OBJECT

private slots:
    void aMailInTheClear()
    {
        QCOMPARE(
            talk({{"220 mail"}, {"250-mail", "250 SIZE"}, {"250 ok"}, {"250 ok"}, {"250 ok"}, {"354 go"}, {"250 q"}}),
            (QStringList{"EHLO lb01", "MAIL FROM:<lb01@example>", "RCPT TO:<a@example>", "RCPT TO:<b@example>", "DATA",
                         "Date: Sat, 21 Nov 2026 13:00:00 +0000", "sent"}));
    }

    void encryptsWhenOffered()
    {
        QCOMPARE(talk({{"220 mail"}, {"250-mail", "250 starttls"}, {"220 go"}, {"250-mail", "250 STARTTLS"}}),
                 (QStringList{"EHLO lb01", "STARTTLS", "(TLS)", "EHLO lb01", "MAIL FROM:<lb01@example>"}));
        QCOMPARE(talk({{"220 mail"}, {"250-mail", "250 STARTTLS"}}, false).last(), QString("MAIL FROM:<lb01@example>"));
        QCOMPARE(talk({{"220 mail"}, {"250-mail", "250 STARTTLS"}, {"454 not now"}}).last(),
                 QString("MAIL FROM:<lb01@example>"));
    }

    void oldServersAreGreetedTheOldWay()
    {
        QCOMPARE(talk({{"220 mail"}, {"502 what?"}, {"250 hello"}}),
                 (QStringList{"EHLO lb01", "HELO lb01", "MAIL FROM:<lb01@example>"}));
    }

    void refusals()
    {
        QCOMPARE(talk({{"554 go away"}}).last(), QString("refused: the server refused the connection: 554 go away"));
        QCOMPARE(talk({{"220 m"}, {"250 m"}, {"250 ok"}, {"250 ok"}, {"450 later"}}).last(),
                 QString("failed: the server refused the address b@example: 450 later"));
        QCOMPARE(talk({{"220 m"}, {"250 m"}, {"250 ok"}, {"250 ok"}, {"250 ok"}, {"354 go"}, {"552 full"}}).last(),
                 QString("refused: the server refused the message: 552 full"));
        QVERIFY(talk({{"nonsense"}}).last().startsWith("failed:"));
        QVERIFY(talk({{}}).last().startsWith("failed:"));
    }

    void nothingInAnAddressEndsTheCommand()
    {
        auto evil = job();
        evil.from = "a@b>\r\nRCPT TO:<c@d";
        SmtpDialogue dialogue(evil, true);
        (void)dialogue.replied({"220 m"});
        QCOMPARE(dialogue.replied({"250 m"}).text, std::string("MAIL FROM:<a@bRCPTTO:c@d>\r\n"));
    }

    void messages()
    {
        auto mail = job();
        mail.subject = "one\r\nBcc: two";
        mail.body = ".first\n\nlast\n.";
        QCOMPARE(messageText(mail),
                 std::string("Date: Sat, 21 Nov 2026 13:00:00 +0000\r\nFrom: lb01@example\r\n"
                             "Subject: one  Bcc: two\r\nX-Mailer: Twinhelm\r\nTo: a@example, b@example\r\n\r\n"
                             "..first\r\n\r\nlast\r\n..\r\n.\r\n"));
    }

    void jobsAndOutcomesTravel()
    {
        const auto there = decodeJob(encodeJob(job()));
        QVERIFY(there);
        QVERIFY(*there == job());
        QVERIFY(!decodeJob("[]") && !decodeJob("{"));
        const MailOutcome outcome{false, true, "554 \"no\""};
        QVERIFY(decodeOutcome(encodeOutcome(outcome)) == outcome);
        QVERIFY(!decodeOutcome("").sent);
    }
};

QTEST_APPLESS_MAIN(TestSmtpDialogue)
#include "tst_smtp_dialogue.moc"
