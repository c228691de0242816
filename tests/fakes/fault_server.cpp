#include "tests/fakes/fault_server.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace twinhelm::test
{

namespace
{

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in out{};
    out.sin_family = AF_INET;
    out.sin_port = htons(port);
    out.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return out;
}

std::uint16_t portOf(int socket)
{
    sockaddr_in name{};
    socklen_t size = sizeof name;
    ::getsockname(socket, reinterpret_cast<sockaddr *>(&name), &size);
    return ntohs(name.sin_port);
}

struct FreeTls {
    void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
    void operator()(SSL *session) const { SSL_free(session); }
};
using TlsContext = std::unique_ptr<SSL_CTX, FreeTls>;

/// A context with a new key and a certificate for "fault.example" and 127.0.0.1 that expires in so many days.
TlsContext newContext(int days)
{
    constexpr long daySeconds = 86'400;
    TlsContext out(SSL_CTX_new(TLS_server_method()));
    EVP_PKEY *const key = EVP_EC_gen("P-256");
    X509 *const certificate = X509_new();
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -100 * daySeconds);
    X509_gmtime_adj(X509_getm_notAfter(certificate), days * daySeconds + daySeconds / 2);
    X509_set_pubkey(certificate, key);
    X509_NAME *const name = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>("fault.example"), -1,
                               -1, 0);
    X509_set_issuer_name(certificate, name);
    X509_sign(certificate, key, EVP_sha256());
    SSL_CTX_use_certificate(out.get(), certificate);
    SSL_CTX_use_PrivateKey(out.get(), key);
    X509_free(certificate);
    EVP_PKEY_free(key);
    return out;
}

} // namespace

class FaultServer::Connection final : public FaultServer::Peer
{
public:
    Connection(int socket, int wake) : socket_(socket), wake_(wake) {}
    ~Connection() override
    {
        if (session_)
            SSL_shutdown(session_.get());
        session_.reset();
        ::close(socket_);
    }

    void say(std::string_view bytes) override
    {
        while (!bytes.empty() && !gone_) {
            const auto written = write(bytes);
            if (written > 0)
                bytes.remove_prefix(static_cast<std::size_t>(written));
            else if (!waitFor(POLLOUT))
                gone_ = true;
        }
    }

    std::string hear(std::string_view end) override
    {
        std::string out;
        std::array<char, 4096> buffer{};
        while (!gone_ && out.find(end) == std::string::npos) {
            if (!session_ && !waitFor(POLLIN))
                break;
            const auto got = session_ ? SSL_read(session_.get(), buffer.data(), static_cast<int>(buffer.size()))
                                      : static_cast<int>(::recv(socket_, buffer.data(), buffer.size(), 0));
            if (got > 0)
                out.append(buffer.data(), static_cast<std::size_t>(got));
            else
                gone_ = true;
        }
        return out;
    }

    bool startTls(int days) override
    {
        context_ = newContext(days);
        session_.reset(SSL_new(context_.get()));
        SSL_set_fd(session_.get(), socket_);
        if (SSL_accept(session_.get()) == 1)
            return true;
        session_.reset();
        gone_ = true;
        return false;
    }

    void reset() override
    {
        const linger now{1, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &now, sizeof now);
        gone_ = true;
    }

    void halfClose() override { ::shutdown(socket_, SHUT_WR); }

    void pause(std::chrono::milliseconds time) override
    {
        pollfd wake{wake_, POLLIN, 0};
        if (::poll(&wake, 1, static_cast<int>(time.count())) != 0)
            gone_ = true;
    }

    void silence() override
    {
        std::array<char, 4096> buffer{};
        while (waitFor(POLLIN) && ::recv(socket_, buffer.data(), buffer.size(), 0) > 0) {
        }
        gone_ = true;
    }

    [[nodiscard]] bool gone() const override { return gone_; }

private:
    long write(std::string_view bytes)
    {
        if (session_)
            return SSL_write(session_.get(), bytes.data(), static_cast<int>(bytes.size()));
        const auto written = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (written < 0 && errno != EAGAIN)
            gone_ = true;
        return written;
    }

    /// False: the server is ending.
    bool waitFor(short events) const
    {
        std::array<pollfd, 2> both{pollfd{socket_, events, 0}, pollfd{wake_, POLLIN, 0}};
        ::poll(both.data(), both.size(), -1);
        return both[1].revents == 0;
    }

    int socket_;
    int wake_;
    bool gone_ = false;
    TlsContext context_;
    std::unique_ptr<SSL, FreeTls> session_;
};

FaultServer::FaultServer(Play play) : play_(std::move(play))
{
    open(SOCK_STREAM);
    ::listen(socket_, 512);
    acceptor_ = std::thread([this] { accept(); });
}

FaultServer::FaultServer(Answer answer)
{
    open(SOCK_DGRAM);
    acceptor_ = std::thread([this, answer = std::move(answer)] { answerAll(answer); });
}

FaultServer::~FaultServer()
{
    const std::uint64_t one = 1;
    if (::write(wake_, &one, sizeof one) != sizeof one)
        std::abort();
    acceptor_.join();
    for (auto &thread : threads_)
        thread.join();
    ::close(socket_);
    ::close(wake_);
}

void FaultServer::open(int type)
{
    std::signal(SIGPIPE, SIG_IGN); // OpenSSL writes to whoever has left
    wake_ = ::eventfd(0, EFD_CLOEXEC);
    socket_ = ::socket(AF_INET, type | SOCK_CLOEXEC, 0);
    const auto here = loopback(0);
    if (wake_ < 0 || socket_ < 0 || ::bind(socket_, reinterpret_cast<const sockaddr *>(&here), sizeof here) != 0)
        std::abort();
    port_ = portOf(socket_);
}

void FaultServer::accept()
{
    while (true) {
        std::array<pollfd, 2> both{pollfd{socket_, POLLIN, 0}, pollfd{wake_, POLLIN, 0}};
        ::poll(both.data(), both.size(), -1);
        if (both[1].revents != 0)
            return;
        const int connection = ::accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0)
            continue;
        ++connections_;
        threads_.emplace_back([this, connection] {
            Connection peer(connection, wake_);
            play_(peer);
        });
    }
}

void FaultServer::answerAll(const Answer &answer)
{
    std::array<char, 4096> buffer{};
    while (true) {
        std::array<pollfd, 2> both{pollfd{socket_, POLLIN, 0}, pollfd{wake_, POLLIN, 0}};
        ::poll(both.data(), both.size(), -1);
        if (both[1].revents != 0)
            return;
        sockaddr_in sender{};
        socklen_t size = sizeof sender;
        const auto got =
            ::recvfrom(socket_, buffer.data(), buffer.size(), 0, reinterpret_cast<sockaddr *>(&sender), &size);
        if (got < 0)
            continue;
        ++connections_;
        for (const auto &one : answer({buffer.data(), static_cast<std::size_t>(got)}))
            ::sendto(socket_, one.data(), one.size(), 0, reinterpret_cast<const sockaddr *>(&sender), size);
    }
}

std::uint16_t FaultServer::closedPort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto here = loopback(0);
    if (::bind(socket, reinterpret_cast<const sockaddr *>(&here), sizeof here) != 0)
        std::abort();
    const auto port = portOf(socket);
    ::close(socket);
    return port;
}

// ---- plays -------------------------------------------------------------------------------------

namespace plays
{

namespace
{
constexpr std::string_view endOfRequest = "\r\n\r\n";
}

FaultServer::Play answer(std::string text)
{
    return [text = std::move(text)](FaultServer::Peer &peer) {
        peer.hear(endOfRequest);
        peer.say(text);
    };
}

FaultServer::Play trickle(std::string text, std::chrono::milliseconds every)
{
    return [text = std::move(text), every](FaultServer::Peer &peer) {
        peer.hear(endOfRequest);
        for (const char c : text) {
            peer.say({&c, 1});
            peer.pause(every);
            if (peer.gone())
                return;
        }
    };
}

FaultServer::Play endlessBody()
{
    return [](FaultServer::Peer &peer) {
        peer.hear(endOfRequest);
        peer.say("HTTP/1.0 200 OK\r\n\r\n");
        const std::string piece(65'536, 'x');
        while (!peer.gone())
            peer.say(piece);
    };
}

FaultServer::Play silent()
{
    return [](FaultServer::Peer &peer) { peer.silence(); };
}

FaultServer::Play blurt(std::string text)
{
    return [text = std::move(text)](FaultServer::Peer &peer) {
        peer.say(text);
        peer.halfClose();
        peer.silence();
    };
}

FaultServer::Play resetAfter(std::string text)
{
    return [text = std::move(text)](FaultServer::Peer &peer) {
        peer.hear(endOfRequest);
        peer.say(text);
        peer.pause(std::chrono::milliseconds(5)); // so that what was said arrives before the reset
        peer.reset();
    };
}

FaultServer::Play overTls(int days, FaultServer::Play play)
{
    return [days, play = std::move(play)](FaultServer::Peer &peer) {
        if (peer.startTls(days))
            play(peer);
    };
}

FaultServer::Play dialogue(std::vector<std::string> lines)
{
    return [lines = std::move(lines)](FaultServer::Peer &peer) {
        for (std::size_t i = 0; i < lines.size() && !peer.gone(); ++i) {
            if (i > 0)
                peer.hear("\n");
            peer.say(lines[i]);
        }
        peer.halfClose();
        peer.silence();
    };
}

} // namespace plays

} // namespace twinhelm::test
