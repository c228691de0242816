#include <QtTest>

#include "common/config/source/file_access.h"
#include "tests/support/cluster/loaded_cluster.h"

using namespace twinhelm;

namespace
{

const std::string folder = TWINHELM_SOURCE_DIR "/tests/data/cluster_seeds/";

/// A finding as an expert would give it.
struct Opinion {
    QString code;
    QString part; ///< of the message
};

} // namespace

Q_DECLARE_METATYPE(QList<Opinion>)

/// The seeds' clusters as their authors wrote them: exactly what an expert would say about the nodes together, and why.
class TestSeedClusters : public QObject
{
    Q_OBJECT

private slots:
    void expertsOpinion_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("nodes");
        QTest::addColumn<QList<Opinion>>("opinions");
        const QStringList pair{"lb01", "lb02"};
        // One MASTER with 150, one BACKUP with 100, everything else alike: nothing to say.
        QTest::newRow("000 main pair") << "000_pair" << pair << QList<Opinion>{};
        // Two routers with their own VRID, password and address, master on different nodes: as it should be.
        QTest::newRow("000 dual master") << "000_dual_master" << pair << QList<Opinion>{};
        // 150 + 50 while nginx runs, 150 when it is dead, against 100: dead nginx keeps the address. The author stops
        // keepalived from inside the script instead, which hides it.
        QTest::newRow("000 nginx") << "000_nginx" << pair
                                   << QList<Opinion>{{"K0501", "priority 200 becomes 150, and lb02 has 100"}};
        // 150 + 50 against 100 + 50 + 50: equal. After a failover lb01 does not come back.
        QTest::newRow("000 split brain") << "000_split_brain" << pair
                                         << QList<Opinion>{{"K0502", "lb02 has 200 instead of 100"}};
        // Two unrelated examples of one name: with everything they know each other by different, both are master. With
        // that mended, priorities would be looked at; before, a simulation could only show two masters.
        QTest::newRow("001 http") << "001_http" << pair
                                  << QList<Opinion>{{"K0401", "virtual_router_id 101 on lb02 and 51 on lb01"},
                                                    {"K0403", "every 3 s on lb02 and every 1 s on lb01"},
                                                    {"K0402", "auth_pass of lb02 is not that of lb01"}};
        // 100 + 3 against 90 + 3: with nginx dead 100 is still above 93.
        QTest::newRow("002 nginx pair") << "002_nginx_pair" << pair
                                        << QList<Opinion>{{"K0501", "priority 103 becomes 100, and lb02 has 93"}};
        // One file for three: one name for all in mails, nobody is preferred, and check_nginx (weight 0) can take all
        // three down. That they do not preempt comes from the equal priorities only; nopreempt is not written.
        QTest::newRow("002 three nodes") << "002_three_nodes" << QStringList{"z6", "z7", "z8"}
                                         << QList<Opinion>{{"K0504", "check_nginx fails on every node"},
                                                           {"K0415", "z6, z7 and z8 all call themselves"},
                                                           {"K0406", "priority 90 on z6, z7 and z8"}};
        // No instance holds 192.168.1.100: it must be put on the director by hand, and dies with it.
        QTest::newRow("003 director") << "003_director" << QStringList{"lb01"}
                                      << QList<Opinion>{{"K0421", "No vrrp_instance holds 192.168.1.100"}};
        // 100 against 99 is enough, as nothing changes priorities here.
        QTest::newRow("004 hot standby") << "004_pair" << pair << QList<Opinion>{};
    }
    void expertsOpinion()
    {
        QFETCH(QString, file);
        QFETCH(QStringList, nodes);
        QFETCH(QList<Opinion>, opinions);
        const auto text = config::readDiskFile(folder + file.toStdString() + ".conf");
        QVERIFY(text);
        std::vector<std::string> ids;
        for (const auto &id : nodes)
            ids.push_back(id.toStdString());
        test::LoadedCluster cluster;
        cluster.loadDocument(ids, *text);
        for (const auto &node : cluster.nodes()) // nat_mask of 003 is a word of old versions
            QVERIFY(file.startsWith("003") || !hasErrors(node.loaded->diagnostics));
        QStringList said;
        const auto findings = cluster.check();
        for (const auto &one : findings)
            said << QString::fromStdString(one.code + ": " + one.message);
        QVERIFY2(said.size() == opinions.size(), qPrintable(said.join('\n')));
        for (qsizetype i = 0; i < said.size(); ++i) {
            const auto &opinion = opinions.at(i);
            QVERIFY2(said[i].startsWith(opinion.code) && said[i].contains(opinion.part), qPrintable(said.join('\n')));
        }
        for (const auto &one : findings)
            QVERIFY2(!one.code.starts_with("K05") || one.notes.back().message.starts_with("Simulated: "),
                     "no proof is given");
    }
};

QTEST_APPLESS_MAIN(TestSeedClusters)
#include "tst_seeds.moc"
