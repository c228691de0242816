#include "gui/core/trust/site_ca.h"

#include <filesystem>

#include <openssl/x509v3.h>

#include <QDir>
#include <QFile>

#include "gui/core/ssh/ssh_error.h"
#include "gui/core/trust/signing_request.h"
#include "gui/core/trust/trust_error.h"
#include "gui/core/trust/x509.h"

namespace twinhelm::desk
{
namespace
{

constexpr int authorityYears = 10;
constexpr int renewalDays = 30;
constexpr int clockSkewSeconds = 3600; ///< a node's clock may be behind the desk's
constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

QString unitOf(Role role)
{
    return role == Role::Operator ? QStringLiteral("operator") : QStringLiteral("viewer");
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The key is readable for its owner only from its first byte on.
Result<void> writePrivate(const QString &path, const QByteArray &bytes)
{
    const QString temporary = path + QStringLiteral(".new");
    QFile::remove(temporary);
    QFile file(temporary);
    const bool written = file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly) &&
                         file.write(bytes) == bytes.size() && file.flush();
    file.close();
    std::error_code failed;
    if (written)
        std::filesystem::rename(temporary.toStdU16String(), path.toStdU16String(), failed);
    if (written && !failed)
        return {};
    const QString reason = written ? QString::fromStdString(failed.message()) : file.errorString();
    return error::make(error::caNotWritten, Trust::tr("%1 cannot be written: %2.").arg(path, reason),
                       Trust::tr("Check the folder's rights and the disk."));
}

Result<void> makeFolder(const QString &folder)
{
    if (QDir(folder).exists())
        return {};
    if (QDir().mkpath(folder) && QFile::setPermissions(folder, ownerOnly | QFile::ExeOwner))
        return {};
    return error::make(error::caNotWritten, Trust::tr("The folder %1 cannot be made.").arg(folder));
}

Result<void> checkPrivate(const QString &path)
{
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (!(QFile::permissions(path) & others))
        return {};
    return error::make(error::caExposed,
                       Trust::tr("Others on this computer can read the key %1. Whoever has it can act as any operator "
                                 "of the site.")
                           .arg(path),
                       Trust::tr("If nobody can have copied it: chmod 600 %1. Otherwise remove the folder and enrol "
                                 "every node anew.")
                           .arg(path));
}

CertificateContents validFrom(const QDateTime &now, int years)
{
    CertificateContents contents;
    contents.from = now.addSecs(-clockSkewSeconds);
    contents.until = now.addYears(years);
    return contents;
}

} // namespace

struct SiteCa::Data {
    Certificate certificate;
    PrivateKey key;

    static Result<std::unique_ptr<Data>> load(const QString &certificateFile, const QString &keyFile);
    static Result<std::unique_ptr<Data>> make(const QString &certificateFile, const QString &keyFile,
                                              const QString &site);
};

Result<std::unique_ptr<SiteCa::Data>> SiteCa::Data::load(const QString &certificateFile, const QString &keyFile)
{
    if (auto safe = checkPrivate(keyFile); !safe)
        return tl::unexpected(safe.error());
    auto data = std::make_unique<Data>();
    data->certificate = certificateFromPem(read(certificateFile));
    data->key = keyFromPem(read(keyFile));
    if (data->certificate && data->key && X509_check_private_key(data->certificate.get(), data->key.get()) == 1 &&
        X509_check_ca(data->certificate.get()) == 1)
        return data;
    return error::make(error::caBroken,
                       Trust::tr("%1 and %2 are not the site's certificate authority: %3.")
                           .arg(certificateFile, keyFile, opensslReason()),
                       Trust::tr("Bring both files back from a backup. Without them a new authority must be made and "
                                 "every node enrolled anew."));
}

Result<std::unique_ptr<SiteCa::Data>> SiteCa::Data::make(const QString &certificateFile, const QString &keyFile,
                                                         const QString &site)
{
    auto data = std::make_unique<Data>();
    data->key = makeKey();
    auto contents = validFrom(QDateTime::currentDateTimeUtc(), authorityYears);
    contents.commonName = Trust::tr("Twinhelm site %1").arg(site);
    if (data->key)
        data->certificate = makeCertificate(contents, data->key.get(), nullptr, data->key.get());
    if (!data->certificate)
        return error::make(error::signingFailed,
                           Trust::tr("The site's certificate authority cannot be made: %1.").arg(opensslReason()));
    auto written = writePrivate(keyFile, toPem(data->key.get()));
    if (written)
        written = writePrivate(certificateFile, toPem(data->certificate.get()));
    if (!written)
        return tl::unexpected(written.error());
    return data;
}

SiteCa::SiteCa(std::unique_ptr<Data> data) : data_(std::move(data)) {}
SiteCa::~SiteCa() = default;
SiteCa::SiteCa(SiteCa &&) noexcept = default;
SiteCa &SiteCa::operator=(SiteCa &&) noexcept = default;

Result<SiteCa> SiteCa::openOrCreate(const QString &folder, const QString &site)
{
    if (auto made = makeFolder(folder); !made)
        return tl::unexpected(made.error());
    const QString certificateFile = folder + QStringLiteral("/ca.crt");
    const QString keyFile = folder + QStringLiteral("/ca.key");
    const bool hasCertificate = QFile::exists(certificateFile);
    const bool hasKey = QFile::exists(keyFile);
    if (hasCertificate != hasKey) {
        return error::make(error::caIncomplete,
                           Trust::tr("Of the site's certificate authority only %1 is there, %2 is missing.")
                               .arg(hasKey ? keyFile : certificateFile, hasKey ? certificateFile : keyFile),
                           Trust::tr("Bring the missing file back from a backup. If no node was enrolled yet, remove "
                                     "the other one and a new authority is made."));
    }
    auto data = hasKey ? Data::load(certificateFile, keyFile) : Data::make(certificateFile, keyFile, site);
    if (!data)
        return tl::unexpected(data.error());
    return SiteCa(std::move(*data));
}

QByteArray SiteCa::certificate() const
{
    return toPem(data_->certificate.get());
}

QString SiteCa::fingerprint() const
{
    return fingerprintOf(data_->certificate.get());
}

Result<QByteArray> SiteCa::signNode(const QByteArray &csr, const QString &node, const QStringList &allowedNames,
                                    const QDateTime &now) const
{
    const auto request = SigningRequest::parse(csr);
    if (!request)
        return tl::unexpected(request.error());
    if (auto allowed = request->checkFor(node, allowedNames); !allowed)
        return tl::unexpected(allowed.error());
    auto contents = validFrom(now, 1);
    contents.commonName = node;
    contents.extendedUse = "serverAuth";
    contents.names = request->names();
    // The desk asks a node for its own name, whatever address it is reached by.
    if (!contents.names.contains(node.toLower()))
        contents.names.prepend(node.toLower());
    const auto made = makeCertificate(contents, request->publicKey(), data_->certificate.get(), data_->key.get());
    if (!made)
        return error::make(error::signingFailed,
                           Trust::tr("The certificate of %1 cannot be made: %2.").arg(node, opensslReason()));
    return toPem(made.get());
}

Result<Credential> SiteCa::issueClient(const QString &person, Role role, const QDateTime &now) const
{
    auto contents = validFrom(now, 1);
    contents.commonName = person;
    contents.organizationalUnit = unitOf(role);
    contents.extendedUse = "clientAuth";
    const PrivateKey key = makeKey();
    const auto made = key ? makeCertificate(contents, key.get(), data_->certificate.get(), data_->key.get()) : nullptr;
    if (!made)
        return error::make(error::signingFailed,
                           Trust::tr("The certificate of %1 cannot be made: %2.").arg(person, opensslReason()));
    return Credential{toPem(made.get()), toPem(key.get())};
}

Result<Credential> SiteCa::clientCredential(const QString &folder, const QString &person, Role role,
                                            const QDateTime &now) const
{
    if (auto made = makeFolder(folder); !made)
        return tl::unexpected(made.error());
    const QString certificateFile = folder + QStringLiteral("/client.crt");
    const QString keyFile = folder + QStringLiteral("/client.key");
    const Certificate kept = certificateFromPem(read(certificateFile));
    const PrivateKey key = keyFromPem(read(keyFile));
    const bool ours = kept && key && X509_check_private_key(kept.get(), key.get()) == 1 &&
                      X509_verify(kept.get(), data_->key.get()) == 1;
    if (ours && commonNameOf(kept.get()) == person.left(64) && organizationalUnitOf(kept.get()) == unitOf(role) &&
        endOf(kept.get()) > now.addDays(renewalDays) && checkPrivate(keyFile))
        return Credential{toPem(kept.get()), toPem(key.get())};

    auto issued = issueClient(person, role, now);
    if (!issued)
        return issued;
    auto written = writePrivate(keyFile, issued->key);
    if (written)
        written = writePrivate(certificateFile, issued->certificate);
    if (!written)
        return tl::unexpected(written.error());
    return issued;
}

} // namespace twinhelm::desk
