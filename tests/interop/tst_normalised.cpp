#include <sys/prctl.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "common/config/load.h"
#include "common/config/write/normalised.h"
#include "tests/lab/config_text.h"
#include "tests/lab/interfaces_of.h"
#include "tests/lab/process.h"

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
    std::sort(out.begin(), out.end(), [](const auto &a, const auto &b) { return a.name < b.name; });
    return out;
}

/// The checkers of a real server have no order that means anything.
std::vector<std::string> inOneOrder(std::vector<std::string> lines)
{
    const auto begin = std::find(lines.begin(), lines.end(), "------< Health checkers >------");
    std::vector<std::string> checkers;
    for (auto line = begin; line != lines.end(); ++line) {
        if (line->starts_with(" ["))
            checkers.emplace_back();
        if (!checkers.empty())
            checkers.back() += *line + '\n';
    }
    if (checkers.empty())
        return lines;
    lines.erase(begin, lines.end());
    std::sort(checkers.begin(), checkers.end());
    lines.insert(lines.end(), checkers.begin(), checkers.end());
    return lines;
}

/// What keepalived's dump says of the configuration, without what differs from run to run: states, counters, times.
std::vector<std::string> configurationLines(const std::string &dump)
{
    static const std::regex passing(
        "Wantstate|Master advert|fd\\(|fd_|MAC = |State = |Status = |Result = |Init state|sockpool|[Ss]ocket|^ "
        "*Current|IPv6 address|alive|Up "
        "=|"
        "Has run|Last |current|ffective|Retries it|iterations|timer|Next|Seen|reloaded|Using src_ip|RS set|num failed|"
        "quorum_state|Read timeout|Master router|Master priority|track scripts init|Down timer|Number of|counter|is_up|"
        "[Ss]ent|[Rr]eceived|Packet|errors|Errors|discriminator|thread_in|Failed URL|Total "
        "priority|Invalid|Become|Released");
    std::vector<std::string> out;
    std::istringstream lines(dump);
    bool wanted = true;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("------<"))
            wanted = !line.starts_with("------< Interfaces"); // what the machine has, not what is configured
        // The default, which only this keyword makes visible: normalisation drops what repeats a default.
        const bool saysNothing = line == " Smtp server connection timeout = 30";
        if (line.ends_with(" set") && line.starts_with("     "))
            line.resize(line.size() - 4); // the address is there by now
        if (const auto installed = line.find(" [installed"); installed != std::string::npos)
            line.resize(installed);
        if (line.starts_with(" VRRP Sync Group = "))
            line.resize(std::min(line.rfind(','), line.size())); // without the state it is in
        if (line.find("GARP delay group") != std::string::npos)
            line.resize(line.find_first_of("0123456789"));   // numbered as they come, global_defs first with us
        static const std::string usualWeight = " weight 1 "; // the default of a next hop
        for (auto at = line.find(usualWeight); at != std::string::npos && line.find("nexthop") < at;
             at = line.find(usualWeight))
            line.erase(at, usualWeight.size() - 1);
        if (wanted && !saysNothing && !std::regex_search(line, passing))
            out.push_back(line);
    }
    return inOneOrder(std::move(out));
}

/// Why keepalived's reading of the original is not what anybody means by it; empty: it is.
std::string whyIncomparable(const std::string &messages)
{
    static const std::array<std::pair<std::regex, const char *>, 3> reasons{{
        // After a brace too few or too many keepalived goes on in another block; we mend the brace (K0002 ...).
        {std::regex("Unexpected '\\{'|Unknown keyword '\\}'|Missing '[{}]'|losing brace"), "braces do not fit"},
        // The config test refuses these numbers; running, keepalived takes the digits in front, and we do not.
        {std::regex("invalid number '[-+]?[0-9]"), "a number with something behind it"},
        // Which commands had been read with another user by then depends on their order.
        {std::regex("Error setting global script uid/gid"), "script_user is no user of this machine"},
    }};
    for (const auto &[sign, reason] : reasons) {
        if (std::regex_search(messages, sign))
            return reason;
    }
    return {};
}

/// The first lines in which two dumps differ.
std::string difference(const std::vector<std::string> &a, const std::vector<std::string> &b)
{
    for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
        const auto left = i < a.size() ? a[i] : "(end)";
        const auto right = i < b.size() ? b[i] : "(end)";
        if (left != right)
            return "line " + std::to_string(i) + ": \"" + left + "\" became \"" + right + '"';
    }
    return {};
}

struct Dump {
    int exitCode = -1; ///< of keepalived's config test
    std::string messages;
    std::map<std::string, std::vector<std::string>> processes; ///< by the name of what they dump
};

} // namespace

/// Debian's keepalived reads our normalised text as it reads the file it was made from: it accepts it, and its own
/// dumps of both are the same. Runs in a User-Mode-Linux kernel, since only that has IPVS everywhere.
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
        all_ = sources();
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
        runKernels();
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
        const auto original = dump(number, "a");
        const auto normalised = dump(number, "b");
        QVERIFY2(original.exitCode >= 0 && normalised.exitCode >= 0, "keepalived was not run");
        if (original.exitCode == 0)
            QVERIFY2(normalised.exitCode == 0, normalised.messages.c_str());
        if (const auto why = whyIncomparable(original.messages); !why.empty()) {
            ++incomparable_;
            qInfo("not compared, keepalived says: %s", why.c_str());
            return;
        }
        for (const auto &[process, lines] : original.processes) {
            const auto other = normalised.processes.find(process);
            QVERIFY2(other != normalised.processes.end(), (process + " is missing: " + normalised.messages).c_str());
            ++compared_;
            const auto differs = difference(lines, other->second);
            QVERIFY2(differs.empty(), (process + ", " + differs).c_str());
        }
    }

    /// A test that compares nothing would pass.
    void enoughWasCompared()
    {
        qInfo("%zu files, %d dumps compared, %d files not comparable", all_.size(), compared_, incomparable_);
        if (all_.size() < 10)
            QSKIP("../shared is not here: only two files were compared");
        QVERIFY2(compared_ > 300, std::to_string(compared_).c_str());
        QVERIFY2(incomparable_ < 40, std::to_string(incomparable_).c_str());
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

    /// Each of the kernels has one processor and takes every other file.
    void runKernels()
    {
        constexpr int kernels = 2;
        const auto script = lab::readWholeFile(fs::path(TWINHELM_SOURCE_DIR) / "tests/interop/dump_both.sh");
        std::array<QProcess, kernels> running;
        for (int i = 0; i < kernels; ++i) {
            const auto init = home() / ("init" + std::to_string(i));
            lab::writeWholeFile(init, "#!/bin/bash\nFOLDER=" + home().string() + " PART=" + std::to_string(i) +
                                          " PARTS=" + std::to_string(kernels) + "\n" + script);
            fs::permissions(init, fs::perms::owner_all);
            auto &kernel = running.at(static_cast<std::size_t>(i));
            kernel.setStandardInputFile(QProcess::nullDevice());
            kernel.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
            kernel.start("linux.uml", {"rootfstype=hostfs", "rootflags=/", "ro", "init=" + QString::fromStdString(init),
                                       "mem=400M", "con0=null", "con=none", "quiet"});
        }
        const auto finished = [&] { return fs::exists(home() / "finished0") && fs::exists(home() / "finished1"); };
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

    [[nodiscard]] Dump dump(std::size_t number, const std::string &kind) const
    {
        const auto stem = home() / (std::to_string(number) + kind);
        Dump out;
        const auto code = lab::readWholeFile(stem.string() + ".rc");
        out.exitCode = code.empty() ? -1 : std::stoi(code);
        out.messages = lab::readWholeFile(stem.string() + ".test");
        if (!fs::exists(stem.string() + ".d"))
            return out;
        // Others are not waited for, and may not be whole.
        std::istringstream wanted(lab::readWholeFile(stem.string() + ".want"));
        for (std::string name; std::getline(wanted, name);) {
            const auto text = lab::readWholeFile(stem.string() + ".d/" + name);
            if (!text.empty())
                out.processes[name] = configurationLines(text);
        }
        return out;
    }

    QTemporaryDir folder_;
    std::vector<Source> all_;
    int compared_ = 0;
    int incomparable_ = 0;
};

QTEST_GUILESS_MAIN(TestNormalised)
#include "tst_normalised.moc"
