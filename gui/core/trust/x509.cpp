#include "gui/core/trust/x509.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <QHostAddress>
#include <QTimeZone>

namespace twinhelm::desk
{
namespace
{

struct FreeBio {
    void operator()(BIO *bio) const { BIO_free(bio); }
};
using Bio = std::unique_ptr<BIO, FreeBio>;

Bio reading(const QByteArray &pem)
{
    return Bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
}

QByteArray written(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, size};
}

/// An encrypted key asks nobody: it is none of ours.
int noPassphrase(char * /*buffer*/, int /*size*/, int /*writing*/, void * /*data*/)
{
    return -1;
}

bool addName(X509_NAME *name, int nid, const QString &value)
{
    const QByteArray text = value.left(64).toUtf8();
    return X509_NAME_add_entry_by_NID(name, nid, MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char *>(text.constData()),
                                      static_cast<int>(text.size()), -1, 0) == 1;
}

QString entryOf(X509 *certificate, int nid)
{
    X509_NAME *name = X509_get_subject_name(certificate);
    const int at = X509_NAME_get_index_by_NID(name, nid, -1);
    if (at < 0)
        return {};
    unsigned char *text = nullptr;
    const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    const QString value = size < 0 ? QString() : QString::fromUtf8(reinterpret_cast<char *>(text), size);
    OPENSSL_free(text);
    return value;
}

bool setSerial(X509 *certificate)
{
    unsigned char bytes[16];
    if (RAND_bytes(bytes, sizeof bytes) != 1)
        return false;
    bytes[0] = static_cast<unsigned char>((bytes[0] & 0x7f) | 0x40); // positive, and always of the same length
    BIGNUM *number = BN_bin2bn(bytes, sizeof bytes, nullptr);
    const bool ok = number && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate));
    BN_free(number);
    return ok;
}

bool setTimes(X509 *certificate, const CertificateContents &contents)
{
    return ASN1_TIME_set(X509_getm_notBefore(certificate), contents.from.toSecsSinceEpoch()) &&
           ASN1_TIME_set(X509_getm_notAfter(certificate), contents.until.toSecsSinceEpoch());
}

bool addExtension(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData());
    const bool ok = extension && X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return ok;
}

QByteArray alternatives(const QStringList &names)
{
    QByteArrayList parts;
    for (const QString &name : names)
        parts << (QHostAddress().setAddress(name) ? "IP:" : "DNS:") + name.toUtf8();
    return parts.join(',');
}

bool addExtensions(X509 *certificate, X509 *issuer, const CertificateContents &contents)
{
    const bool authority = contents.extendedUse.isEmpty();
    bool ok = addExtension(certificate, issuer, NID_basic_constraints,
                           authority ? "critical,CA:TRUE,pathlen:0" : "critical,CA:FALSE") &&
              addExtension(certificate, issuer, NID_key_usage,
                           authority ? "critical,keyCertSign,cRLSign" : "critical,digitalSignature") &&
              addExtension(certificate, issuer, NID_subject_key_identifier, "hash") &&
              addExtension(certificate, issuer, NID_authority_key_identifier, "keyid");
    if (!authority)
        ok = ok && addExtension(certificate, issuer, NID_ext_key_usage, contents.extendedUse);
    if (!contents.names.isEmpty())
        ok = ok && addExtension(certificate, issuer, NID_subject_alt_name, alternatives(contents.names));
    return ok;
}

} // namespace

PrivateKey makeKey()
{
    return PrivateKey(EVP_EC_gen("P-256"));
}

PrivateKey keyFromPem(const QByteArray &pem)
{
    return PrivateKey(PEM_read_bio_PrivateKey(reading(pem).get(), nullptr, noPassphrase, nullptr));
}

Certificate certificateFromPem(const QByteArray &pem)
{
    return Certificate(PEM_read_bio_X509(reading(pem).get(), nullptr, noPassphrase, nullptr));
}

QByteArray toPem(EVP_PKEY *key)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return written(bio.get());
}

QByteArray toPem(X509 *certificate)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), certificate);
    return written(bio.get());
}

Certificate makeCertificate(const CertificateContents &contents, EVP_PKEY *subjectKey, X509 *issuer,
                            EVP_PKEY *issuerKey)
{
    Certificate made(X509_new());
    X509_NAME *name = made ? X509_get_subject_name(made.get()) : nullptr;
    bool ok = name && X509_set_version(made.get(), X509_VERSION_3) && setSerial(made.get()) &&
              setTimes(made.get(), contents) && X509_set_pubkey(made.get(), subjectKey) &&
              addName(name, NID_commonName, contents.commonName);
    if (!contents.organizationalUnit.isEmpty())
        ok = ok && addName(name, NID_organizationalUnitName, contents.organizationalUnit);
    X509 *signer = issuer ? issuer : made.get();
    ok = ok && X509_set_issuer_name(made.get(), X509_get_subject_name(signer)) &&
         addExtensions(made.get(), signer, contents) && X509_sign(made.get(), issuerKey, EVP_sha256()) > 0;
    return ok ? std::move(made) : nullptr;
}

QString commonNameOf(X509 *certificate)
{
    return entryOf(certificate, NID_commonName);
}

QString organizationalUnitOf(X509 *certificate)
{
    return entryOf(certificate, NID_organizationalUnitName);
}

QDateTime endOf(X509 *certificate)
{
    tm parts{};
    if (ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &parts) != 1)
        return {};
    return {QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
            QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), QTimeZone::utc()};
}

QString fingerprintOf(X509 *certificate)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    X509_digest(certificate, EVP_sha256(), digest, &size);
    return QString::fromLatin1(QByteArray(reinterpret_cast<char *>(digest), static_cast<qsizetype>(size)).toHex(':'));
}

QString opensslReason()
{
    char text[256] = {};
    ERR_error_string_n(ERR_get_error(), text, sizeof text);
    ERR_clear_error();
    return QString::fromLatin1(text);
}

} // namespace twinhelm::desk
