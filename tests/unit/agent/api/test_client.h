#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>

#include "agent/linux/file_descriptor.h"
#include "tests/unit/agent/test_ca.h"

namespace twinhelm::test
{

/// A blocking client, over TLS or a Unix socket, that can also misbehave.
class TestClient
{
public:
    /// TLS to 127.0.0.1. `as` empty: no certificate. `newest`: highest TLS version offered.
    TestClient(std::uint16_t port, const std::string &trusted, const std::optional<Issued> &as, int newest = 0)
        : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)), context_(SSL_CTX_new(TLS_client_method()))
    {
        prepareSocket();
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ = ::connect(fd_.get(), reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
        useIdentity(trusted, as);
        if (newest != 0)
            SSL_CTX_set_max_proto_version(context_, newest);
        session_ = SSL_new(context_);
        SSL_set_fd(session_, fd_.get());
        connected_ = connected_ && SSL_connect(session_) == 1;
    }

    explicit TestClient(const std::string &unixPath) : fd_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        prepareSocket();
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        unixPath.copy(address.sun_path, sizeof address.sun_path - 1);
        connected_ = ::connect(fd_.get(), reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    }

    ~TestClient()
    {
        SSL_free(session_);
        SSL_CTX_free(context_);
    }
    TestClient(const TestClient &) = delete;
    TestClient &operator=(const TestClient &) = delete;

    /// Socket and, for TLS, handshake. A TLS 1.3 client learns of a refused certificate at its first read only.
    [[nodiscard]] bool connected() const { return connected_; }
    [[nodiscard]] std::string protocol() const { return SSL_get_version(session_); }

    bool send(const std::string &bytes)
    {
        std::size_t at = 0;
        while (connected_ && at < bytes.size()) {
            const auto size = int(std::min<std::size_t>(bytes.size() - at, 65536));
            const auto sent = session_ ? SSL_write(session_, bytes.data() + at, size)
                                       : int(::send(fd_.get(), bytes.data() + at, std::size_t(size), MSG_NOSIGNAL));
            if (sent <= 0)
                return false;
            at += std::size_t(sent);
        }
        return connected_;
    }

    /// What comes next; empty at the end, after an error, or after five silent seconds.
    std::string receive()
    {
        if (!connected_)
            return {};
        std::array<char, 65536> buffer; // NOLINT: filled below
        const auto size = session_ ? SSL_read(session_, buffer.data(), int(buffer.size()))
                                   : int(::recv(fd_.get(), buffer.data(), buffer.size(), 0));
        return size > 0 ? std::string(buffer.data(), std::size_t(size)) : std::string();
    }

    std::string receiveAll()
    {
        std::string out;
        for (auto more = receive(); !more.empty(); more = receive())
            out += more;
        return out;
    }

    std::string receiveUntil(const std::string &marker)
    {
        std::string out;
        while (out.find(marker) == std::string::npos) {
            const auto more = receive();
            if (more.empty())
                break;
            out += more;
        }
        return out;
    }

    /// One request on a connection that is closed after it.
    std::string ask(const std::string &method, const std::string &target)
    {
        send(method + ' ' + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        return receiveAll();
    }

private:
    void prepareSocket()
    {
        const timeval patience{5, 0};
        ::setsockopt(fd_.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(fd_.get(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        const int small = 16384; // so that a client that does not read is noticed soon
        ::setsockopt(fd_.get(), SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
    }

    void useIdentity(const std::string &trusted, const std::optional<Issued> &as)
    {
        SSL_CTX_set_verify(context_, SSL_VERIFY_PEER, nullptr);
        const auto authorities = *store::certificatesFromPem(trusted);
        for (const auto &one : authorities)
            X509_STORE_add_cert(SSL_CTX_get_cert_store(context_), one.get());
        if (!as)
            return;
        SSL_CTX_use_certificate(context_, store::certificatesFromPem(as->certificate)->front().get());
        SSL_CTX_use_PrivateKey(context_, store::keyFromPem(as->key)->get());
    }

    agent::FileDescriptor fd_;
    SSL_CTX *context_ = nullptr;
    SSL *session_ = nullptr;
    bool connected_ = false;
};

} // namespace twinhelm::test
