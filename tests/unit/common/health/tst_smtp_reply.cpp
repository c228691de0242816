#include <QtTest>

#include "common/health/smtp_reply.h"

using namespace twinhelm::health;
using State = SmtpReply::State;

class TestSmtpReply : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("state");
        QTest::addColumn<unsigned>("code");
        QTest::addColumn<int>("left"); // bytes of the next reply
        const auto row = [](const char *name, const QByteArray &text, State state, unsigned code, int left = 0) {
            QTest::newRow(name) << text << int(state) << code << left;
        };
        row("one line", "220 mail ESMTP\r\n", State::Done, 220);
        row("bare newline", "220 mail ESMTP\n", State::Done, 220);
        row("code alone", "250\r\n", State::Done, 250);
        row("several lines", "220-mail\r\n220-be patient\r\n220 welcome\r\n", State::Done, 220);
        row("the next reply stays", "220 mail\r\n421 bye\r\n", State::Done, 220, 9);
        row("not yet", "220-mail\r\n220 wel", State::More, 220);
        row("nothing", "", State::More, 0);
        row("another protocol", "SSH-2.0-OpenSSH_9.2\r\n", State::NotSmtp, 0);
        row("two digits", "22 mail\r\n", State::NotSmtp, 0);
        row("four digits", "2200 mail\r\n", State::NotSmtp, 0);
        row("an empty line", "\r\n", State::NotSmtp, 0);
        row("codes that differ", "220-mail\r\n250 mail\r\n", State::NotSmtp, 220);
        row("a line without end", "220 " + QByteArray(20'000, 'x'), State::TooLong, 0);
        row("lines without end", QByteArray("220-x\r\n").repeated(3'000), State::TooLong, 220);
    }
    void reads()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, state);
        QFETCH(unsigned, code);
        QFETCH(int, left);
        for (const int size : {1, 3, 100'000}) {
            SmtpReply reply;
            int at = 0;
            while (at < text.size() && reply.state() == State::More) {
                const auto piece = text.mid(at, size);
                std::size_t taken = 0;
                reply.feed({piece.constData(), std::size_t(piece.size())}, taken);
                at += int(taken);
            }
            QCOMPARE(int(reply.state()), state);
            QCOMPARE(reply.code(), code);
            if (reply.state() == State::Done)
                QCOMPARE(int(text.size()) - at, left);
        }
    }
};

QTEST_APPLESS_MAIN(TestSmtpReply)
#include "tst_smtp_reply.moc"
