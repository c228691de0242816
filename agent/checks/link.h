#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "agent/checks/attempt.h"
#include "agent/checks/run.h"
#include "agent/checks/tls_client.h"
#include "agent/linux/probe_socket.h"

namespace twinhelm::checks
{

/// A probe's connection: TCP, TLS over it, UDP or ICMP. Every wait is bounded by the run's phases. What went wrong is
/// in failure(), fit to stand after "TCP connection to 10.0.0.7:80".
class Link
{
public:
    enum class Got { Bytes, End, Failed };

    explicit Link(Run &run) : run_(run), descriptor_(run.io()) {}

    /// Connects within the endpoint's connect_timeout; for UDP and ICMP that needs no answer. False: failure().
    [[nodiscard]] boost::asio::awaitable<bool> connect(agent::ProbeTransport transport,
                                                       const health::Endpoint &endpoint);
    /// Within what is left of the connection's time (keepalived).
    [[nodiscard]] boost::asio::awaitable<bool> startTls(const TlsContext &context, const TlsClient::Peer &peer);
    [[nodiscard]] boost::asio::awaitable<bool> write(std::string_view bytes);
    /// At most one buffer; `size`: how much.
    [[nodiscard]] boost::asio::awaitable<Got> read(std::span<char> buffer, std::size_t &size);

    [[nodiscard]] const Failure &failure() const { return failure_; }
    [[nodiscard]] const TlsClient *tls() const { return tls_.get(); }
    [[nodiscard]] bool raw() const { return raw_; }
    /// Nothing came in time, as opposed to an error.
    [[nodiscard]] bool silent() const { return silent_; }

private:
    [[nodiscard]] Attempt tryRead(std::span<char> buffer);
    [[nodiscard]] Attempt tryWrite(std::string_view bytes);
    /// Waits as the attempt wants; false: it is over, and failure() says why.
    [[nodiscard]] boost::asio::awaitable<bool> waitFor(const Attempt &attempt, health::Reason tooLate);
    void fail(health::Reason reason, std::string text);
    void failOf(const Attempt &attempt);

    Run &run_;
    Run::Descriptor descriptor_;
    std::unique_ptr<TlsClient> tls_; ///< before the descriptor is closed
    agent::ProbeTransport transport_ = agent::ProbeTransport::Tcp;
    Failure failure_;
    bool raw_ = false;
    bool silent_ = false;
};

/// What an errno of connect(), or of a datagram socket, says about a server.
[[nodiscard]] Failure failureOf(int error, agent::ProbeTransport transport);

} // namespace twinhelm::checks
