#include "gui/core/site/site_file.h"

#include <QtTest>

#include "gui/core/base/qt_text.h"

using namespace twinhelm;
using namespace twinhelm::desk;

namespace
{

const QByteArray site = R"(# our balancers
[site]
name = "Frankfurt"
colour = "red"   # not ours

[[node]]
name = "lb01"       # the elder
host = "10.0.0.1"
rack = 7
api_port = 7444

[[node]]
name = "lb02"
host = "10.0.0.2"

[[cluster]]
name = "web"
nodes = ["lb01", "lb02"]

[extra]
keep = "me"
)";

SiteContent read(const SiteFile &file)
{
    const auto content = file.read(QStringLiteral("site.toml"));
    if (!content)
        qWarning("%s", content.error().what.c_str());
    return content.value_or(SiteContent{});
}

} // namespace

class TestSiteFile : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatIsWrittenAndDefaults()
    {
        const auto content = read(SiteFile(site));
        QCOMPARE(content.name, QStringLiteral("Frankfurt"));
        QCOMPARE(content.nodes.size(), 2);
        QCOMPARE(content.nodes[0].apiPort, 7444);
        QCOMPARE(content.nodes[1].apiPort, 7443);
        QCOMPARE(content.nodes[1].sshUser, QStringLiteral("root"));
        QCOMPARE(content.nodes[1].effectiveApiHost(), QStringLiteral("10.0.0.2"));
        QCOMPARE(content.clusters.size(), 1);
        QCOMPARE(content.clusters[0].file, QStringLiteral("clusters/web.conf"));
        QCOMPARE(content.clusters[0].nodes, (QStringList{QStringLiteral("lb01"), QStringLiteral("lb02")}));
    }

    void wrongFilesAreRefusedWithTheirLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place");
        QTest::newRow("not TOML") << QByteArray("[site]\nname = \n") << QStringLiteral("site.toml:2:");
        QTest::newRow("port as text") << QByteArray("[[node]]\nname = \"a\"\nssh_port = \"22\"\n")
                                      << QStringLiteral("site.toml:3:12");
        QTest::newRow("port too large") << QByteArray("[[node]]\nname = \"a\"\napi_port = 70000\n")
                                        << QStringLiteral("site.toml:3:");
        QTest::newRow("no name") << QByteArray("\n[[node]]\nhost = \"a\"\n") << QStringLiteral("site.toml:2:");
        QTest::newRow("two of one name") << QByteArray("[[node]]\nname = \"a\"\n[[node]]\nname = \"a\"\n")
                                         << QStringLiteral("site.toml:3:");
        QTest::newRow("engine") << QByteArray("[[node]]\nname = \"a\"\nengine = \"haproxy\"\n")
                                << QStringLiteral("site.toml:3:");
        QTest::newRow("nodes as text") << QByteArray("[[cluster]]\nname = \"c\"\nnodes = \"a\"\n")
                                       << QStringLiteral("site.toml:3:");
        QTest::newRow("node as table") << QByteArray("[node]\nname = \"c\"\n") << QStringLiteral("site.toml:1");
        QTest::newRow("unknown member") << QByteArray("[[cluster]]\nname = \"c\"\nnodes = [\"a\"]\n")
                                        << QStringLiteral("site.toml");
    }
    void wrongFilesAreRefusedWithTheirLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, place);
        const auto content = SiteFile(text).read(QStringLiteral("site.toml"));
        QVERIFY(!content);
        QVERIFY2(toQt(content.error().what).startsWith(place), content.error().what.c_str());
    }

    void onlyWhatChangedIsWritten_data()
    {
        QTest::addColumn<SiteNode>("node");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        auto node = read(SiteFile(site)).nodes[0];
        QTest::newRow("nothing") << node << QByteArray("lb01") << QByteArray("lb01");
        node.host = QStringLiteral("192.0.2.1");
        QTest::newRow("a value") << node << QByteArray("10.0.0.1") << QByteArray("192.0.2.1");
        node = read(SiteFile(site)).nodes[0];
        node.proxyJump = QStringLiteral("jump");
        QTest::newRow("a new key behind the old ones")
            << node << QByteArray("api_port = 7444\n") << QByteArray("api_port = 7444\nproxy_jump = \"jump\"\n");
    }
    void onlyWhatChangedIsWritten()
    {
        QFETCH(SiteNode, node);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        auto expected = site;
        expected.replace(before, after);
        const auto changed = SiteFile(site).withNode(node);
        QVERIFY(changed);
        QCOMPARE(changed->text(), expected);
    }

    void aNewNodeSaysOnlyWhatIsSpecial()
    {
        SiteNode node;
        node.name = QStringLiteral("lb03");
        node.host = QStringLiteral("h\"3\\");
        const auto changed = SiteFile(site).withNode(node);
        QVERIFY(changed);
        QVERIFY(changed->text().startsWith(site));
        QVERIFY(!changed->text().contains("state_dir"));
        QCOMPARE(read(*changed).nodes.back(), node);
    }

    void aHostEqualToTheNameNeedNotBeWritten()
    {
        SiteNode node;
        node.name = QStringLiteral("lb03");
        node.host = QStringLiteral("lb03");
        const auto changed = SiteFile(site).withNode(node);
        QVERIFY(changed);
        QCOMPARE(read(*changed).nodes.back().host, QStringLiteral("lb03"));
    }

    void removingTakesTheTableOnly()
    {
        const auto changed = SiteFile(site).withoutCluster(QStringLiteral("web"));
        QVERIFY(changed);
        auto expected = site;
        expected.replace("[[cluster]]\nname = \"web\"\nnodes = [\"lb01\", \"lb02\"]\n\n", "");
        QCOMPARE(changed->text(), expected);
        QCOMPARE(SiteFile(site).withoutNode(QStringLiteral("nobody"))->text(), site);
    }

    void columnsCountCharacters()
    {
        const QByteArray text = "[[node]]\nname = \"ä\"\nhost = \"größe\" # ß\nssh_user = \"x\"\n";
        auto node = read(SiteFile(text)).nodes[0];
        node.host = QStringLiteral("b");
        const auto changed = SiteFile(text).withNode(node);
        QVERIFY(changed);
        QCOMPARE(changed->text(), QByteArray("[[node]]\nname = \"ä\"\nhost = \"b\" # ß\nssh_user = \"x\"\n"));
    }

    void allOfANodeSurvivesARoundTrip()
    {
        SiteNode node;
        node.name = QStringLiteral("n");
        node.host = QStringLiteral("h");
        node.sshPort = 2222;
        node.sshUser = QStringLiteral("ops");
        node.identityFile = QStringLiteral("~/.ssh/id");
        node.proxyJump = QStringLiteral("j");
        node.apiHost = QStringLiteral("::1");
        node.apiPort = 1;
        node.engine = Engine::Keepalived;
        node.configPath = QStringLiteral("/a");
        node.runtimeDir = QStringLiteral("/b");
        node.stateDir = QStringLiteral("/c");
        node.ctl = QStringLiteral("/d");
        const auto changed = SiteFile::fresh(QStringLiteral("s")).withNode(node);
        QVERIFY(changed);
        const auto content = read(*changed);
        QCOMPARE(content.name, QStringLiteral("s"));
        QCOMPARE(content.nodes, QList<SiteNode>{node});
    }
};

QTEST_GUILESS_MAIN(TestSiteFile)
#include "tst_site_file.moc"
