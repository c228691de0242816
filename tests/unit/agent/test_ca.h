#pragma once

#include <ctime>
#include <string>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include "agent/store/certificate.h"

namespace twinhelm::test
{

/// What one certificate of a test shall say. Times are seconds from now.
struct Wanted {
    std::string commonName;
    std::string unit = {};            ///< OU; empty: none
    const char *usage = "clientAuth"; ///< extended key usage; nullptr: none
    long from = -3600;
    long until = 3600;
};

struct Issued {
    std::string certificate;
    std::string key;
};

/// A certificate authority that lives in memory and signs whatever a test asks for.
class TestCa
{
public:
    explicit TestCa(const std::string &name = "Test CA") : key_(*store::makeKey())
    {
        certificate_ = make({name, {}, nullptr}, *key_, nullptr, "critical,CA:TRUE", {});
    }

    [[nodiscard]] std::string certificate() const { return store::certificateToPem(*certificate_); }

    [[nodiscard]] Issued issue(const Wanted &wanted) const
    {
        const auto key = *store::makeKey();
        return {store::certificateToPem(*make(wanted, *key, certificate_.get(), "critical,CA:FALSE", {})),
                store::keyToPem(*key)};
    }

    /// Signs a node's request as the desk's site CA does.
    [[nodiscard]] std::string sign(const std::string &requestPem, long from = -3600, long until = 3600,
                                   const char *usage = "serverAuth") const
    {
        BIO *const bio = BIO_new_mem_buf(requestPem.data(), int(requestPem.size()));
        X509_REQ *const request = PEM_read_bio_X509_REQ(bio, nullptr, nullptr, nullptr);
        BIO_free(bio);
        const auto made = make({"lb01", {}, usage, from, until}, *X509_REQ_get0_pubkey(request), certificate_.get(),
                               "critical,CA:FALSE", "DNS:lb01,IP:127.0.0.1");
        X509_REQ_free(request);
        return store::certificateToPem(*made);
    }

private:
    static void extend(X509 &certificate, X509 *issuer, int nid, const std::string &value)
    {
        X509V3_CTX context;
        X509V3_set_ctx(&context, issuer ? issuer : &certificate, &certificate, nullptr, nullptr, 0);
        X509_EXTENSION *const extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str());
        X509_add_ext(&certificate, extension, -1);
        X509_EXTENSION_free(extension);
    }

    static void name(X509_NAME &subject, int nid, const std::string &text)
    {
        if (!text.empty())
            X509_NAME_add_entry_by_NID(&subject, nid, MBSTRING_UTF8,
                                       reinterpret_cast<const unsigned char *>(text.c_str()), -1, -1, 0);
    }

    [[nodiscard]] store::Certificate make(const Wanted &wanted, EVP_PKEY &key, X509 *issuer, const char *basic,
                                          const std::string &names) const
    {
        static long serial = 0;
        store::Certificate out(X509_new());
        X509_set_version(out.get(), X509_VERSION_3);
        ASN1_INTEGER_set(X509_get_serialNumber(out.get()), ++serial);
        X509_gmtime_adj(X509_getm_notBefore(out.get()), wanted.from);
        X509_gmtime_adj(X509_getm_notAfter(out.get()), wanted.until);
        X509_set_pubkey(out.get(), &key);
        name(*X509_get_subject_name(out.get()), NID_commonName, wanted.commonName);
        name(*X509_get_subject_name(out.get()), NID_organizationalUnitName, wanted.unit);
        X509_set_issuer_name(out.get(), issuer ? X509_get_subject_name(issuer) : X509_get_subject_name(out.get()));
        extend(*out, issuer, NID_basic_constraints, basic);
        if (wanted.usage)
            extend(*out, issuer, NID_ext_key_usage, wanted.usage);
        if (!names.empty())
            extend(*out, issuer, NID_subject_alt_name, names);
        X509_sign(out.get(), key_.get(), EVP_sha256());
        return out;
    }

    store::PrivateKey key_;
    store::Certificate certificate_;
};

} // namespace twinhelm::test
