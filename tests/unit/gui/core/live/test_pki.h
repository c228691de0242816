#pragma once

#include <QByteArray>
#include <QSslCertificate>
#include <QSslKey>
#include <QString>

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace twinhelm::desk::fakes
{

struct Identity {
    QSslCertificate certificate;
    QSslKey key;
};

/// A certificate authority that lives as long as the test: EC P-256, certificates valid for an hour.
class TestPki
{
public:
    TestPki() : key_(EVP_EC_gen("P-256")), certificate_(make("test authority", key_, 3600, nullptr, key_)) {}
    ~TestPki()
    {
        X509_free(certificate_);
        EVP_PKEY_free(key_);
    }
    TestPki(const TestPki &) = delete;
    TestPki &operator=(const TestPki &) = delete;

    [[nodiscard]] QSslCertificate authority() const { return QSslCertificate(pem(certificate_)); }

    /// CN = name, also as DNS name; a negative `validSeconds` gives one that has run out.
    [[nodiscard]] Identity issue(const QString &name, long validSeconds = 3600) const
    {
        auto *key = EVP_EC_gen("P-256");
        auto *certificate = make(name.toUtf8(), key, validSeconds, certificate_, key_);
        Identity identity{QSslCertificate(pem(certificate)), QSslKey(pem(key), QSsl::Ec)};
        X509_free(certificate);
        EVP_PKEY_free(key);
        return identity;
    }

private:
    static X509 *make(const QByteArray &name, EVP_PKEY *key, long validSeconds, X509 *issuer, EVP_PKEY *issuerKey)
    {
        static long serial = 1;
        auto *out = X509_new();
        X509_set_version(out, 2);
        ASN1_INTEGER_set(X509_get_serialNumber(out), ++serial);
        X509_gmtime_adj(X509_getm_notBefore(out), -7200);
        X509_gmtime_adj(X509_getm_notAfter(out), validSeconds);
        X509_set_pubkey(out, key);
        auto *subject = X509_get_subject_name(out);
        X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                                   reinterpret_cast<const unsigned char *>(name.constData()), -1, -1, 0);
        X509_set_issuer_name(out, issuer ? X509_get_subject_name(issuer) : subject);
        if (issuer)
            extend(out, NID_subject_alt_name, "DNS:" + name);
        else
            extend(out, NID_basic_constraints, "critical,CA:TRUE");
        X509_sign(out, issuerKey, EVP_sha256());
        return out;
    }

    static void extend(X509 *certificate, int nid, const QByteArray &value)
    {
        auto *extension = X509V3_EXT_conf_nid(nullptr, nullptr, nid, value.constData());
        X509_add_ext(certificate, extension, -1);
        X509_EXTENSION_free(extension);
    }

    template<typename Write>
    static QByteArray written(Write write)
    {
        auto *memory = BIO_new(BIO_s_mem());
        write(memory);
        char *data = nullptr;
        const auto size = BIO_get_mem_data(memory, &data);
        QByteArray out(data, size);
        BIO_free(memory);
        return out;
    }
    static QByteArray pem(X509 *certificate)
    {
        return written([certificate](BIO *to) { PEM_write_bio_X509(to, certificate); });
    }
    static QByteArray pem(EVP_PKEY *key)
    {
        return written([key](BIO *to) { PEM_write_bio_PrivateKey(to, key, nullptr, nullptr, 0, nullptr, nullptr); });
    }

    EVP_PKEY *key_;
    X509 *certificate_;
};

} // namespace twinhelm::desk::fakes
