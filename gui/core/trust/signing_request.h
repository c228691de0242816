#pragma once

#include <memory>

#include <openssl/x509.h>

#include <QByteArray>
#include <QString>
#include <QStringList>

#include "common/base/result.h"

namespace twinhelm::desk
{

/// A node's signing request (PKCS #10) whose own signature holds. It comes from a machine that may be in other
/// hands: nothing of it is taken over that the desk has not asked for.
class SigningRequest
{
public:
    /// Errors: error::requestBroken.
    static Result<SigningRequest> parse(const QByteArray &pem);

    [[nodiscard]] const QString &commonName() const { return commonName_; }
    [[nodiscard]] const QStringList &names() const { return names_; } ///< addresses in their shortest form
    [[nodiscard]] EVP_PKEY *publicKey() const { return X509_REQ_get0_pubkey(request_.get()); }

    /// Errors: error::requestForeign, naming what is asked for and not allowed.
    [[nodiscard]] Result<void> checkFor(const QString &node, const QStringList &allowedNames) const;

private:
    struct FreeRequest {
        void operator()(X509_REQ *request) const { X509_REQ_free(request); }
    };

    Result<void> readSubject();
    Result<void> readNames();

    std::unique_ptr<X509_REQ, FreeRequest> request_;
    QString commonName_;
    QStringList names_;
};

} // namespace twinhelm::desk
