#include "agent/store/certificate.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <ctime>
#include <optional>

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include "common/base/ip_address.h"

namespace twinhelm::store
{

namespace
{

template<auto Free>
struct Freer {
    template<typename T>
    void operator()(T *thing) const
    {
        Free(thing);
    }
};

using Bio = std::unique_ptr<BIO, Freer<BIO_free_all>>;
using Request = std::unique_ptr<X509_REQ, Freer<X509_REQ_free>>;
using NameList = std::unique_ptr<GENERAL_NAMES, Freer<GENERAL_NAMES_free>>;
using TrustStore = std::unique_ptr<X509_STORE, Freer<X509_STORE_free>>;
using TrustCheck = std::unique_ptr<X509_STORE_CTX, Freer<X509_STORE_CTX_free>>;

std::string opensslReason()
{
    const auto code = ERR_get_error();
    ERR_clear_error();
    const char *text = code == 0 ? nullptr : ERR_reason_error_string(code);
    return text == nullptr ? "no reason given" : text;
}

Bio reading(std::string_view text)
{
    return Bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

std::string written(const Bio &bio)
{
    char *data = nullptr;
    const auto size = BIO_get_mem_data(bio.get(), &data);
    return {data, static_cast<std::size_t>(size)};
}

/// A key that asks for a pass phrase would stop a daemon at its terminal.
int noPassPhrase(char *, int, int, void *)
{
    return -1;
}

std::string lastOf(const X509_NAME *name, int nid)
{
    int at = -1;
    for (int next = X509_NAME_get_index_by_NID(name, nid, -1); next >= 0;
         next = X509_NAME_get_index_by_NID(name, nid, next))
        at = next;
    if (at < 0)
        return {};
    unsigned char *utf8 = nullptr;
    const int size = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    if (size < 0)
        return {};
    std::string out(reinterpret_cast<char *>(utf8), static_cast<std::size_t>(size));
    OPENSSL_free(utf8);
    return out;
}

std::optional<std::string> addressOf(const ASN1_OCTET_STRING &bytes)
{
    const auto *const data = ASN1_STRING_get0_data(&bytes);
    const int size = ASN1_STRING_length(&bytes);
    if (size == 4)
        return IpAddress::v4({data[0], data[1], data[2], data[3]}).toString();
    if (size != 16)
        return std::nullopt;
    std::array<std::uint8_t, 16> v6{};
    std::copy_n(data, v6.size(), v6.begin());
    return IpAddress::v6(v6).toString();
}

std::vector<std::string> namesOf(const X509 &certificate)
{
    std::vector<std::string> out;
    const NameList names(
        static_cast<GENERAL_NAMES *>(X509_get_ext_d2i(&certificate, NID_subject_alt_name, nullptr, nullptr)));
    for (int i = 0; names && i < sk_GENERAL_NAME_num(names.get()); ++i) {
        const auto *const name = sk_GENERAL_NAME_value(names.get(), i);
        if (name->type == GEN_DNS)
            out.emplace_back(reinterpret_cast<const char *>(ASN1_STRING_get0_data(name->d.dNSName)),
                             static_cast<std::size_t>(ASN1_STRING_length(name->d.dNSName)));
        else if (name->type == GEN_IPADD) {
            if (auto address = addressOf(*name->d.iPAddress))
                out.push_back(std::move(*address));
        }
    }
    return out;
}

WallMillis millis(const ASN1_TIME *time)
{
    std::tm utc{};
    if (ASN1_TIME_to_tm(time, &utc) != 1)
        return 0;
    return static_cast<WallMillis>(::timegm(&utc)) * 1000;
}

bool isDnsName(std::string_view text)
{
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
               c == '_';
    };
    return !text.empty() && text.size() <= 253 && std::all_of(text.begin(), text.end(), allowed);
}

/// The extension's text for OpenSSL's configuration syntax, in which isDnsName leaves nothing to escape.
Result<std::string> alternativeNames(const std::string &name, const std::vector<std::string> &alternatives)
{
    std::vector<std::string> all{name};
    for (const auto &one : alternatives) {
        if (std::find(all.begin(), all.end(), one) == all.end())
            all.push_back(one);
    }
    std::string out;
    for (const auto &one : all) {
        const auto address = IpAddress::parse(one);
        if (!address && !isDnsName(one))
            return fail("A0462", "\"" + one + "\" is neither a host name nor an address.",
                        "Give names as in --name lb01 --san lb01.example.net --san 192.0.2.11.");
        out += (out.empty() ? "" : ",") + std::string(address ? "IP:" : "DNS:") + one;
    }
    return out;
}

bool addAlternativeNames(X509_REQ &request, const std::string &names)
{
    X509_EXTENSION *const extension = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, names.c_str());
    if (extension == nullptr)
        return false;
    STACK_OF(X509_EXTENSION) *extensions = sk_X509_EXTENSION_new_null();
    sk_X509_EXTENSION_push(extensions, extension);
    const bool added = X509_REQ_add_extensions(&request, extensions) == 1;
    sk_X509_EXTENSION_pop_free(extensions, X509_EXTENSION_free);
    return added;
}

} // namespace

void FreeX509::operator()(X509 *certificate) const
{
    X509_free(certificate);
}

void FreeKey::operator()(EVP_PKEY *key) const
{
    EVP_PKEY_free(key);
}

Result<PrivateKey> makeKey()
{
    PrivateKey key(EVP_EC_gen("P-256"));
    if (!key)
        return fail("A0460", "No key could be made: " + opensslReason() + '.');
    return key;
}

std::string keyToPem(const EVP_PKEY &key)
{
    const Bio out(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(out.get(), &key, nullptr, nullptr, 0, nullptr, nullptr);
    return written(out);
}

Result<PrivateKey> keyFromPem(std::string_view pem)
{
    PrivateKey key(PEM_read_bio_PrivateKey(reading(pem).get(), nullptr, noPassPhrase, nullptr));
    if (!key)
        return fail("A0461", "This is not a private key without pass phrase in PEM: " + opensslReason() + '.',
                    "Remove node.key and enrol the node again from the desk.");
    return key;
}

Result<std::string> makeRequest(EVP_PKEY &key, const std::string &name, const std::vector<std::string> &alternatives)
{
    const auto names = alternativeNames(name, alternatives);
    if (!names)
        return tl::unexpected(names.error());
    const Request request(X509_REQ_new());
    X509_NAME *const subject = X509_REQ_get_subject_name(request.get());
    const bool made = X509_REQ_set_version(request.get(), X509_REQ_VERSION_1) == 1 &&
                      X509_NAME_add_entry_by_NID(subject, NID_commonName, MBSTRING_UTF8,
                                                 reinterpret_cast<const unsigned char *>(name.data()),
                                                 static_cast<int>(name.size()), -1, 0) == 1 &&
                      X509_REQ_set_pubkey(request.get(), &key) == 1 && addAlternativeNames(*request, *names) &&
                      X509_REQ_sign(request.get(), &key, EVP_sha256()) > 0;
    if (!made)
        return fail("A0462", "The request for " + name + " could not be made: " + opensslReason() + '.',
                    "A name has at most 64 characters.");
    const Bio out(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509_REQ(out.get(), request.get());
    return written(out);
}

Result<std::vector<Certificate>> certificatesFromPem(std::string_view pem)
{
    std::vector<Certificate> out;
    const auto bio = reading(pem);
    while (auto *const one = PEM_read_bio_X509(bio.get(), nullptr, noPassPhrase, nullptr))
        out.emplace_back(one);
    const auto why = opensslReason();
    if (out.empty())
        return fail("A0463", "There is no certificate in this text: " + why + '.',
                    "It must hold the node's certificate and the site CA's, in PEM (-----BEGIN CERTIFICATE-----).");
    return out;
}

std::string certificateToPem(const X509 &certificate)
{
    const Bio out(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(out.get(), &certificate);
    return written(out);
}

bool fits(const X509 &certificate, const EVP_PKEY &key)
{
    const bool same = X509_check_private_key(&certificate, &key) == 1;
    ERR_clear_error();
    return same;
}

CertificateFacts factsOf(const X509 &certificate)
{
    CertificateFacts out;
    const auto *const subject = X509_get_subject_name(&certificate);
    out.commonName = lastOf(subject, NID_commonName);
    out.organizationalUnit = lastOf(subject, NID_organizationalUnitName);
    out.issuer = lastOf(X509_get_issuer_name(&certificate), NID_commonName);
    out.names = namesOf(certificate);
    out.notBefore = millis(X509_get0_notBefore(&certificate));
    out.notAfter = millis(X509_get0_notAfter(&certificate));
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    X509_digest(&certificate, EVP_sha256(), digest.data(), &size);
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (unsigned i = 0; i < size; ++i) {
        if (i > 0)
            out.sha256 += ':';
        out.sha256 += digits[digest[i] >> 4U];
        out.sha256 += digits[digest[i] & 0xfU];
    }
    return out;
}

Result<void> verifyServer(X509 &node, const std::vector<Certificate> &authorities, WallMillis now)
{
    const TrustStore trusted(X509_STORE_new());
    for (const auto &one : authorities)
        X509_STORE_add_cert(trusted.get(), one.get());
    const TrustCheck check(X509_STORE_CTX_new());
    X509_STORE_CTX_init(check.get(), trusted.get(), &node, nullptr);
    X509_STORE_CTX_set_purpose(check.get(), X509_PURPOSE_SSL_SERVER);
    X509_STORE_CTX_set_time(check.get(), 0, static_cast<std::time_t>(now / 1000));
    const bool good = X509_verify_cert(check.get()) == 1;
    ERR_clear_error();
    if (good)
        return {};
    const auto facts = factsOf(node);
    return fail("A0464",
                "The certificate of " + facts.commonName + " by " + facts.issuer +
                    " does not hold: " + X509_verify_cert_error_string(X509_STORE_CTX_get_error(check.get())) + '.',
                "Check the clocks of node and desk, and that the site CA stands in the same text; then enrol again.");
}

} // namespace twinhelm::store
