#include <csignal>

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>

#include "tests/lab/config_text.h"
#include "tests/lab/engine.h"
#include "tests/lab/lab_test.h"
#include "tests/lab/sniffer.h"

using namespace twinhelm::lab;

namespace
{

constexpr auto lb1 = "10.0.0.5";
constexpr auto lb2 = "10.0.0.6";
constexpr auto vip = "10.0.0.3";

/// Down timer 0.34 to 0.36 s.
std::string file(const std::string &node, int priority, const std::string &interface, const std::string &more)
{
    return configText(
        node,
        {{.interface = interface, .priority = priority, .version = 3, .advert = "0.1", .password = "", .more = more}});
}

/// lb01 is a virtual machine: a kernel of its own in a process, whose card is the host's interface.
class Machine
{
public:
    Machine(Lab &lab, const std::string &config) : node_(lab.lb1())
    {
        write("keepalived.conf", config);
        const auto programs = QString::fromStdString(ownProgram("twinhelmd"));
        write("init", "#!/bin/bash\nexport FOLDER=" + folder_.path().toStdString() + " ADDRESS=" + lb1 + " VIP=" + vip +
                          " BIN=" + programs.left(programs.lastIndexOf('/')).toStdString() +
                          "\nexec /bin/bash " TWINHELM_SOURCE_DIR "/tests/lab/engine_in_uml.sh\n");
        QFile::setPermissions(folder_.filePath("init"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        const auto &interface = lab.options().interface;
        node_.must({"ip", "addr", "flush", "dev", interface}); // it is the machine's card from now on
        const auto path = folder_.path().toStdString();
        kernel_ = node_.start({"sh", "-c",
                               "exec linux.uml rootfstype=hostfs rootflags=/ ro init=" + path +
                                   "/init mem=256M uml_dir=" + path + " con0=fd:0,fd:1 con=none quiet " +
                                   "vec0:transport=raw,ifname=" + interface + ",depth=128,gro=0,mac=02:00:00:00:00:05" +
                                   " </dev/null"},
                              "machine");
    }
    ~Machine()
    {
        write("end", "");
        kernel_.wait(Millis(8000));
    }
    Machine(const Machine &) = delete;
    Machine &operator=(const Machine &) = delete;

    /// The whole machine: the process that is its kernel; those of its programs wait for that one.
    void freeze() const { kill(kernel_.pid(), SIGSTOP); }
    void wake() const { kill(kernel_.pid(), SIGCONT); }
    [[nodiscard]] bool holds(bool wanted, Millis within) const
    {
        return eventually([&] { return read("vip") == (wanted ? "held\n" : "free\n"); }, within);
    }
    [[nodiscard]] std::string log() const { return read("engine.log"); }

private:
    void write(const char *name, const std::string &text) const
    {
        QFile file(folder_.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text.data(), qint64(text.size()));
    }
    [[nodiscard]] std::string read(const char *name) const
    {
        QFile file(folder_.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    }

    Node &node_;
    QTemporaryDir folder_{"/tmp/thlab-vm-XXXXXX"};
    Process kernel_;
};

struct Pair {
    Lab lab;
    Sniffer sniffer{lab.client(), lab.options().interface};
    std::optional<Engine> peer; ///< on lb02
    std::optional<Machine> machine;

    void start(EngineKind kind, int machines, int peers, const std::string &more)
    {
        peer.emplace(lab.lb2(), kind, file("lb02", peers, lab.options().interface, ""));
        machine.emplace(lab, file("lb01", machines, "vec0", more));
    }
    [[nodiscard]] bool heard(const std::string &source, std::size_t count, Millis within = Millis(15000)) const
    {
        const auto since = Clock::now();
        return eventually([&] { return sniffer.advertsFrom(source, since).size() >= count; }, within);
    }
    /// Only one of the two speaks, for a second.
    [[nodiscard]] bool onlySpeaker(const std::string &source, const std::string &other) const
    {
        const auto since = Clock::now();
        std::this_thread::sleep_for(Millis(1000));
        return sniffer.advertsFrom(source, since).size() >= 8 && sniffer.advertsFrom(other, since).empty();
    }
    [[nodiscard]] std::string logs() const { return lab.logs() + "---- in the machine\n" + machine->log(); }
};

} // namespace

/// A virtual machine that is paused and goes on: its clock leaps, its card gives it what has waited there. It must tell
/// that it stood still itself from a dead peer, and not fight.
class TestVmPause : public QObject
{
    Q_OBJECT

    static void rows()
    {
        QTest::addColumn<int>("peer");
        QTest::newRow("with twinhelmd") << int(EngineKind::Twinhelm);
        QTest::newRow("with keepalived") << int(EngineKind::Keepalived);
    }

private slots:
    void initTestCase()
    {
        REQUIRE_LAB();
        if (QStandardPaths::findExecutable("linux.uml").isEmpty())
            QSKIP("no User-Mode-Linux kernel here (package user-mode-linux): paused machines are NOT tested");
    }

    void aPausedMasterYields_data() { rows(); }
    void aPausedMasterYields()
    {
        QFETCH(int, peer);
        Pair pair;
        pair.start(EngineKind(peer), 150, 100, "");
        VERIFY_IN_LAB(pair.heard(lb1, 5), pair);
        VERIFY_IN_LAB(pair.onlySpeaker(lb1, lb2), pair);
        VERIFY_IN_LAB(pair.machine->holds(true, Millis(2000)), pair);

        pair.machine->freeze();
        VERIFY_IN_LAB(pair.heard(lb2, 10, Millis(4000)), pair);
        const auto woken = Clock::now();
        pair.machine->wake();
        // It listens, hears the new master, lets go, and preempts as a backup does: by its down timer, once.
        VERIFY_IN_LAB(pair.machine->holds(false, Millis(3000)), pair);
        VERIFY_IN_LAB(pair.heard(lb1, 5), pair);
        VERIFY_IN_LAB(pair.onlySpeaker(lb1, lb2), pair);
        const auto mine = pair.sniffer.advertsFrom(lb1, woken);
        const auto silent = std::chrono::duration<double, std::milli>(mine.front().at - woken).count();
        qInfo("first advert %.0f ms after waking", silent);
        QVERIFY2(silent > 250, "it spoke as a master that it was no more");
        const auto log = pair.machine->log();
        QVERIFY2(log.find("stall of ") != std::string::npos, log.c_str());
        QVERIFY2(log.find("is master by now, stepping down") != std::string::npos, log.c_str());
        // From its first advert on the peer says nothing: one change of owner, not two masters that answer each other.
        std::size_t answers = 0;
        for (const auto &advert : pair.sniffer.advertsFrom(lb2, woken))
            answers += advert.at > mine.front().at + Millis(30) ? 1 : 0;
        QCOMPARE(answers, std::size_t(0));
    }

    void aPausedBackupStaysSilent_data() { rows(); }
    void aPausedBackupStaysSilent()
    {
        QFETCH(int, peer);
        Pair pair;
        pair.start(EngineKind(peer), 100, 150, "");
        VERIFY_IN_LAB(pair.heard(lb2, 5), pair);
        // It is there, and has heard its master.
        VERIFY_IN_LAB(
            eventually([&] { return pair.machine->log().find("is master") != std::string::npos; }, Millis(15000)),
            pair);
        VERIFY_IN_LAB(pair.onlySpeaker(lb2, lb1), pair);
        const auto start = Clock::now();
        for (const auto pause : {Millis(500), Millis(2500)}) {
            pair.machine->freeze();
            std::this_thread::sleep_for(pause);
            pair.machine->wake();
            VERIFY_IN_LAB(pair.onlySpeaker(lb2, lb1), pair);
        }
        QVERIFY(pair.sniffer.advertsFrom(lb1, start).empty());
        QVERIFY2(pair.sniffer.longestGap(lb2, start) < 200, "nor was the master disturbed");
        // And it is still a backup that works.
        pair.peer->killTree();
        VERIFY_IN_LAB(pair.heard(lb1, 3, Millis(4000)), pair);
    }
};

QTEST_GUILESS_MAIN(TestVmPause)
#include "tst_vm_pause.moc"
