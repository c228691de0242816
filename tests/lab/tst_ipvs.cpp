#include <QtTest>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include "tests/lab/ipvs_configs.h"
#include "tests/lab/uml_kernel.h"

using namespace twinhelm;
namespace fs = std::filesystem;

/// The kernel's own IPVS, in a kernel that runs as a process: what our driver makes of a configuration is what
/// keepalived makes of it, and what it changes later disturbs nobody. What happens is in ipvs_in_uml.sh.
class TestIpvs : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto missing = lab::UmlKernel::missing();
        if (qgetenv("TH_LAB") == "skip" || !missing.empty())
            QSKIP(qPrintable("IPVS is NOT tested: " + QString::fromStdString(missing)));
        QVERIFY(folder_.isValid());
        folder_.setAutoRemove(qEnvironmentVariableIsEmpty("TH_LAB_KEEP"));
        fs::create_directory(home() / "live");
        for (const auto &[name, text] : lab::ipvsConfigs())
            lab::writeWholeFile(home() / (name + ".conf"), text);
        for (const auto &[name, text] : lab::liveConfigs())
            lab::writeWholeFile(home() / "live" / name, text);
        const bool ended = lab::UmlKernel::run(home(), fs::path(TWINHELM_SOURCE_DIR) / "tests/lab/ipvs_in_uml.sh", {},
                                               lab::Millis(170000));
        seen_ = text("seen").split('\n', Qt::SkipEmptyParts);
        if (!ended || !seen_.contains("done"))
            fprintf(stderr, "%s%s", qPrintable(text("console.log")), qPrintable(text("seen")));
        QVERIFY2(ended && seen_.contains("done"), "the kernel did not come to its end");
    }

    void sameTableAsKeepalived_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto &[name, text] : lab::ipvsConfigs())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
    void sameTableAsKeepalived()
    {
        QFETCH(QString, name);
        const auto ours = text(name + ".ours");
        const auto said = text(name + ".said");
        QVERIFY2(ours.contains("-A "), qPrintable("no service: " + said));
        QVERIFY2(ours.contains("-a "), qPrintable("no destination: " + said));
        if (ours != text(name + ".theirs"))
            fprintf(stderr, "%s---- our driver says\n%s", qPrintable(text(name + ".log")), qPrintable(said));
        QCOMPARE(ours.split('\n'), text(name + ".theirs").split('\n'));
        QCOMPARE(text(name + ".rc"), QString("0\n"));
        // What was written is what is read: nothing is left to be done.
        QCOMPARE(text(name + ".again"), QString());
        QCOMPARE(text(name + ".flushed"), QString());
    }

    void kernelWithoutIpvsIsTold()
    {
        const auto told = seen("without IPVS");
        QCOMPARE(told.size(), 1);
        QVERIFY2(told[0].startsWith("A0380: this kernel has no IPVS"), qPrintable(told[0]));
        QVERIFY2(told[0].contains("modprobe ip_vs"), qPrintable(told[0]));
    }

    void moduleIsLoaded()
    {
        QCOMPARE(seen("loaded before"), QStringList{"0"});
        QCOMPARE(seen("with IPVS"), QStringList());
        QCOMPARE(seen("loaded after"), QStringList{"1"});
    }

    void connectionsToUnchangedServersSurvive()
    {
        QVERIFY2(mine() == "rs1" || mine() == "rs2", qPrintable(mine()));
        QCOMPARE(seen("first").last(), answers("rs1 rs2"));
        QCOMPARE(seen("weight-other"), QStringList({"change destination " + ofOther() +
                                                        ":80 (weight 5, DR) of TCP "
                                                        "10.77.0.100:80",
                                                    answers("rs1 rs2")}));
        QCOMPARE(seen("scheduler"),
                 QStringList({"change service TCP 10.77.0.100:80 (wrr)",
                              "change destination " + ofOther() + ":80 (weight 1, DR) of TCP 10.77.0.100:80",
                              answers("rs1 rs2")}));
        QCOMPARE(seen("without-other"),
                 QStringList({"remove destination " + ofOther() + ":80 from TCP 10.77.0.100:80", answers(mine())}));
        // It has weight 0 now: it keeps what it has, and the new ones go to the other.
        QCOMPARE(seen("only-other").last(), answers(other()));
        QCOMPARE(seen("only-other").size(), 3);
    }

    void foreignServicesStay()
    {
        const QStringList there{"-A -t 10.77.0.200:80 -s wrr", "-a -t 10.77.0.200:80 -r 10.77.0.3:80 -m -w 7"};
        for (const auto *step : {"weight-other", "scheduler", "without-other", "only-other"})
            QCOMPARE(seen(QString("foreign ") + step), there);
        QCOMPARE(seen("gone"), QStringList({"remove service TCP 10.77.0.100:80", "remove service TCP 10.77.0.102:80"}));
        QCOMPARE(seen("in the end"), there);
    }

    void whatSomebodyElseDidIsMended()
    {
        QCOMPARE(seen("mended"), QStringList({"add destination 10.77.0.3:80 (weight 1, DR) to TCP 10.77.0.100:80",
                                              "change destination 10.77.0.4:80 (weight 1, DR) of TCP 10.77.0.100:80",
                                              "remove destination 10.77.0.77:80 from TCP 10.77.0.100:80"}));
    }

    /// What `twinhelmctl realserver apply` sets is what it takes: every kind of packet arrives and is answered.
    void realServersTakeWhatTheDirectorSends()
    {
        const auto missing = [&](const char *name, std::initializer_list<const char *> problems) {
            const auto bare = seen(QString(name) + " bare").join('\n');
            for (const auto *problem : problems)
                QVERIFY2(bare.contains(problem), qPrintable(bare));
            QCOMPARE(seen(QString(name) + " made"), QStringList{"This host serves 4 virtual addresses as it should."});
        };
        // The first one loads the modules and writes the files, which both have in common here.
        missing("rs1", {"10.77.0.100 is not on lo", "there is no interface tunl0", "arp_ignore is 0 on eth0",
                        "arp_announce is 0 on eth0", "/etc/sysctl.d/90-twinhelm-realserver.conf is missing"});
        missing("rs2", {"10.77.0.100 is not on lo", "tunl0 is down", "arp_ignore is 0 on eth0"});
        for (const auto *kind : {"ipip", "gre", "gue"})
            QCOMPARE(seen(QString("tunnel ") + kind), QStringList{"rs1 rs2"});
    }

    void countersCount()
    {
        const auto counters = seen("counters");
        const auto own = "  " + ofMine() + ":80 active 1 ";
        QVERIFY2(counters.filter(own).size() == 1, qPrintable(counters.join('\n')));
        QVERIFY2(counters.filter(own)[0].endsWith("in some bytes some"), qPrintable(counters.join('\n')));
        QVERIFY2(counters.contains("TCP 10.77.0.100:80 connections 5"), qPrintable(counters.join('\n')));
        QVERIFY(counters.filter("alone").isEmpty());
    }

    void syncDaemonsRunWhereTheyShould()
    {
        const QString as = " on eth0, id 51, length 1400, port 9000, ttl 2, group 224.0.0.90";
        QCOMPARE(seen("sync backup"), QStringList({"1 changes", "backup" + as, "0 changes"}));
        QCOMPARE(seen("sync master"), QStringList({"2 changes", "master" + as, "0 changes"}));
        QCOMPARE(seen("sync stop"), QStringList({"1 changes", "0 changes"}));
        const auto listed = [&](const char *topic) { return seen(topic).join('\n'); };
        const QString values = " sync daemon (mcast=eth0, syncid=51, maxlen=1400, group=224.0.0.90, port=9000, ttl=2)";
        QCOMPARE(listed("daemon backup"), "backup" + values);
        QCOMPARE(listed("daemon master"), "master" + values);
        QCOMPARE(listed("daemon stopped"), QString());
        QCOMPARE(seen("copied"), QStringList{"yes"});
    }

    void timeoutsAreSet()
    {
        QCOMPARE(seen("timeouts before"), QStringList{"900 120 300"});
        QCOMPARE(seen("timeouts after"), QStringList{"700 60 300"});
        QCOMPARE(seen("timeouts listed"), QStringList{"Timeout (tcp tcpfin udp): 700 60 300"});
    }

    void refusalsSayWhatAndHowToMendIt()
    {
        const auto said = seen("refused").join('\n');
        QVERIFY2(said.contains("A0382: the kernel refuses to add service TCP 10.77.0.101:80 (twos): No such file or "
                               "directory (look whether 'modprobe ip_vs_twos' works"),
                 qPrintable(said));
        // Its destinations are no news, and the others are there.
        QCOMPARE(said.count("A0382"), 2);
        QVERIFY2(said.contains("A0382: the kernel refuses to add destination 224.0.0.1:80"), qPrintable(said));
        QVERIFY2(said.contains("neither multicast nor broadcast"), qPrintable(said));
    }

private:
    [[nodiscard]] fs::path home() const { return folder_.path().toStdString(); }
    [[nodiscard]] QString text(const QString &name) const
    {
        return QString::fromStdString(lab::readWholeFile(home() / name.toStdString()));
    }
    /// What was written about a topic, without white space at the end.
    [[nodiscard]] QStringList seen(const QString &topic) const
    {
        QStringList out;
        for (auto line : seen_) {
            if (!line.startsWith(topic + ": "))
                continue;
            line.remove(0, topic.size() + 2);
            while (line.endsWith(' '))
                line.chop(1);
            out << line;
        }
        return out;
    }
    [[nodiscard]] QString mine() const { return seen("mine").value(0); }
    [[nodiscard]] QString other() const { return mine() == "rs1" ? "rs2" : "rs1"; }
    [[nodiscard]] QString ofMine() const { return mine() == "rs1" ? "10.77.0.3" : "10.77.0.4"; }
    [[nodiscard]] QString ofOther() const { return mine() == "rs1" ? "10.77.0.4" : "10.77.0.3"; }
    [[nodiscard]] QString answers(const QString &newOnes) const
    {
        return "answers " + mine() + ", new ones from " + newOnes;
    }

    QTemporaryDir folder_{"/tmp/thlab-ipvs-XXXXXX"};
    QStringList seen_;
};

QTEST_GUILESS_MAIN(TestIpvs)
#include "tst_ipvs.moc"
