#include "common/cluster/check_cluster.h"

#include <QtTest>

#include "common/diagnostics/text_renderer.h"
#include "tests/support/cluster/loaded_cluster.h"

using namespace twinhelm;
using test::LoadedCluster;

namespace
{

std::string instance(const std::string &lines)
{
    return "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n" + lines +
           "    virtual_ipaddress {\n        10.0.0.3\n    }\n}\n";
}

QStringList codes(const Diagnostics &findings)
{
    QStringList out;
    for (const auto &one : findings)
        out << QString::fromStdString(one.code + ' ' + one.node);
    return out;
}

} // namespace

class TestCheckCluster : public QObject
{
    Q_OBJECT

private slots:
    void aSoundPairHasNoFindings()
    {
        LoadedCluster cluster;
        cluster.loadFile("lb01", instance("    state MASTER\n    priority 150\n"));
        cluster.loadFile("lb02", instance("    state BACKUP\n    priority 100\n"));
        QCOMPARE(codes(cluster.check()), QStringList());
    }

    void oneNodeAndNoNodeHaveNothingBetweenThem()
    {
        LoadedCluster cluster;
        QCOMPARE(codes(cluster.check()), QStringList());
        cluster.loadFile("lb01", instance("    priority 150\n"));
        QCOMPARE(codes(cluster.check()), QStringList());
    }

    void findingAndNotePointIntoTheirOwnFiles()
    {
        LoadedCluster cluster;
        cluster.loadFile("lb01", instance("    priority 150\n    advert_int 1\n"));
        cluster.loadFile("lb02", "# a line more\n" + instance("    priority 100\n    advert_int 3\n"));
        const auto findings = cluster.check();
        QCOMPARE(codes(findings), QStringList{"K0403 lb02"});
        QCOMPARE(findings.front().notes.size(), 1U);
        QCOMPARE(QString::fromStdString(findings.front().notes.front().node), QString("lb01"));
        const auto sourcesOf = [&](const std::string &node) -> const config::SourceSet & {
            return cluster.nodes()[node == "lb01" ? 0 : 1].loaded->sources;
        };
        const auto text = renderText(findings, sourcesOf);
        QVERIFY2(text.find("lb02/keepalived.conf:6:16: error: ") != std::string::npos, text.c_str());
        QVERIFY2(text.find("lb01/keepalived.conf:5:16: note: lb01 has 1 s.\n        advert_int 1\n") !=
                     std::string::npos,
                 text.c_str());
    }

    void whatIsWrongOnEveryNodeStandsOnce()
    {
        const auto text = instance("    prioritty 150\n    @lb01 prio 7\n");
        LoadedCluster shared;
        shared.loadDocument({"lb01", "lb02"}, text);
        QCOMPARE(codes(cluster::mergeFindings(shared.nodes())), (QStringList{"K0006 ", "K0006 lb01"}));
        LoadedCluster apart;
        apart.loadFile("lb01", text);
        apart.loadFile("lb02", text);
        QCOMPARE(codes(cluster::mergeFindings(apart.nodes())), (QStringList{"K0006 lb01", "K0006 lb01", "K0006 lb02"}));
        LoadedCluster alone;
        alone.loadFile("lb01", text);
        QCOMPARE(codes(cluster::mergeFindings(alone.nodes())), (QStringList{"K0006 lb01", "K0006 lb01"}));
    }

    void aThousandInstancesAreComparedQuickly()
    {
        std::string text;
        for (int i = 0; i < 1000; ++i) {
            const auto number = std::to_string(i);
            text += "vrrp_instance VI_" + number + " {\n interface eth" + std::to_string(i / 250) +
                    "\n virtual_router_id " + std::to_string(i % 250 + 1) +
                    "\n @lb01 priority 150\n @lb02 priority 100\n virtual_ipaddress {\n 10.0." +
                    std::to_string(i / 250) + '.' + std::to_string(i % 250 + 1) + "\n }\n}\n";
        }
        LoadedCluster cluster;
        cluster.loadDocument({"lb01", "lb02"}, text);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(codes(cluster.check()), QStringList());
        qInfo("1000 instances on two nodes: %lld ms", timer.elapsed());
        QVERIFY(timer.elapsed() < 1000);
    }
};

QTEST_APPLESS_MAIN(TestCheckCluster)
#include "tst_check_cluster.moc"
