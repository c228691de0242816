#include "agent/checks/tls_client.h"

#include <algorithm>
#include <cerrno>

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

namespace twinhelm::checks
{

namespace
{

std::string lastError()
{
    const unsigned long code = ERR_peek_error();
    const char *const reason = code == 0 ? nullptr : ERR_reason_error_string(code);
    std::string out = reason ? reason : "no reason given";
    ERR_clear_error();
    return out;
}

int givePassword(char *buffer, int size, int, void *password)
{
    const auto &text = *static_cast<const std::string *>(password);
    if (static_cast<std::size_t>(size) < text.size())
        return 0;
    std::copy(text.begin(), text.end(), buffer);
    return static_cast<int>(text.size());
}

tl::unexpected<Error> refused(const std::string &what, const std::string &file)
{
    return fail("A0580", "the SSL block's " + what + ' ' + file + " is not taken by OpenSSL: " + lastError(),
                "correct the path, or the file; the checker must be able to read it");
}

/// The certificate and key that servers may ask for.
Result<void> show(SSL_CTX *context, const health::Tls &tls)
{
    ERR_clear_error();
    if (!tls.password.empty()) {
        SSL_CTX_set_default_passwd_cb(context, givePassword);
        SSL_CTX_set_default_passwd_cb_userdata(context, const_cast<std::string *>(&tls.password));
    }
    Result<void> out;
    if (!tls.certificate.empty() && SSL_CTX_use_certificate_chain_file(context, tls.certificate.c_str()) != 1)
        out = refused("certificate", tls.certificate);
    else if (!tls.key.empty() && SSL_CTX_use_PrivateKey_file(context, tls.key.c_str(), SSL_FILETYPE_PEM) != 1)
        out = refused("key", tls.key);
    SSL_CTX_set_default_passwd_cb_userdata(context, nullptr);
    SSL_CTX_set_default_passwd_cb(context, nullptr);
    return out;
}

} // namespace

Result<TlsContext> makeClientContext(const std::optional<health::Tls> &tls, bool verifies)
{
    ERR_clear_error();
    TlsContext context(SSL_CTX_new(TLS_client_method()), SSL_CTX_free);
    if (!context)
        return fail("A0580", "OpenSSL makes no TLS client: " + lastError());
    SSL_CTX_set_mode(context.get(),
                     SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);
    // Judged after the handshake, so that an expired certificate's age is known, too.
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_NONE, nullptr);
    if (!verifies)
        SSL_CTX_set_cert_verify_callback(
            context.get(), [](X509_STORE_CTX *, void *) { return 1; }, nullptr);
    if (tls) {
        if (auto shown = show(context.get(), *tls); !shown)
            return tl::unexpected(shown.error());
    }
    if (!verifies)
        return context;
    const bool own = tls && !tls->authorities.empty();
    if (own && SSL_CTX_load_verify_locations(context.get(), tls->authorities.c_str(), nullptr) != 1)
        return refused("ca", tls->authorities);
    if (!own)
        (void)SSL_CTX_set_default_verify_paths(context.get());
    return context;
}

TlsClient::TlsClient(const TlsContext &context, int socket, const Peer &peer)
    : context_(context), session_(SSL_new(context.get())), verifies_(peer.verifies)
{
    if (!session_)
        return;
    SSL_set_fd(session_, socket);
    SSL_set_connect_state(session_);
    if (!peer.name.empty())
        SSL_set_tlsext_host_name(session_, peer.name.c_str());
    if (!peer.compliant)
        SSL_set_options(session_, SSL_OP_IGNORE_UNEXPECTED_EOF);
    if (peer.verifies && !peer.name.empty())
        SSL_set1_host(session_, peer.name.c_str());
    else if (peer.verifies)
        X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(session_), peer.address.c_str());
}

TlsClient::~TlsClient()
{
    SSL_free(session_);
}

Attempt TlsClient::attempt(int answer, std::size_t size)
{
    if (answer > 0)
        return {Attempt::Status::Done, size};
    const int error = errno;
    switch (SSL_get_error(session_, answer)) {
    case SSL_ERROR_WANT_READ: return {Attempt::Status::WantRead};
    case SSL_ERROR_WANT_WRITE: return {Attempt::Status::WantWrite};
    case SSL_ERROR_ZERO_RETURN: return {Attempt::Status::Closed};
    case SSL_ERROR_SYSCALL:
        ERR_clear_error();
        return error == 0 ? Attempt{Attempt::Status::Closed} : Attempt{Attempt::Status::Reset, 0, error};
    default: return {Attempt::Status::Failed, 0, 0, lastError()};
    }
}

Attempt TlsClient::handshake()
{
    if (!session_)
        return {Attempt::Status::Failed, 0, 0, "out of memory"};
    ERR_clear_error();
    errno = 0;
    auto out = attempt(SSL_do_handshake(session_), 0);
    if (out.status == Attempt::Status::Done && verifies_) {
        if (auto problem = verifyProblem(); !problem.empty())
            return {Attempt::Status::Failed, 0, 0, std::move(problem)};
    }
    return out;
}

std::string TlsClient::verifyProblem() const
{
    const long verdict = SSL_get_verify_result(session_);
    if (verdict == X509_V_OK)
        return {};
    return std::string("its certificate is not vouched for: ") + X509_verify_cert_error_string(verdict);
}

Attempt TlsClient::read(std::span<char> buffer)
{
    ERR_clear_error();
    errno = 0;
    std::size_t size = 0;
    const int answer = SSL_read_ex(session_, buffer.data(), buffer.size(), &size);
    return attempt(answer, size);
}

Attempt TlsClient::write(std::string_view bytes)
{
    ERR_clear_error();
    errno = 0;
    std::size_t size = 0;
    const int answer = SSL_write_ex(session_, bytes.data(), bytes.size(), &size);
    return attempt(answer, size);
}

std::optional<int> TlsClient::certificateDays() const
{
    const X509 *const certificate = SSL_get0_peer_certificate(session_);
    int days = 0;
    int seconds = 0;
    if (!certificate || ASN1_TIME_diff(&days, &seconds, nullptr, X509_get0_notAfter(certificate)) != 1)
        return std::nullopt;
    return seconds < 0 ? days - 1 : days;
}

std::string TlsClient::description() const
{
    const char *const cipher = SSL_get_cipher_name(session_);
    return std::string(SSL_get_version(session_)) + (cipher ? std::string(", ") + cipher : std::string());
}

} // namespace twinhelm::checks
