#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/base/time.h"

using X509 = struct x509_st;
using EVP_PKEY = struct evp_pkey_st;

/// Keys, requests and certificates as PEM, over OpenSSL. Pure: no files, no clock.
/// Errors: A0460 and on, with OpenSSL's reason in the words.
namespace twinhelm::store
{

struct FreeX509 {
    void operator()(X509 *certificate) const;
};
struct FreeKey {
    void operator()(EVP_PKEY *key) const;
};
using Certificate = std::unique_ptr<X509, FreeX509>;
using PrivateKey = std::unique_ptr<EVP_PKEY, FreeKey>;

/// What a person wants to know of a certificate.
struct CertificateFacts {
    std::string commonName;
    std::string organizationalUnit; ///< a desk's role: viewer, operator; empty for a node
    std::string issuer;             ///< common name of the signer
    std::vector<std::string> names; ///< subject alternative names: DNS names and addresses
    WallMillis notBefore = 0;
    WallMillis notAfter = 0;
    std::string sha256; ///< fingerprint, colon-separated hex
};

/// A new key on the curve P-256.
[[nodiscard]] Result<PrivateKey> makeKey();
[[nodiscard]] std::string keyToPem(const EVP_PKEY &key);
/// A0461 when it is not a private key.
[[nodiscard]] Result<PrivateKey> keyFromPem(std::string_view pem);

/// A signing request for CN = `name`; `name` and each of `alternatives` (DNS names or addresses) become subject
/// alternative names. A0462 when one of them is neither.
[[nodiscard]] Result<std::string> makeRequest(EVP_PKEY &key, const std::string &name,
                                              const std::vector<std::string> &alternatives);

/// Every certificate of a PEM text, in order; what stands between them is ignored. A0463 when there is none.
[[nodiscard]] Result<std::vector<Certificate>> certificatesFromPem(std::string_view pem);
[[nodiscard]] std::string certificateToPem(const X509 &certificate);
[[nodiscard]] bool fits(const X509 &certificate, const EVP_PKEY &key);
[[nodiscard]] CertificateFacts factsOf(const X509 &certificate);

/// Whether `node` may serve TLS at `now`, vouched for by `authorities`. A0464: why not.
[[nodiscard]] Result<void> verifyServer(X509 &node, const std::vector<Certificate> &authorities, WallMillis now);

} // namespace twinhelm::store
