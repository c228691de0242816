// twinhelm-demo: real balancers in network namespaces with the desk's window on them; see installer/demo.sh.
#include <iostream>
#include <thread>

#include <QApplication>
#include <QCommandLineParser>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

#include "gui/app/composition.h"
#include "gui/core/base/qt_text.h"
#include "gui/widgets/shell/main_window.h"
#include "gui/widgets/theme/theme.h"
#include "tests/demo/demo_folders.h"
#include "tests/demo/demo_site.h"
#include "tests/demo/first_light.h"

using namespace twinhelm;
using namespace twinhelm::demo;

namespace
{

struct PairChoice {
    QString key;
    FirstLight::Plan plan;
    std::unique_ptr<DemoPair> (*make)();
};

QList<PairChoice> pairs()
{
    return {{QStringLiteral("nginx"),
             {QStringLiteral("keepalived with nginx (seed 000)"),
              QStringLiteral("web"),
              FirstLight::ImportFrom::Ssh,
              {QStringLiteral("150"), QStringLiteral("100")},
              {QStringLiteral("90"), QStringLiteral("110")}},
             &DemoPair::nginxPair},
            {QStringLiteral("hot-standby"),
             {QStringLiteral("hot standby (seed 004)"),
              QStringLiteral("standby"),
              FirstLight::ImportFrom::Files,
              {QStringLiteral("100"), QStringLiteral("99")},
              {QStringLiteral("90"), QStringLiteral("95")}},
             &DemoPair::hotStandby}};
}

void writeJson(const QString &path, const QJsonObject &object)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(QJsonDocument(object).toJson());
}

QJsonObject readJson(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// One pair, driven as a person would; its report goes to OUTPUT/report.json.
int drive(const PairChoice &choice, const QDir &output)
{
    const auto pair = choice.make();
    const auto folders = DemoFolders::make(output, *pair);
    pair->lab().desk().enterNetwork();
    int argc = 1;
    char program[] = "twinhelm";
    char *argv[] = {program, nullptr};
    QApplication app(argc, argv);
    desk::Theme theme(app);
    theme.apply(desk::ThemeChoice::Light);
    desk::Services services(folders.configHome.path(), folders.ssh.path());
    auto context = services.context();
    context.pickFiles = [&](QWidget *) {
        QStringList files;
        for (const auto &file : folders.files.entryInfoList(QDir::Files, QDir::Name))
            files << file.filePath();
        return files;
    };
    desk::MainWindow window(context, &theme);
    window.resize(1280, 800);
    window.show();
    DeskDriver driver(&window, folders.pictures);
    PairReport report;
    std::jthread person([&] {
        FirstLight light(*pair, window, driver, choice.plan);
        report = light.run(folders.site);
        driver.start([&] {
            theme.apply(desk::ThemeChoice::Dark);
            QApplication::processEvents();
        });
        driver.picture(QStringLiteral("dark"));
        driver.start([] { QCoreApplication::exit(); });
    });
    QApplication::exec();
    person.join();
    writeJson(output.filePath(QStringLiteral("report.json")), report.toJson());
    if (!report.failure.isEmpty())
        std::cerr << pair->lab().logs() << '\n'
                  << choice.key.toStdString() << ": " << report.failure.toStdString() << '\n';
    return report.failure.isEmpty() ? 0 : 1;
}

/// Each pair in a process of its own, since a process belongs to one desk's network.
int driveAll(const QDir &output)
{
    QJsonArray all;
    bool ok = true;
    for (const auto &choice : pairs()) {
        std::cout << "== " << choice.plan.title.toStdString() << std::endl;
        const auto folder = output.filePath(choice.key);
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedChannels);
        child.start(QStringLiteral("/proc/self/exe"), {QStringLiteral("--headless"), QStringLiteral("--pair"),
                                                       choice.key, QStringLiteral("--output"), folder});
        child.waitForFinished(-1);
        const auto report = readJson(QDir(folder).filePath(QStringLiteral("report.json")));
        ok = ok && child.exitCode() == 0 && report.value(QStringLiteral("ok")).toBool();
        all.append(report);
        std::cout << QJsonDocument(report).toJson().toStdString() << std::flush;
    }
    writeJson(output.filePath(QStringLiteral("report.json")),
              {{QStringLiteral("ok"), ok},
               {QStringLiteral("version"), QStringLiteral(TWINHELM_VERSION)},
               {QStringLiteral("finished"), QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
               {QStringLiteral("pairs"), all}});
    std::cout << (ok ? "Both pairs went over. " : "Something failed. ") << "Screenshots and report.json are in "
              << output.path().toStdString() << std::endl;
    return ok ? 0 : 1;
}

/// The window on a living pair, for a person.
int open(const QDir &output)
{
    const auto choice = pairs().front();
    std::cout << "Starting two balancers, two web servers and a client..." << std::endl;
    const auto pair = choice.make();
    const auto folders = DemoFolders::make(output.filePath(QStringLiteral("live")), *pair);
    pair->lab().desk().enterNetwork();
    int argc = 1;
    char program[] = "twinhelm";
    char *argv[] = {program, nullptr};
    QApplication app(argc, argv);
    if (const auto ready = prepareSite(*pair, folders, choice.plan.cluster); !ready) {
        std::cerr << ready.error().what << '\n' << ready.error().mend << std::endl;
        return 1;
    }
    desk::installTranslations(app);
    desk::Theme theme(app);
    theme.apply(desk::ThemeChoice::System);
    desk::Services services(folders.configHome.path(), folders.ssh.path());
    desk::MainWindow window(services.context(), &theme);
    window.resize(1280, 800);
    window.show();
    window.openSite(folders.site.path());
    window.showCluster(choice.plan.cluster);
    std::cout << "Change the priority of lb01 to 90 (Edit), press Deploy, and watch " << pair->lab().options().vip
              << " walk to lb02 (Live). Everything is gone when the window closes." << std::endl;
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption headless(QStringLiteral("headless"), QStringLiteral("Drive the window by program."));
    const QCommandLineOption output(QStringLiteral("output"), QStringLiteral("Where everything is left."),
                                    QStringLiteral("DIR"), QStringLiteral("demo-output"));
    const QCommandLineOption only(QStringLiteral("pair"), QStringLiteral("One pair only: nginx or hot-standby."),
                                  QStringLiteral("PAIR"));
    parser.addOptions({headless, output, only});
    if (!parser.parse(arguments)) {
        std::cerr << parser.errorText().toStdString() << std::endl;
        return 2;
    }
    const QDir folder(QDir(parser.value(output)).absolutePath());
    folder.mkpath(QStringLiteral("."));
    try {
        if (!parser.isSet(headless))
            return open(folder);
        if (!parser.isSet(only))
            return driveAll(folder);
        for (const auto &choice : pairs()) {
            if (choice.key == parser.value(only))
                return drive(choice, folder);
        }
        std::cerr << "There is no such pair; --pair takes nginx or hot-standby." << std::endl;
        return 2;
    } catch (const std::exception &error) {
        std::cerr << "twinhelm-demo: " << error.what() << std::endl;
        return 1;
    }
}
