#include "gui/app/composition.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace twinhelm::desk
{

Services::Services(const QString &configHome) : configHome_(configHome) {}

Services::~Services() = default;

AppContext Services::context()
{
    AppContext made;
    made.configHome = configHome_;
    made.shellFor = [](const SiteNode &, Prompter *) { return std::shared_ptr<RemoteShell>(); };
    return made;
}

void installTranslations(QCoreApplication &app)
{
    const auto load = [&app](const QString &name, const QString &folder) {
        auto *translator = new QTranslator(&app);
        if (translator->load(QLocale(), name, QStringLiteral("_"), folder))
            QCoreApplication::installTranslator(translator);
    };
    load(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    load(QStringLiteral("twinhelm"), QStringLiteral(":/i18n"));
}

} // namespace twinhelm::desk
