#include "gui/core/trust/enrolment.h"

#include "gui/core/ssh/ssh_error.h"
#include "gui/core/trust/site_ca.h"
#include "gui/core/trust/trust_error.h"
#include "gui/core/trust/x509.h"

namespace twinhelm::desk
{
namespace
{

QString identityCommand(const EnrolmentRequest &request, const QString &rest)
{
    return QStringLiteral("%1 --state-dir %2 identity %3")
        .arg(shellQuote(request.ctl), shellQuote(request.stateDir), rest);
}

QString requestCommand(const EnrolmentRequest &request)
{
    QString rest = QStringLiteral("csr --name %1").arg(shellQuote(request.node));
    for (const QString &name : request.names) {
        if (name != request.node)
            rest += QStringLiteral(" --san %1").arg(shellQuote(name));
    }
    return identityCommand(request, rest);
}

/// Its standard output, or the node's own words about what went wrong.
Result<QByteArray> ask(RemoteShell &shell, const QString &command, const QByteArray &input, const char *code,
                       const QString &what)
{
    const auto result = shell.run(command, input);
    if (!result)
        return tl::unexpected(result.error());
    if (result->exitCode == 0)
        return result->output;
    const QString said = QString::fromUtf8(result->errors.isEmpty() ? result->output : result->errors).trimmed();
    return error::make(code, Trust::tr("%1 (exit code %2): %3").arg(what).arg(result->exitCode).arg(said),
                       result->exitCode == 127
                           ? Trust::tr("Install twinhelmd on the node, or set ctl of the node in site.toml to the "
                                       "path of twinhelmctl there.")
                           : Trust::tr("Mend what the node says, then enrol it again; until then its old identity, "
                                       "if any, stays."));
}

} // namespace

Result<Enrolled> enrol(RemoteShell &shell, const SiteCa &ca, const EnrolmentRequest &request, const QDateTime &now)
{
    if (auto open = shell.open(); !open)
        return tl::unexpected(open.error());
    const auto csr = ask(shell, requestCommand(request), {}, error::nodeMadeNoRequest,
                         Trust::tr("%1 made no signing request").arg(request.node));
    if (!csr)
        return tl::unexpected(csr.error());
    auto certificate = ca.signNode(*csr, request.node, request.names, now);
    if (!certificate)
        return tl::unexpected(certificate.error());
    const auto installed =
        ask(shell, identityCommand(request, QStringLiteral("install")), *certificate + ca.certificate(),
            error::nodeTookNoIdentity, Trust::tr("%1 did not take its certificate").arg(request.node));
    if (!installed)
        return tl::unexpected(installed.error());
    Enrolled enrolled;
    enrolled.validUntil = endOf(certificateFromPem(*certificate).get());
    enrolled.certificate = std::move(*certificate);
    return enrolled;
}

} // namespace twinhelm::desk
