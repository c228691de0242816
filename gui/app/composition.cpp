#include "gui/app/composition.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include "gui/core/ssh/session_pool.h"
#include "gui/core/trust/desk_identity.h"

namespace twinhelm::desk
{

namespace
{

using EnrolWork = std::function<Result<QString>(RemoteShell &)>;

Result<QString> enrolOver(RemoteShell &shell, const SiteCa &ca, const EnrolmentRequest &request)
{
    const auto enrolled = enrol(shell, ca, request, QDateTime::currentDateTimeUtc());
    if (!enrolled)
        return tl::unexpected(enrolled.error());
    return QCoreApplication::translate("twinhelm::desk::Services", "%1 is enrolled until %2.")
        .arg(request.node, QLocale().toString(enrolled->validUntil.date(), QLocale::ShortFormat));
}

} // namespace

struct Services::Parts {
    Parts(const QString &home, const QString &sshDir) : configHome(home), sessions(sshDir), identity(home) {}

    QString configHome;
    SessionPool sessions;
    DeskIdentity identity;
};

Services::Services(const QString &configHome, const QString &sshDir)
    : parts_(std::make_shared<Parts>(configHome, sshDir))
{
}

Services::~Services() = default;

AppContext Services::context()
{
    AppContext made;
    made.configHome = parts_->configHome;
    made.shellFor = [parts = parts_](const SiteNode &node, Prompter *prompter) {
        return parts->sessions.shellFor(node, prompter);
    };
    made.credentials = [parts = parts_](const Site &site, const SiteNode &) {
        return parts->identity.credentials(site);
    };
    made.enrolment = [parts = parts_](const Site &site, const SiteNode &node) -> Result<EnrolWork> {
        auto ca = parts->identity.authority(site);
        if (!ca)
            return tl::unexpected(ca.error());
        return EnrolWork(
            [ca = *ca, request = enrolmentOf(node)](RemoteShell &shell) { return enrolOver(shell, *ca, request); });
    };
    return made;
}

void installTranslations(QCoreApplication &app)
{
    const auto load = [&app](const QString &name, const QString &folder) {
        auto *translator = new QTranslator(&app);
        const bool found = translator->load(QLocale(), name, QStringLiteral("_"), folder) && !translator->isEmpty();
        if (found)
            QCoreApplication::installTranslator(translator);
        return found;
    };
    // Qt's own words alone would make a window of two languages.
    if (load(QStringLiteral("twinhelm"), QStringLiteral(":/i18n")))
        load(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

} // namespace twinhelm::desk
