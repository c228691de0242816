#include "agent/mail/mail_process.h"

#include <array>
#include <chrono>

#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <unistd.h>

#include "agent/mail/smtp_dialogue.h"

namespace twinhelm::agent
{

namespace
{

namespace asio = boost::asio;
using boost::system::error_code;

/// A connection that is read line by line, perhaps encrypted; every call ends after `timeout`.
class SmtpConnection
{
public:
    explicit SmtpConnection(std::chrono::milliseconds timeout) : timeout_(timeout)
    {
        // Whoever sits in between could as well have left out the offer of encryption: nothing is gained by names.
        context_.set_verify_mode(asio::ssl::verify_none);
    }

    error_code connect(const std::string &host, std::uint16_t port)
    {
        asio::ip::tcp::resolver resolver(io_);
        error_code error;
        const auto found = resolver.resolve(host, std::to_string(port), error);
        if (error)
            return error;
        return await([&](auto done) {
            asio::async_connect(stream_.next_layer(), found, [done](error_code result, const auto &) { done(result); });
        });
    }

    error_code encrypt()
    {
        buffer_.clear(); // what came before the handshake is nobody's word
        encrypted_ = true;
        return await([&](auto done) { stream_.async_handshake(asio::ssl::stream_base::client, done); });
    }

    error_code write(const std::string &text)
    {
        const auto bytes = asio::buffer(text);
        return await([&](auto done) {
            const auto handler = [done](error_code result, std::size_t) { done(result); };
            if (encrypted_)
                asio::async_write(stream_, bytes, handler);
            else
                asio::async_write(stream_.next_layer(), bytes, handler);
        });
    }

    error_code readReply(std::vector<std::string> &lines)
    {
        lines.clear();
        do {
            std::string line;
            if (const auto error = readLine(line))
                return error;
            lines.push_back(std::move(line));
        } while (!SmtpDialogue::isLast(lines.back()) && lines.size() < mostLines);
        return {};
    }

private:
    static constexpr std::size_t mostLines = 100;
    static constexpr std::size_t mostBytes = 8192;

    error_code readLine(std::string &line)
    {
        std::size_t length = 0;
        const auto error = await([&](auto done) {
            const auto handler = [&length, done](error_code result, std::size_t got) {
                length = got;
                done(result);
            };
            const auto target = asio::dynamic_buffer(buffer_, mostBytes);
            if (encrypted_)
                asio::async_read_until(stream_, target, '\n', handler);
            else
                asio::async_read_until(stream_.next_layer(), target, '\n', handler);
        });
        if (error)
            return error;
        line = buffer_.substr(0, length - 1);
        buffer_.erase(0, length);
        if (line.ends_with('\r'))
            line.pop_back();
        return {};
    }

    /// Runs one operation to its end or to the end of our patience.
    template<typename Begin>
    error_code await(Begin begin)
    {
        error_code result = asio::error::would_block;
        begin([&result](error_code error) { result = error; });
        io_.restart();
        io_.run_for(timeout_);
        if (result == asio::error::would_block) {
            error_code ignored;
            stream_.next_layer().close(ignored);
            io_.restart();
            io_.run();
            return asio::error::timed_out;
        }
        return result;
    }

    std::chrono::milliseconds timeout_;
    asio::io_context io_{1};
    asio::ssl::context context_{asio::ssl::context::tls_client};
    asio::ssl::stream<asio::ip::tcp::socket> stream_{io_, context_};
    std::string buffer_;
    bool encrypted_ = false;
};

struct Attempt {
    MailOutcome outcome;
    bool tlsFailed = false;
};

Attempt attempt(const MailJob &job, bool encrypt)
{
    const auto where = job.server + " port " + std::to_string(job.port);
    const auto failed = [&](const char *step, const error_code &error) {
        return Attempt{{false, false, std::string(step) + ' ' + where + ": " + error.message()}};
    };
    SmtpConnection connection{std::chrono::milliseconds(job.timeoutMs)};
    if (const auto error = connection.connect(job.server, job.port))
        return failed("cannot connect to", error);
    SmtpDialogue dialogue(job, encrypt);
    std::vector<std::string> lines;
    if (const auto error = connection.readReply(lines))
        return failed("no greeting from", error);
    auto step = dialogue.replied(lines);
    for (;;) {
        if (step.kind == SmtpDialogue::Step::Kind::StartTls) {
            if (const auto error = connection.encrypt()) {
                auto out = failed("no encryption with", error);
                out.tlsFailed = true;
                return out;
            }
            step = dialogue.encrypted();
            continue;
        }
        const auto error = connection.write(step.text);
        if (step.kind == SmtpDialogue::Step::Kind::End)
            return {step.outcome};
        if (error)
            return failed("cannot write to", error);
        if (const auto silent = connection.readReply(lines))
            return failed("no answer from", silent);
        step = dialogue.replied(lines);
    }
}

} // namespace

MailOutcome sendMail(const MailJob &job)
{
    auto first = attempt(job, true);
    // keepalived would have sent it in the clear, and an alert is worth more than its secrecy.
    return first.tlsFailed ? attempt(job, false).outcome : first.outcome;
}

int runMail(FileDescriptor channel)
{
    constexpr std::size_t mostBytes = 1 << 20;
    std::string line;
    std::array<char, 4096> buffer{};
    while (line.find('\n') == std::string::npos && line.size() < mostBytes) {
        const auto got = ::read(channel.get(), buffer.data(), buffer.size());
        if (got <= 0)
            return 1;
        line.append(buffer.data(), static_cast<std::size_t>(got));
    }
    const auto job = decodeJob(line);
    if (!job)
        return 1;
    const auto answer = encodeOutcome(sendMail(*job));
    return ::write(channel.get(), answer.data(), answer.size()) == static_cast<ssize_t>(answer.size()) ? 0 : 1;
}

} // namespace twinhelm::agent
