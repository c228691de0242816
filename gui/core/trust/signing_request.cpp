#include "gui/core/trust/signing_request.h"

#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <QHostAddress>

#include "gui/core/ssh/ssh_error.h"
#include "gui/core/trust/trust_error.h"
#include "gui/core/trust/x509.h"

namespace twinhelm::desk
{
namespace
{

constexpr qsizetype maxRequest = 64 * 1024;
constexpr int minSecurityBits = 112; ///< EC P-224, RSA 2048

tl::unexpected<Error> broken(const QString &why)
{
    return error::make(error::requestBroken, Trust::tr("The node's signing request cannot be used: %1.").arg(why),
                       Trust::tr("Run \"twinhelmctl identity csr --name NODE\" on the node and look at its answer."));
}

/// One spelling for one name: addresses as Qt writes them, DNS names in small letters.
QString canonical(const QString &name)
{
    QHostAddress address;
    return address.setAddress(name) ? address.toString() : name.toLower();
}

QString textOf(const ASN1_STRING *text)
{
    return QString::fromLatin1(reinterpret_cast<const char *>(ASN1_STRING_get0_data(text)), ASN1_STRING_length(text));
}

QString addressOf(const ASN1_OCTET_STRING *bytes)
{
    const unsigned char *data = ASN1_STRING_get0_data(bytes);
    if (ASN1_STRING_length(bytes) == 4)
        return QHostAddress(quint32(data[0]) << 24 | quint32(data[1]) << 16 | quint32(data[2]) << 8 | data[3])
            .toString();
    return ASN1_STRING_length(bytes) == 16 ? QHostAddress(data).toString() : QString();
}

} // namespace

Result<SigningRequest> SigningRequest::parse(const QByteArray &pem)
{
    SigningRequest parsed;
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(
        BIO_new_mem_buf(pem.constData(), static_cast<int>(std::min(pem.size(), maxRequest))), &BIO_free);
    parsed.request_.reset(PEM_read_bio_X509_REQ(bio.get(), nullptr, nullptr, nullptr));
    if (!parsed.request_)
        return broken(Trust::tr("it is not a PEM request (%1)").arg(opensslReason()));
    EVP_PKEY *key = parsed.publicKey();
    if (!key || X509_REQ_verify(parsed.request_.get(), key) != 1)
        return broken(Trust::tr("its signature is not that of the key it is for"));
    if (EVP_PKEY_get_security_bits(key) < minSecurityBits)
        return broken(Trust::tr("its key is too weak"));
    auto read = parsed.readSubject();
    if (read)
        read = parsed.readNames();
    if (!read)
        return tl::unexpected(read.error());
    return parsed;
}

Result<void> SigningRequest::readSubject()
{
    X509_NAME *subject = X509_REQ_get_subject_name(request_.get());
    const int at = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
    if (at < 0 || X509_NAME_entry_count(subject) != 1)
        return broken(Trust::tr("its subject is not just one common name"));
    unsigned char *text = nullptr;
    const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at)));
    if (size > 0)
        commonName_ = QString::fromUtf8(reinterpret_cast<char *>(text), size);
    OPENSSL_free(text);
    return {};
}

Result<void> SigningRequest::readNames()
{
    STACK_OF(X509_EXTENSION) *extensions = X509_REQ_get_extensions(request_.get());
    auto *names = static_cast<GENERAL_NAMES *>(X509V3_get_d2i(extensions, NID_subject_alt_name, nullptr, nullptr));
    bool strange = false;
    for (int i = 0; i < sk_GENERAL_NAME_num(names); ++i) {
        const GENERAL_NAME *name = sk_GENERAL_NAME_value(names, i);
        QString text;
        if (name->type == GEN_DNS)
            text = textOf(name->d.dNSName);
        else if (name->type == GEN_IPADD)
            text = addressOf(name->d.iPAddress);
        strange = strange || text.isEmpty();
        names_ << canonical(text);
    }
    GENERAL_NAMES_free(names);
    sk_X509_EXTENSION_pop_free(extensions, X509_EXTENSION_free);
    if (strange)
        return broken(Trust::tr("it asks for a name that is neither a DNS name nor an address"));
    return {};
}

Result<void> SigningRequest::checkFor(const QString &node, const QStringList &allowedNames) const
{
    QStringList allowed{canonical(node)};
    for (const QString &name : allowedNames)
        allowed << canonical(name);
    QStringList foreign;
    if (commonName_ != node)
        foreign << commonName_;
    for (const QString &name : names_) {
        if (!allowed.contains(name))
            foreign << name;
    }
    if (foreign.isEmpty())
        return {};
    return error::make(error::requestForeign,
                       Trust::tr("The request that %1 sent asks for a certificate as %2; only %3 may be signed for it. "
                                 "Nothing was signed.")
                           .arg(node, foreign.join(QStringLiteral(", ")), allowed.join(QStringLiteral(", "))),
                       Trust::tr("Check that host and ssh_port of the node in site.toml lead to this node and not to "
                                 "another one."));
}

} // namespace twinhelm::desk
