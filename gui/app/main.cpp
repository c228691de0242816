#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QStandardPaths>

#include "gui/app/composition.h"
#include "gui/widgets/shell/main_window.h"
#include "gui/widgets/theme/theme.h"

namespace
{

struct Arguments {
    QString site;
    twinhelm::desk::ThemeChoice theme = twinhelm::desk::ThemeChoice::System;
    QString configHome;
    QString sshDir;
};

Arguments parse(const QApplication &app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Desktop console for pairs of Linux load balancers."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("site"), QCoreApplication::translate("main", "Site folder to open."),
                                 QStringLiteral("[SITE_FOLDER]"));
    const QCommandLineOption theme(QStringLiteral("theme"),
                                   QCoreApplication::translate("main", "light, dark or system."),
                                   QStringLiteral("light|dark|system"), QStringLiteral("system"));
    const QCommandLineOption home(QStringLiteral("config-home"),
                                  QCoreApplication::translate("main", "Folder for settings and the site CA."),
                                  QStringLiteral("DIR"));
    const QCommandLineOption ssh(
        QStringLiteral("ssh-dir"),
        QCoreApplication::translate("main", "Folder of ssh_config, known_hosts and keys, instead of ~/.ssh."),
        QStringLiteral("DIR"));
    parser.addOptions({theme, home, ssh});
    parser.process(app);
    const QString usual = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
    return {parser.positionalArguments().value(0), twinhelm::desk::themeNamed(parser.value(theme)),
            QDir(parser.isSet(home) ? parser.value(home) : usual).absolutePath(), parser.value(ssh)};
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("twinhelm"));
    QApplication::setApplicationVersion(QStringLiteral(TWINHELM_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("twinhelm"));
    twinhelm::desk::installTranslations(app);

    const Arguments arguments = parse(app);
    twinhelm::desk::Theme theme(app);
    theme.apply(arguments.theme);
    twinhelm::desk::Services services(arguments.configHome, arguments.sshDir);
    twinhelm::desk::MainWindow window(services.context(), &theme);
    window.show();
    if (!arguments.site.isEmpty())
        window.openSite(arguments.site);
    return QApplication::exec();
}
