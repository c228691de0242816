#include <QRegularExpression>

#include "tests/lab/engine.h"
#include "tests/lab/lab_test.h"

using namespace twinhelm::lab;

namespace
{

constexpr auto config = "/etc/keepalived/director.conf";

LabOptions oneInterfaceEach()
{
    LabOptions out;
    out.lb1.back.clear();
    return out;
}

/// A host of the lab as a real server, and another that asks for the virtual address.
struct Site {
    Lab lab{oneInterfaceEach()};
    Node &server = lab.lb1();
    Node &asker = lab.client();

    Site()
    {
        server.writeFile(config, "virtual_server " + lab.options().vip +
                                     " 80 {\nprotocol TCP\nlb_algo rr\nlb_kind DR\nreal_server " +
                                     lab.options().lb1.address + " 80 {\n}\n}\n");
        // Folders that a host of the lab shares with the machine, which has no business with what is written there.
        for (const auto *folder : {"/run/systemd", "/etc/sysctl.d", "/etc/systemd/system"}) {
            const auto path = std::string(folder);
            server.must({"sh", "-c", "[ ! -d " + path + " ] || mount -t tmpfs tmpfs " + path});
        }
    }

    Outcome ctl(const std::string &verb) const
    {
        return server.run({ownProgram("twinhelmctl"), "realserver", verb, config});
    }
    [[nodiscard]] QStringList problems() const
    {
        const auto checked = ctl("check");
        auto lines = QString::fromStdString(checked.output).split('\n', Qt::SkipEmptyParts);
        if (checked.exitCode == 0 && lines.size() == 1 && lines[0].contains("as it should"))
            return {};
        return lines << "exit code " + QString::number(checked.exitCode);
    }
    [[nodiscard]] bool answersArp() const
    {
        return asker.run({"arping", "-c", "2", "-w", "2", "-f", "-I", "eth0", lab.options().vip}).exitCode == 0;
    }
};

/// What stands in the last parentheses of a line.
QString mendIn(const QString &line)
{
    return line.mid(line.lastIndexOf('(') + 1).chopped(1);
}

} // namespace

/// `twinhelmctl realserver` on a host: what it finds is what is wrong, and what it does is what was missing.
class TestRealserver : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        REQUIRE_LAB();
        site_ = std::make_unique<Site>();
    }
    void cleanupTestCase() { site_.reset(); }

    void bareHost()
    {
        const auto found = site_->problems();
        QCOMPARE(found.size(), 6);
        QVERIFY(found[0].startsWith("10.0.0.3 is not on lo"));
        QVERIFY(found[1].startsWith("arp_ignore is 0 on eth0"));
        QVERIFY(found[2].startsWith("arp_announce is 0 on eth0"));
        QVERIFY(found[3].contains("90-twinhelm-realserver.conf is missing"));
        QVERIFY(found[4].contains("twinhelm-realserver.service is missing"));
        QCOMPARE(found[5], QString("exit code 1"));
    }

    /// The classic mistake: the address alone takes the service away from the director.
    void addressAloneAnswers()
    {
        site_->server.must({"ip", "address", "add", "10.0.0.3/32", "dev", "lo"});
        QVERIFY(site_->answersArp());
        QVERIFY(site_->problems().first().startsWith("arp_ignore is 0 on eth0"));
    }

    void applied()
    {
        const auto done = site_->ctl("apply");
        QVERIFY2(done.exitCode == 0, done.output.c_str());
        QCOMPARE(site_->problems(), QStringList());
        QVERIFY(!site_->answersArp());
        QVERIFY(site_->server.must({"ip", "address", "show", "dev", "lo"}).find("10.0.0.3/32") != std::string::npos);
        QVERIFY2(site_->ctl("apply").exitCode == 0, "a second time");
    }

    void everyFaultIsOneLineWhoseMendMendsIt_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("line");
        QTest::newRow("address gone") << "ip address del 10.0.0.3/32 dev lo"
                                      << "10.0.0.3 is not on lo";
        QTest::newRow("address on the wire") << "ip address add 10.0.0.3/32 dev eth0"
                                             << "10.0.0.3 stands on eth0";
        QTest::newRow("a whole network") << "ip address add 10.0.0.3/24 dev lo"
                                         << "10.0.0.3 stands on lo as /24";
        QTest::newRow("arp_ignore") << "sysctl -q -w net.ipv4.conf.all.arp_ignore=0"
                                    << "arp_ignore is 0 on eth0";
        QTest::newRow("arp_ignore, too much of it") << "sysctl -q -w net.ipv4.conf.eth0.arp_ignore=3"
                                                    << "arp_ignore is 3 on eth0";
        QTest::newRow("arp_announce") << "sysctl -q -w net.ipv4.conf.all.arp_announce=1"
                                      << "arp_announce is 1 on eth0";
        QTest::newRow("sysctl file") << "rm /etc/sysctl.d/90-twinhelm-realserver.conf"
                                     << "/etc/sysctl.d/90-twinhelm-realserver.conf is missing";
        QTest::newRow("unit") << "echo >>/etc/systemd/system/twinhelm-realserver.service"
                              << "/etc/systemd/system/twinhelm-realserver.service says something else";
    }
    void everyFaultIsOneLineWhoseMendMendsIt()
    {
        QFETCH(QString, fault);
        QFETCH(QString, line);
        site_->server.must({"sh", "-c", fault.toStdString()});
        const auto found = site_->problems();
        QVERIFY2(found.size() == 2 && found[0].startsWith(line), qPrintable(found.join('\n')));
        auto mend = mendIn(found[0]).toStdString();
        if (mend == "twinhelmctl realserver apply")
            mend = ownProgram("twinhelmctl") + " realserver apply " + config;
        site_->server.must({"sh", "-c", mend});
        QCOMPARE(site_->problems(), QStringList());
    }

private:
    std::unique_ptr<Site> site_;
};

QTEST_GUILESS_MAIN(TestRealserver)
#include "tst_realserver.moc"
