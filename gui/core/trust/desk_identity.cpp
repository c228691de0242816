#include "gui/core/trust/desk_identity.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSysInfo>

#include "gui/core/site/site.h"

namespace twinhelm::desk
{

namespace
{

QString person()
{
    const QString user = qEnvironmentVariable("USER", QStringLiteral("desk"));
    return QStringLiteral("%1@%2").arg(user, QSysInfo::machineHostName());
}

} // namespace

DeskIdentity::DeskIdentity(QString configHome) : configHome_(std::move(configHome)) {}

QString DeskIdentity::folderOf(const Site &site) const
{
    QString plain;
    for (const QChar c : site.name())
        plain += c.isLetterOrNumber() ? c : QLatin1Char('-');
    const QString place = QFileInfo(site.folder()).canonicalFilePath();
    const QByteArray mark = QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex().left(8);
    return QStringLiteral("%1/trust/%2-%3").arg(configHome_, plain, QString::fromLatin1(mark));
}

Result<std::shared_ptr<const SiteCa>> DeskIdentity::authority(const Site &site)
{
    const QString folder = folderOf(site);
    if (const auto known = authorities_.find(folder); known != authorities_.end())
        return known->second;
    QDir().mkpath(folder);
    auto made = SiteCa::openOrCreate(folder, site.name());
    if (!made)
        return tl::unexpected(made.error());
    return authorities_[folder] = std::make_shared<const SiteCa>(std::move(*made));
}

std::optional<AgentCredentials> DeskIdentity::credentials(const Site &site)
{
    const QString folder = folderOf(site);
    if (!QFileInfo::exists(folder + QStringLiteral("/ca.crt")))
        return std::nullopt;
    const auto ca = authority(site);
    if (!ca)
        return std::nullopt;
    const auto mine = (*ca)->clientCredential(folder, person(), Role::Operator, QDateTime::currentDateTimeUtc());
    if (!mine)
        return std::nullopt;
    AgentCredentials made;
    made.certificate = QSslCertificate(mine->certificate, QSsl::Pem);
    made.key = QSslKey(mine->key, QSsl::Ec, QSsl::Pem);
    made.authorities = {QSslCertificate((*ca)->certificate(), QSsl::Pem)};
    return made;
}

EnrolmentRequest enrolmentOf(const SiteNode &node)
{
    EnrolmentRequest request;
    request.node = node.name;
    request.names = {node.host};
    if (!request.names.contains(node.effectiveApiHost()))
        request.names.append(node.effectiveApiHost());
    request.ctl = node.ctl;
    request.stateDir = node.stateDir;
    return request;
}

} // namespace twinhelm::desk
