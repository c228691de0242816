#pragma once

#include <memory>
#include <string>

#include <boost/asio/ssl/context.hpp>
#include <boost/system/error_code.hpp>

#include "agent/api/refusals.h"
#include "agent/store/identity.h"
#include "common/base/result.h"

namespace twinhelm::api
{

using TlsContext = std::shared_ptr<boost::asio::ssl::context>;

/// TLS 1.3 only, client certificate demanded and verified against the identity's authorities, no resumption, so that
/// every connection shows its certificate anew. A0470 when OpenSSL refuses the identity.
[[nodiscard]] Result<TlsContext> makeTlsContext(const store::Identity &identity);

/// Why a handshake failed, for the ledger.
struct HandshakeFailure {
    Reason reason = Reason::BadHandshake;
    std::string text;
};
[[nodiscard]] HandshakeFailure explainHandshake(SSL *session, const boost::system::error_code &error);

/// Of the client's verified certificate; empty when there is none.
[[nodiscard]] store::CertificateFacts peerFacts(SSL *session);

} // namespace twinhelm::api
