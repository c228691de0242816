#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "agent/checks/attempt.h"
#include "common/base/result.h"
#include "common/health/settings.h"

using SSL = struct ssl_st;
using SSL_CTX = struct ssl_ctx_st;

namespace twinhelm::checks
{

using TlsContext = std::shared_ptr<SSL_CTX>;

/// What HTTPS probes of a node show and whom they trust. `verifies`: peers must be vouched for, by tls->authorities or
/// else by the system's. A0580: which of the files OpenSSL does not take, and why.
[[nodiscard]] Result<TlsContext> makeClientContext(const std::optional<health::Tls> &tls, bool verifies);

/// TLS on a connected, non-blocking socket that somebody else owns and waits for.
class TlsClient
{
public:
    struct Peer {
        std::string name;    ///< SNI, and, when peers are verified, the name that the certificate must bear
        std::string address; ///< that the certificate must bear when there is no name
        bool verifies = false;
        bool compliant = false; ///< tls_compliant: the end must be announced (close_notify)
    };

    TlsClient(const TlsContext &context, int socket, const Peer &peer);
    ~TlsClient();
    TlsClient(const TlsClient &) = delete;
    TlsClient &operator=(const TlsClient &) = delete;

    /// To be repeated when it wants to wait. Done: the handshake is over, and the peer vouched for when that is asked.
    [[nodiscard]] Attempt handshake();
    [[nodiscard]] Attempt read(std::span<char> buffer);
    [[nodiscard]] Attempt write(std::string_view bytes);

    /// Until the server's certificate expires, in whole days; below 0: it has. After the handshake.
    [[nodiscard]] std::optional<int> certificateDays() const;
    /// "TLSv1.3, TLS_AES_256_GCM_SHA384".
    [[nodiscard]] std::string description() const;

private:
    [[nodiscard]] Attempt attempt(int answer, std::size_t size);
    [[nodiscard]] std::string verifyProblem() const;

    TlsContext context_;
    SSL *session_;
    bool verifies_;
};

} // namespace twinhelm::checks
