#include "agent/api/tls.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <boost/asio/buffer.hpp>
#include <boost/asio/ssl/error.hpp>
#include <boost/system/system_error.hpp>

namespace twinhelm::api
{

namespace
{

namespace ssl = boost::asio::ssl;

void restrict(ssl::context &context)
{
    SSL_CTX *const raw = context.native_handle();
    SSL_CTX_set_min_proto_version(raw, TLS1_3_VERSION);
    SSL_CTX_set_session_cache_mode(raw, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(raw, 0);
    SSL_CTX_set_options(raw, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_TICKET);
    context.set_verify_mode(ssl::verify_peer | ssl::verify_fail_if_no_peer_cert);
}

bool isExpired(long verdict)
{
    return verdict == X509_V_ERR_CERT_HAS_EXPIRED || verdict == X509_V_ERR_CERT_NOT_YET_VALID;
}

} // namespace

Result<TlsContext> makeTlsContext(const store::Identity &identity)
{
    try { // Asio's TLS context throws
        auto out = std::make_shared<ssl::context>(ssl::context::tls_server);
        restrict(*out);
        out->use_certificate_chain(boost::asio::buffer(identity.certificatePem));
        out->use_private_key(boost::asio::buffer(identity.keyPem), ssl::context::pem);
        out->add_certificate_authority(boost::asio::buffer(identity.authoritiesPem));
        return out;
    } catch (const boost::system::system_error &error) {
        return fail("A0470", std::string("OpenSSL does not take this node's identity: ") + error.what() + '.',
                    "Enrol the node again from the desk.");
    }
}

HandshakeFailure explainHandshake(SSL *session, const boost::system::error_code &error)
{
    if (error.category() != boost::asio::error::get_ssl_category())
        return {Reason::BadHandshake, "left during the TLS handshake: " + error.message()};
    const auto why = ERR_GET_REASON(static_cast<unsigned long>(error.value()));
    if (why == SSL_R_PEER_DID_NOT_RETURN_A_CERTIFICATE)
        return {Reason::NoCertificate, "came without a certificate"};
    if (why != SSL_R_CERTIFICATE_VERIFY_FAILED)
        return {Reason::BadHandshake, "does not speak our TLS 1.3: " + error.message()};
    const long verdict = SSL_get_verify_result(session);
    const std::string text = X509_verify_cert_error_string(verdict);
    if (isExpired(verdict))
        return {Reason::ExpiredCertificate, "showed a certificate out of its time: " + text};
    return {Reason::UnknownCertificate, "showed a certificate that this site's CA does not vouch for: " + text};
}

store::CertificateFacts peerFacts(SSL *session)
{
    const X509 *const certificate = SSL_get0_peer_certificate(session);
    return certificate == nullptr ? store::CertificateFacts{} : store::factsOf(*certificate);
}

} // namespace twinhelm::api
