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

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twinhelm::desk::AgentError)
};

Error make(const QString &what, const QString &mend)
{
    return Error{"D0801", toStd(what), toStd(mend)};
}

constexpr const char *reasonProperty = "tlsReason";

QString reasonOf(const QSslError &error)
{
    switch (error.error()) {
    case QSslError::HostNameMismatch:
        return Text::tr("its certificate is for \"%1\"")
            .arg(error.certificate().subjectInfo(QSslCertificate::CommonName).join(Text::tr(", ")));
    case QSslError::CertificateExpired:
        return Text::tr("its certificate ran out on %1")
            .arg(error.certificate().expiryDate().date().toString(Qt::ISODate));
    case QSslError::CertificateNotYetValid: return Text::tr("its certificate is not valid yet; compare the clocks");
    case QSslError::CertificateSignatureFailed:
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::CertificateUntrusted:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate: return Text::tr("its certificate is not signed by this site");
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
        return make(Text::tr("%1 answers with HTTP status %2.").arg(address.label()).arg(status),
                    Text::tr("Check that its version of twinhelmd fits this desk."));
    }
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError:
        return make(Text::tr("%1 refuses the connection.").arg(address.label()),
                    Text::tr("Check that twinhelmd runs there and listens on this port."));
    case QNetworkReply::HostNotFoundError:
        return make(Text::tr("The host name of %1 is not known.").arg(address.label()),
                    Text::tr("Check host or api_host of the node in the site."));
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError:
        return make(Text::tr("%1 does not answer.").arg(address.label()),
                    Text::tr("Check the network between this desk and the node, and its firewall."));
    case QNetworkReply::RemoteHostClosedError:
        return make(Text::tr("%1 closed the connection.").arg(address.label()),
                    Text::tr("It is not enrolled yet or does not know this desk's certificate; enrol the node."));
    case QNetworkReply::SslHandshakeFailedError:
        return make(Text::tr("%1 is not trusted: %2.")
                        .arg(address.label(), reply.property(reasonProperty).isValid()
                                                  ? reply.property(reasonProperty).toString()
                                                  : reply.errorString()),
                    Text::tr("If this is the right node, enrol it again."));
    default: return make(Text::tr("%1 cannot be reached: %2").arg(address.label(), reply.errorString()), {});
    }
}

} // namespace twinhelm::desk
