#include "agent/mail/mail_process.h"

#include <sys/socket.h>

#include <thread>

#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>

#include <QtTest>

#include "tests/unit/agent/test_ca.h"

using namespace twinhelm;
using namespace twinhelm::agent;
namespace asio = boost::asio;

namespace
{

enum class Secure { No, Yes, Broken };

/// A mail server on loopback that takes connections until it is told to stop, and keeps what clients said.
class Server
{
public:
    explicit Server(Secure secure) : secure_(secure)
    {
        const test::TestCa ca;
        const auto issued = ca.issue({"mail", {}, "serverAuth"});
        context_.use_certificate_chain(asio::buffer(issued.certificate));
        context_.use_private_key(asio::buffer(issued.key), asio::ssl::context::pem);
        thread_ = std::thread([this] { serve(); });
    }
    ~Server() { stop(); }
    void stop()
    {
        if (!thread_.joinable())
            return;
        stopping_ = true;
        asio::io_context io;
        asio::ip::tcp::socket wake(io);
        boost::system::error_code ignored;
        wake.connect(acceptor_.local_endpoint(), ignored);
        thread_.join();
    }
    [[nodiscard]] MailJob job() const
    {
        MailJob out;
        out.server = "127.0.0.1";
        out.port = acceptor_.local_endpoint().port();
        out.heloName = "lb01";
        out.from = "a@b";
        out.recipients = {"c@d"};
        out.subject = "hello";
        out.body = "body";
        out.timeoutMs = 5000;
        return out;
    }
    /// After stop(): lines of each connection, "*" before those that came encrypted.
    std::vector<QStringList> talks;

private:
    void serve()
    {
        for (;;) {
            asio::ssl::stream<asio::ip::tcp::socket> stream(io_, context_);
            acceptor_.accept(stream.next_layer());
            if (stopping_)
                return;
            talks.emplace_back();
            try {
                if (talk(stream.next_layer(), false)) {
                    if (secure_ == Secure::Broken) {
                        asio::write(stream.next_layer(), asio::buffer(std::string("no TLS here, sorry\r\n")));
                        continue;
                    }
                    stream.handshake(asio::ssl::stream_base::server);
                    talk(stream, true);
                }
            } catch (const boost::system::system_error &) {
                talks.back() << "(gone)";
            }
        }
    }

    /// True: STARTTLS was asked for.
    template<typename Stream>
    bool talk(Stream &stream, bool encrypted)
    {
        std::string buffer;
        const auto say = [&](const std::string &text) { asio::write(stream, asio::buffer(text)); };
        if (!encrypted)
            say("220 mail\r\n");
        bool data = false;
        for (;;) {
            const auto length = asio::read_until(stream, asio::dynamic_buffer(buffer), "\r\n");
            const auto line = QString::fromStdString(buffer.substr(0, length - 2));
            buffer.erase(0, length);
            talks.back() << (encrypted ? "*" : "") + line;
            if (data) {
                if (line == ".") {
                    data = false;
                    say("250 kept\r\n");
                }
            } else if (line.startsWith("EHLO")) {
                say(secure_ != Secure::No && !encrypted ? "250-mail\r\n250 STARTTLS\r\n" : "250-mail\r\n250 SIZE\r\n");
            } else if (line == "STARTTLS") {
                say("220 go\r\n");
                return true;
            } else if (line == "DATA") {
                data = true;
                say("354 go\r\n");
            } else if (line == "QUIT") {
                return false;
            } else {
                say("250 ok\r\n");
            }
        }
    }

    Secure secure_;
    asio::io_context io_;
    asio::ssl::context context_{asio::ssl::context::tls_server};
    asio::ip::tcp::acceptor acceptor_{io_, {asio::ip::address_v4::loopback(), 0}};
    std::atomic<bool> stopping_{false};
    std::thread thread_;
};

} // namespace

class TestMailProcess : public QObject
{
    Q_OBJECT

private slots:
    void inTheClear()
    {
        Server server(Secure::No);
        QCOMPARE(QString::fromStdString(sendMail(server.job()).why), QString("250 kept"));
        server.stop();
        QCOMPARE(server.talks.size(), std::size_t(1));
        QVERIFY(server.talks[0].contains("Subject: hello"));
    }

    void encryptedWhenOffered()
    {
        Server server(Secure::Yes);
        const auto outcome = sendMail(server.job());
        QVERIFY2(outcome.sent, outcome.why.c_str());
        server.stop();
        QCOMPARE(server.talks.size(), std::size_t(1));
        QCOMPARE(server.talks[0].mid(0, 4), (QStringList{"EHLO lb01", "STARTTLS", "*EHLO lb01", "*MAIL FROM:<a@b>"}));
        QVERIFY(server.talks[0].contains("*Subject: hello"));
    }

    void inTheClearWhenEncryptionFails()
    {
        Server server(Secure::Broken);
        const auto outcome = sendMail(server.job());
        QVERIFY2(outcome.sent, outcome.why.c_str());
        server.stop();
        QCOMPARE(server.talks.size(), std::size_t(2));
        QVERIFY(server.talks[1].contains("Subject: hello"));
    }

    void aServerThatSaysNothingIsGivenUp()
    {
        asio::io_context io;
        asio::ip::tcp::acceptor silent(io, {asio::ip::address_v4::loopback(), 0});
        MailJob job;
        job.server = "127.0.0.1";
        job.port = silent.local_endpoint().port();
        job.timeoutMs = 30;
        const auto outcome = sendMail(job);
        QVERIFY(!outcome.sent && !outcome.permanent);
        QVERIFY2(outcome.why.starts_with("no greeting from 127.0.0.1"), outcome.why.c_str());
        silent.close();
        const auto refused = sendMail(job);
        QVERIFY2(refused.why.starts_with("cannot connect to 127.0.0.1"), refused.why.c_str());
    }

    void theRoleAnswersOnItsChannel()
    {
        Server server(Secure::No);
        int ends[2] = {};
        QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
        const FileDescriptor ours(ends[0]);
        const auto line = encodeJob(server.job());
        QCOMPARE(::write(ours.get(), line.data(), line.size()), static_cast<ssize_t>(line.size()));
        QCOMPARE(runMail(FileDescriptor(ends[1])), 0);
        std::string answer(1000, ' ');
        answer.resize(static_cast<std::size_t>(std::max<ssize_t>(::read(ours.get(), answer.data(), answer.size()), 0)));
        QVERIFY2(decodeOutcome(answer).sent, answer.c_str());
    }
};

QTEST_GUILESS_MAIN(TestMailProcess)
#include "tst_mail_process.moc"
