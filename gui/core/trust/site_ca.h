#pragma once

#include <memory>

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include "common/base/result.h"

namespace twinhelm::desk
{

enum class Role { Viewer, Operator };

/// A certificate with its private key, PEM.
struct Credential {
    QByteArray certificate;
    QByteArray key;
};

/// The site's own certificate authority: EC P-256, made once, kept in a folder of the desk's application data
/// (ca.crt, and ca.key with mode 0600). It says which nodes belong to the site and who may talk to them.
/// Errors: D03xx. Nothing here talks to the network.
class SiteCa
{
public:
    /// Opens the CA of `folder`, or makes one named after `site` when the folder has none. A folder with one of the
    /// two files, or with a key that others can read, is refused: a new CA would lock the desk out of its nodes.
    static Result<SiteCa> openOrCreate(const QString &folder, const QString &site);
    ~SiteCa();
    SiteCa(SiteCa &&) noexcept;
    SiteCa &operator=(SiteCa &&) noexcept;

    [[nodiscard]] QByteArray certificate() const; ///< PEM
    [[nodiscard]] QString fingerprint() const;    ///< SHA256 of the certificate, colon-separated hex

    /// Signs a node's request: its own signature must hold, CN must be `node`, and every subject alternative name
    /// must be one of `allowedNames` (DNS names or addresses) or the node's name. serverAuth, one year from `now`.
    [[nodiscard]] Result<QByteArray> signNode(const QByteArray &csr, const QString &node,
                                              const QStringList &allowedNames, const QDateTime &now) const;
    /// The desk's own client certificate: CN = `person` (user@host), OU = role, clientAuth, one year from `now`.
    [[nodiscard]] Result<Credential> issueClient(const QString &person, Role role, const QDateTime &now) const;
    /// The client certificate kept in `folder` (client.crt, client.key 0600); issued anew when it is missing, is
    /// not of this CA, is for somebody else, or ends within 30 days.
    [[nodiscard]] Result<Credential> clientCredential(const QString &folder, const QString &person, Role role,
                                                      const QDateTime &now) const;

private:
    struct Data;
    explicit SiteCa(std::unique_ptr<Data> data);
    std::unique_ptr<Data> data_;
};

} // namespace twinhelm::desk
