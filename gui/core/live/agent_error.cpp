#include "gui/core/live/agent_error.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSslCertificate>

#include "common/wire/json.h"
#include "gui/core/base/qt_text.h"

namespace twinhelm::desk
{

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("AgentError", text);
}

Error make(const QString &what, const QString &mend)
{
    return Error{"D0801", toStd(what), toStd(mend)};
}

constexpr const char *reasonProperty = "tlsReason";

QString reasonOf(const QSslError &error)
{
    switch (error.error()) {
    case QSslError::HostNameMismatch:
        return tr("its certificate is for \"%1\"")
            .arg(error.certificate().subjectInfo(QSslCertificate::CommonName).join(tr(", ")));
    case QSslError::CertificateExpired:
        return tr("its certificate ran out on %1").arg(error.certificate().expiryDate().date().toString(Qt::ISODate));
    case QSslError::CertificateNotYetValid: return tr("its certificate is not valid yet; compare the clocks");
    case QSslError::CertificateSignatureFailed:
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::CertificateUntrusted:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate: return tr("its certificate is not signed by this site");
    default: return error.errorString();
    }
}

} // namespace

void noteTlsErrors(QNetworkReply &reply, const QList<QSslError> &errors)
{
    if (!errors.isEmpty())
        reply.setProperty(reasonProperty, reasonOf(errors.front()));
}

Error agentError(const AgentAddress &address, const QNetworkReply &reply, const QByteArray &body)
{
    const auto status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status != 0) {
        if (const auto refusal = wire::parseRefusal(view(body)); refusal && !refusal->what.empty())
            return Error{refusal->code, refusal->what, refusal->mend};
        return make(tr("%1 answers with HTTP status %2.").arg(address.label()).arg(status),
                    tr("Check that its version of twinhelmd fits this desk."));
    }
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError:
        return make(tr("%1 refuses the connection.").arg(address.label()),
                    tr("Check that twinhelmd runs there and listens on this port."));
    case QNetworkReply::HostNotFoundError:
        return make(tr("The host name of %1 is not known.").arg(address.label()),
                    tr("Check host or api_host of the node in the site."));
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError:
        return make(tr("%1 does not answer.").arg(address.label()),
                    tr("Check the network between this desk and the node, and its firewall."));
    case QNetworkReply::RemoteHostClosedError:
        return make(tr("%1 closed the connection.").arg(address.label()),
                    tr("It may not know this desk's certificate; enrol the node again."));
    case QNetworkReply::SslHandshakeFailedError:
        return make(tr("%1 is not trusted: %2.")
                        .arg(address.label(), reply.property(reasonProperty).isValid()
                                                  ? reply.property(reasonProperty).toString()
                                                  : reply.errorString()),
                    tr("If this is the right node, enrol it again."));
    default: return make(tr("%1 cannot be reached: %2").arg(address.label(), reply.errorString()), {});
    }
}

} // namespace twinhelm::desk
