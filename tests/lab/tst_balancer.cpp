#include <QtTest>

#include <QTemporaryDir>

#include "tests/lab/engine.h"
#include "tests/lab/uml_kernel.h"

using namespace twinhelm;
namespace fs = std::filesystem;

namespace
{

/// As its author wrote it.
constexpr auto seed003 = R"(virtual_server 192.168.1.100 80 {
    delay_loop 6
    lb_algo rr # rr Polling
    lb_kind DR # DR Pattern
    nat_mask 255.255.255.255
    #persistence_timeout 600 # Session holding time
    protocol TCP

    real_server 192.168.1.13 80 {
        #weight 100 # stay wlc Load balancing algorithm takes effect
        #  Real server status check
        TCP_CHECK {
            connect_timeout 3
            nb_get_retry 3
            delay_before_retry 3
            connect_port 80
        }
    }

    real_server 192.168.1.14 80 {
        #weight 100 # stay wlc Load balancing algorithm takes effect
        #  Real server status check
        TCP_CHECK {
            connect_timeout 3
            nb_get_retry 3
            delay_before_retry 3
            connect_port 80
        }
    }
}
)";

constexpr auto sorry = R"(global_defs {
    lvs_sync_daemon eth0 VI_1 id 5
}
vrrp_instance VI_1 {
    interface eth0
    version 3
    virtual_router_id 51
    priority 100
    advert_int 0.2
    virtual_ipaddress {
        192.168.1.101
    }
}
virtual_server 192.168.1.100 80 {
    delay_loop 1
    lb_algo rr
    lb_kind DR
    protocol TCP
    sorry_server 192.168.1.15 80
    real_server 192.168.1.13 80 {
        TCP_CHECK {
            connect_timeout 1
            retry 0
            connect_port 80
        }
    }
    real_server 192.168.1.14 80 {
        TCP_CHECK {
            connect_timeout 1
            retry 0
            connect_port 80
        }
    }
}
)";

} // namespace

/// The whole daemon as a director, in a kernel that has IPVS and runs as a process. What happens is in
/// balancer_in_uml.sh.
class TestBalancer : public QObject
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
        lab::writeWholeFile(home() / "seed003.conf", seed003);
        lab::writeWholeFile(home() / "sorry.conf", sorry);
        const bool ended = lab::UmlKernel::run(home(), fs::path(TWINHELM_SOURCE_DIR) / "tests/lab/balancer_in_uml.sh",
                                               {}, lab::Millis(170000));
        seen_ = text("seen").split('\n', Qt::SkipEmptyParts);
        if (!ended || !seen_.contains("done"))
            fprintf(stderr, "%s%s%s", qPrintable(text("console.log")), qPrintable(text("director.log")),
                    qPrintable(text("seen")));
        QVERIFY2(ended && seen_.contains("done"), "the kernel did not come to its end");
    }

    void cleanup()
    {
        if (QTest::currentTestFailed())
            fprintf(stderr, "%s%s", qPrintable(text("director.log")), qPrintable(text("seen")));
    }

    void seed003Balances()
    {
        QCOMPARE(seen("start"), both);
        QCOMPARE(seen("scheduler"), "-A -t 192.168.1.100:80 -s rr");
        QCOMPARE(seen("balanced"), "2 rs1 2 rs2");
    }

    /// delay_loop 6, one more try 3 s later (keepalived's TCP_CHECK never knew nb_get_retry), and what the machine
    /// takes.
    void aStoppedServerLeavesAndComesBack()
    {
        QCOMPARE(seen("rs1 stopped"), "192.168.1.14=1");
        const int time = seen("time of rs1 stopped").toInt();
        qInfo("a stopped nginx left the table after %d ms", time);
        QVERIFY2(time > 2500 && time < 6000 + 3000 + 2000, qPrintable(QString::number(time)));
        QCOMPARE(seen("without rs1"), "4 rs2");
        QCOMPARE(seen("rs1 again"), both);
        QVERIFY(seen("time of rs1 again").toInt() < 6000 + 2000);
    }

    void aReloadLeavesWhatIsTheSame()
    {
        QCOMPARE(seen("reloaded"), both);
        QCOMPARE(seen("counters"), "2 2"); // an entry that was made anew would begin at 0
    }

    void aKilledCheckerIsFollowedByOneThatFindsItsTable()
    {
        QCOMPARE(seen("killed"), both);
        QCOMPARE(seen("counters after the kill"), "2");
    }

    void whatOthersDidIsMended() { QCOMPARE(seen("drained and mended"), "192.168.1.13=1 192.168.1.14=0"); }

    void drains()
    {
        QCOMPARE(seen("drained"), "4 rs1");
        QCOMPARE(seen("drain waited"), "0");
        QCOMPARE(seen("taken out"), "192.168.1.14=1");
        QCOMPARE(seen("undrained"), both);
    }

    void itIsToldOf()
    {
        QCOMPARE(seen("connections"), "1");
        QCOMPARE(seen("ready"), "1");
    }

    void aSorryServerStandsIn()
    {
        QCOMPARE(seen("sorry"), "192.168.1.15=1");
        QCOMPARE(seen("sorry answers"), "4 sorry");
        QCOMPARE(seen("back"), "192.168.1.14=1");
    }

    void connectionsAreSentWhileTheInstanceIsMaster()
    {
        QCOMPARE(seen("sync"), "master sync daemon (mcast=eth0, syncid=5,");
        QCOMPARE(seen("sync after the kill"), "1");
    }

    void theEndLeavesNothing()
    {
        QCOMPARE(seen("sync in the end"), "0");
        QCOMPARE(seen("exit code"), "0");
        QCOMPARE(seen("in the end"), "0");
    }

private:
    const QString both = "192.168.1.13=1 192.168.1.14=1";

    [[nodiscard]] fs::path home() const { return folder_.path().toStdString(); }
    [[nodiscard]] QString text(const QString &name) const
    {
        return QString::fromStdString(lab::readWholeFile(home() / name.toStdString()));
    }
    /// What was written about a topic, without white space at the end; the last of them.
    [[nodiscard]] QString seen(const QString &topic) const
    {
        QString out;
        for (const auto &line : seen_) {
            if (line.startsWith(topic + ": "))
                out = line.mid(topic.size() + 2).trimmed();
        }
        return out;
    }

    QTemporaryDir folder_{"/tmp/thlab-balancer-XXXXXX"};
    QStringList seen_;
};

QTEST_GUILESS_MAIN(TestBalancer)
#include "tst_balancer.moc"
