#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace twinhelm::test
{

/// A server on 127.0.0.1 that misbehaves as it is told: real sockets, a thread for each connection. What a connection
/// does is a function over its Peer; it ends when that returns, or when the server is destroyed.
class FaultServer
{
public:
    /// One connection, or for UDP one datagram's sender.
    class Peer
    {
    public:
        virtual ~Peer() = default;
        virtual void say(std::string_view bytes) = 0;
        /// What has come until `end` was seen, or the other end closed.
        virtual std::string hear(std::string_view end) = 0;
        /// TLS from now on, with a certificate made for the occasion that expires in so many days. False: the handshake
        /// failed.
        virtual bool startTls(int days) = 0;
        /// The connection ends with RST.
        virtual void reset() = 0;
        /// Nothing more is said, but everything heard.
        virtual void halfClose() = 0;
        /// Ends early when the server is destroyed.
        virtual void pause(std::chrono::milliseconds time) = 0;
        /// Says nothing until the other end, or the server, is gone.
        virtual void silence() = 0;
        [[nodiscard]] virtual bool gone() const = 0;
    };
    using Play = std::function<void(Peer &)>;
    using Answer = std::function<std::vector<std::string>(const std::string &datagram)>;

    /// TCP.
    explicit FaultServer(Play play);
    /// UDP: every datagram is answered with these.
    explicit FaultServer(Answer answer);
    ~FaultServer();
    FaultServer(const FaultServer &) = delete;
    FaultServer &operator=(const FaultServer &) = delete;

    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] int connections() const { return connections_; }

    /// A TCP port of 127.0.0.1 on which nobody listens, or of which the queue is full.
    [[nodiscard]] static std::uint16_t closedPort();

private:
    class Connection;

    void open(int type);
    void accept();
    void answerAll(const Answer &answer);

    Play play_;
    int socket_ = -1;
    int wake_ = -1; ///< readable when the server ends
    std::uint16_t port_ = 0;
    std::atomic<int> connections_ = 0;
    std::vector<std::thread> threads_;
    std::thread acceptor_;
};

// ---- what servers do wrong ---------------------------------------------------------------------

namespace plays
{
/// Answers every request with this text and closes.
[[nodiscard]] FaultServer::Play answer(std::string text);
/// The same, a byte at a time.
[[nodiscard]] FaultServer::Play trickle(std::string text, std::chrono::milliseconds every);
/// A head, and then a body without end.
[[nodiscard]] FaultServer::Play endlessBody();
[[nodiscard]] FaultServer::Play silent();
/// Says this as soon as it is connected, hears nothing and closes.
[[nodiscard]] FaultServer::Play blurt(std::string text);
[[nodiscard]] FaultServer::Play resetAfter(std::string text);
[[nodiscard]] FaultServer::Play overTls(int days, FaultServer::Play play);
/// A mail server that says these lines in turn, each after a line heard but the first.
[[nodiscard]] FaultServer::Play dialogue(std::vector<std::string> lines);
} // namespace plays

} // namespace twinhelm::test
