#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <map>
#include <set>

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "common/config/load.h"
#include "common/config/write/normalised.h"
#include "tests/lab/config_text.h"
#include "tests/lab/interfaces_of.h"
#include "tests/lab/process.h"
#include "tests/support/keepalived_dump.h"

using namespace twinhelm;
namespace fs = std::filesystem;

namespace
{

/// The config id of the node that the files are read for.
constexpr auto nodeId = "node";

struct Source {
    std::string name;
    std::string text;
    fs::path folder; ///< where relative includes start
};

/// All there are, or those whose name matches TH_ONLY (a regular expression).
std::vector<Source> sources()
{
    const fs::path shared = fs::path(TWINHELM_SOURCE_DIR) / "../shared";
    std::vector<Source> out{{"seed000", lab::seed000("lb01"), "/"}, {"seed004", lab::seed004("lb01"), "/"}};
    for (const auto *folder : {"corpus/conf", "keepalived/samples"}) {
        if (!fs::exists(shared / folder))
            continue;
        for (const auto &entry : fs::directory_iterator(shared / folder))
            out.push_back({entry.path().filename().string(), lab::readWholeFile(entry.path()), shared / folder});
    }
    const QRegularExpression only(qEnvironmentVariable("TH_ONLY"));
    std::erase_if(out, [&](const auto &one) { return !only.match(QString::fromStdString(one.name)).hasMatch(); });
    std::sort(out.begin(), out.end(), [](const auto &a, const auto &b) { return a.name < b.name; });
    return out;
}

/// What keepalived made of one text.
struct Reading {
    int exitCode = -1; ///< of its config test; -1: it was not run
    std::string messages;
    std::map<std::string, std::vector<std::string>> dumps; ///< configurationLines(), by the name of what dumped them

    [[nodiscard]] bool accepted() const { return exitCode == 0; }
};

/// A row of tests/data/oracle/normalised.tsv.
struct KnownDifference {
    QString file;
    QRegularExpression what;
    bool seen = false;
};

std::vector<KnownDifference> knownDifferences()
{
    std::vector<KnownDifference> out;
    const auto table = lab::readWholeFile(fs::path(TWINHELM_SOURCE_DIR) / "tests/data/oracle/normalised.tsv");
    for (const auto &line : QString::fromStdString(table).split(u'\n', Qt::SkipEmptyParts)) {
        const auto columns = line.split(u'\t');
        if (!line.startsWith(u'#') && columns.size() == 3 && !columns[2].isEmpty())
            out.push_back({columns[0], QRegularExpression(columns[1])});
        else if (!line.startsWith(u'#'))
            qFatal("normalised.tsv: not three columns: %s", qPrintable(line));
    }
    return out;
}

} // namespace

/// Debian's keepalived reads our normalised text as it reads the file it was made from: it accepts it, and its own
/// dumps of both are the same. Where they are not, tests/data/oracle/normalised.tsv says why. Runs in User-Mode-Linux
/// kernels, since only these have IPVS everywhere.
class TestNormalised : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable("linux.uml").isEmpty() ||
            QStandardPaths::findExecutable("keepalived").isEmpty())
            QSKIP("user-mode-linux and keepalived are needed: installer/install-dependencies lab");
        QVERIFY(folder_.isValid());
        folder_.setAutoRemove(qEnvironmentVariableIsEmpty("TH_LAB_KEEP"));
        all_ = sources();
        known_ = knownDifferences();
        for (std::size_t i = 0; i < all_.size(); ++i) {
            const auto &source = all_[i];
            const auto loaded = config::loadText(source.text, nodeId, source.folder.string());
            const auto normalised = config::normalisedText(loaded.model);
            const auto again = config::loadText(normalised, nodeId);
            QVERIFY2(config::normalisedText(again.model) == normalised, source.name.c_str());
            std::string interfaces;
            for (const auto &name : lab::interfacesOf(loaded.model))
                interfaces += name + '\n';
            const auto dumps = dumpsOf(loaded.model);
            put(i, "a", source.text, interfaces, source.folder, dumps);
            put(i, "b", normalised, interfaces, "/", dumps);
        }
        addUsers();
        runKernels(home());
        lookAgain();
    }

    void keepalivedReadsItAsTheOriginal_data()
    {
        QTest::addColumn<std::size_t>("number");
        for (std::size_t i = 0; i < all_.size(); ++i)
            QTest::newRow(all_[i].name.c_str()) << i;
    }
    void keepalivedReadsItAsTheOriginal()
    {
        QFETCH(std::size_t, number);
        const auto original = reading(home(), number, "a");
        const auto normalised = reading(home(), number, "b");
        QVERIFY2(original.exitCode >= 0 && normalised.exitCode >= 0, "keepalived was not run");
        accepted_ += original.accepted() ? 1 : 0;
        compared_ += static_cast<int>(original.dumps.size());
        refusedWithoutDump_ += original.accepted() || !original.dumps.empty() ? 0 : 1;
        auto unexplained = unexplainedIn(home(), number);
        if (fs::exists(second() / (std::to_string(number) + "a.rc"))) {
            const auto again = unexplainedIn(second(), number);
            unexplained.removeIf([&](const QString &one) { return !again.contains(one); });
        }
        QVERIFY2(unexplained.isEmpty(), qPrintable(unexplained.mid(0, 12).join(u'\n')));
    }

    void everyRowOfTheTableIsNeeded()
    {
        QStringList needless;
        for (const auto &row : known_) {
            const auto ran = std::any_of(all_.begin(), all_.end(), [&](const auto &source) {
                return QString::fromStdString(source.name) == row.file;
            });
            if (ran && !row.seen)
                needless << row.file + u'\t' + row.what.pattern();
        }
        QVERIFY2(needless.isEmpty(), qPrintable(needless.join(u'\n')));
    }

    /// A test that compares nothing would pass.
    void enoughWasCompared()
    {
        qInfo("%zu files: keepalived accepts %d, refuses and does not start with %d; %d dumps compared", all_.size(),
              accepted_, refusedWithoutDump_, compared_);
        if (!qEnvironmentVariableIsEmpty("TH_ONLY"))
            QSKIP("TH_ONLY is set: only some files were compared");
        if (all_.size() < 10)
            QSKIP("../shared is not here: only two files were compared");
        QVERIFY2(compared_ > 450, std::to_string(compared_).c_str());
    }

private:
    static std::string dumpsOf(const config::model::NodeConfig &model)
    {
        std::string out = "keepalived_parent.data\n";
        if (!model.instances.empty() || !model.staticAddresses.empty() || !model.staticRoutes.empty())
            out += "keepalived.data\n";
        if (!model.virtualServers.empty())
            out += "keepalived_check.data\n";
        if (!model.bfds.empty())
            out += "keepalived_bfd.data\n";
        return out;
    }

    /// Each as "what: how", as the table's patterns see it.
    static QStringList differencesOf(const Reading &original, const Reading &normalised, const QStringList &wanted)
    {
        QStringList out;
        if (original.accepted() && !normalised.accepted())
            out << "refused: " + QString::fromStdString(normalised.messages).simplified();
        for (const auto &name : wanted) {
            const auto a = original.dumps.find(name.toStdString());
            const auto b = normalised.dumps.find(name.toStdString());
            if (a == original.dumps.end() && original.accepted())
                out << name + ": not dumped";
            else if (a != original.dumps.end() && b == normalised.dumps.end())
                out << name + ": not dumped of the normalised text";
            else if (a != original.dumps.end())
                for (const auto &line : test::differences(a->second, b->second))
                    out << name + ": " + QString::fromStdString(line);
        }
        return out;
    }

    bool explained(const QString &file, const QString &difference)
    {
        bool out = false;
        for (auto &row : known_) {
            if (row.file == file && row.what.match(difference).hasMatch())
                row.seen = out = true;
        }
        return out;
    }

    QStringList unexplainedIn(const fs::path &folder, std::size_t number)
    {
        QStringList out;
        const auto all = differencesOf(reading(folder, number, "a"), reading(folder, number, "b"), wanted(number));
        for (const auto &one : all) {
            if (!explained(QString::fromStdString(all_[number].name), one))
                out << one;
        }
        return out;
    }

    /// Dumps also tell of the moment, and under load in ways that are not known beforehand. What two configurations
    /// mean differently is different each time, so only that counts which differs a second time in the same way.
    void lookAgain()
    {
        bool any = false;
        fs::create_directory(second());
        for (std::size_t i = 0; i < all_.size(); ++i) {
            const auto unexplained = unexplainedIn(home(), i);
            if (unexplained.isEmpty())
                continue;
            any = true;
            qWarning("%s is looked at again: %s", all_[i].name.c_str(), qPrintable(unexplained.mid(0, 3).join(u'\n')));
            for (const auto *kind : {"a", "b"}) {
                for (const auto *part : {".conf", ".if", ".dir", ".want"})
                    fs::copy_file(home() / (std::to_string(i) + kind + part),
                                  second() / (std::to_string(i) + kind + part));
            }
        }
        if (!any)
            return;
        for (const auto *list : {"passwd", "group"})
            fs::copy_file(home() / list, second() / list);
        runKernels(second());
    }

    void put(std::size_t number, const char *kind, const std::string &text, const std::string &interfaces,
             const fs::path &folder, const std::string &dumps)
    {
        const auto stem = home() / (std::to_string(number) + kind);
        lab::writeWholeFile(stem.string() + ".conf", text);
        lab::writeWholeFile(stem.string() + ".if", interfaces);
        lab::writeWholeFile(stem.string() + ".dir", folder.string() + "\n");
        lab::writeWholeFile(stem.string() + ".want", dumps);
    }

    [[nodiscard]] fs::path home() const { return folder_.path().toStdString(); }
    [[nodiscard]] fs::path second() const { return home() / "again"; }

    /// Commands of users that the machine lacks would be left out by keepalived.
    void addUsers() const
    {
        static const QRegularExpression named(
            QStringLiteral("(?:^|\\s)(?:script_)?user[ \\t]+(\\w[^\\s:]*)(?:[ \\t]+(\\w[^\\s:]*))?"));
        std::set<std::string> users;
        std::set<std::string> groups;
        for (const auto &source : all_) {
            auto all = named.globalMatch(QString::fromStdString(source.text));
            while (all.hasNext()) {
                const auto one = all.next();
                users.insert(one.captured(1).toStdString());
                groups.insert(one.captured(2).toStdString());
            }
        }
        std::string passwd;
        std::string group;
        int number = 4000;
        for (const auto &name : users) {
            if (::getpwnam(name.c_str()) == nullptr)
                passwd += name + ":x:" + std::to_string(number++) + ":65534::/:/bin/sh\n";
        }
        for (const auto &name : groups) {
            if (!name.empty() && ::getgrnam(name.c_str()) == nullptr)
                group += name + ":x:" + std::to_string(number++) + ":\n";
        }
        lab::writeWholeFile(home() / "passwd", passwd);
        lab::writeWholeFile(home() / "group", group);
    }

    /// Each of the kernels has one processor and takes every other file.
    static void runKernels(const fs::path &folder)
    {
        constexpr int kernels = 2;
        const auto script = lab::readWholeFile(fs::path(TWINHELM_SOURCE_DIR) / "tests/interop/dump_both.sh");
        std::array<QProcess, kernels> running;
        for (int i = 0; i < kernels; ++i) {
            const auto init = folder / ("init" + std::to_string(i));
            lab::writeWholeFile(init, "#!/bin/bash\nFOLDER=" + folder.string() + " PART=" + std::to_string(i) +
                                          " PARTS=" + std::to_string(kernels) + "\n" + script);
            fs::permissions(init, fs::perms::owner_all);
            auto &kernel = running.at(static_cast<std::size_t>(i));
            kernel.setStandardInputFile(QProcess::nullDevice());
            kernel.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
            kernel.start("linux.uml", {"rootfstype=hostfs", "rootflags=/", "ro", "init=" + QString::fromStdString(init),
                                       "mem=400M", "con0=null", "con=none", "quiet"});
        }
        const auto finished = [&] { return fs::exists(folder / "finished0") && fs::exists(folder / "finished1"); };
        const bool ended = lab::eventually(finished, lab::Millis(840000));
        for (auto &kernel : running) {
            if (ended)
                kernel.waitForFinished(20000);
            // The kernel's threads are processes of their own: its first one takes them along when it is asked to end.
            kernel.terminate();
            kernel.waitForFinished(5000);
            kernel.kill();
            kernel.waitForFinished(5000);
        }
        QVERIFY2(ended, "the kernels did not end in time");
    }

    /// The dumps that are waited for; others may be there, but not whole.
    [[nodiscard]] QStringList wanted(std::size_t number) const
    {
        const auto list = lab::readWholeFile(home() / (std::to_string(number) + "a.want"));
        return QString::fromStdString(list).split(u'\n', Qt::SkipEmptyParts);
    }

    [[nodiscard]] Reading reading(const fs::path &folder, std::size_t number, const std::string &kind) const
    {
        const auto stem = (folder / (std::to_string(number) + kind)).string();
        Reading out;
        const auto code = lab::readWholeFile(stem + ".rc");
        out.exitCode = code.empty() ? -1 : std::stoi(code);
        out.messages = lab::readWholeFile(stem + ".test");
        for (const auto &name : wanted(number)) {
            const fs::path dump = stem + ".d/" + name.toStdString();
            if (fs::exists(dump) && fs::file_size(dump) > 0)
                out.dumps[name.toStdString()] = test::configurationLines(lab::readWholeFile(dump));
        }
        return out;
    }

    QTemporaryDir folder_;
    std::vector<Source> all_;
    std::vector<KnownDifference> known_;
    int compared_ = 0;
    int accepted_ = 0;
    int refusedWithoutDump_ = 0;
};

QTEST_GUILESS_MAIN(TestNormalised)
#include "tst_normalised.moc"
