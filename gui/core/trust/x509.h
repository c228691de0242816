#pragma once

#include <memory>

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

/// Keys and certificates over OpenSSL, as values that free themselves. Pure: no files, no clock.
/// Null means that OpenSSL refused; opensslReason() says why.
namespace twinhelm::desk
{

struct FreeKey {
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
};
struct FreeCertificate {
    void operator()(X509 *certificate) const { X509_free(certificate); }
};
using PrivateKey = std::unique_ptr<EVP_PKEY, FreeKey>;
using Certificate = std::unique_ptr<X509, FreeCertificate>;

/// What a certificate shall say.
struct CertificateContents {
    QString commonName;         ///< at most 64 characters count
    QString organizationalUnit; ///< empty: none
    QByteArray extendedUse;     ///< serverAuth or clientAuth; empty: an authority
    QStringList names;          ///< DNS names and addresses; characters were checked before
    QDateTime from;
    QDateTime until;
};

PrivateKey makeKey(); ///< EC P-256
PrivateKey keyFromPem(const QByteArray &pem);
Certificate certificateFromPem(const QByteArray &pem);
QByteArray toPem(EVP_PKEY *key); ///< PKCS #8, not encrypted
QByteArray toPem(X509 *certificate);

/// Issued by `issuer` with `issuerKey`; a null issuer signs itself and becomes an authority.
Certificate makeCertificate(const CertificateContents &contents, EVP_PKEY *subjectKey, X509 *issuer,
                            EVP_PKEY *issuerKey);

QString commonNameOf(X509 *certificate);
QString organizationalUnitOf(X509 *certificate);
QDateTime endOf(X509 *certificate);
QString fingerprintOf(X509 *certificate); ///< SHA-256, colon-separated hex
QString opensslReason();

} // namespace twinhelm::desk
