#include "gui/core/import/import_preview.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "gui/core/base/file.h"

using namespace twinhelm;
using namespace twinhelm::desk;

namespace
{

QByteArray conf(const QByteArray &name, const QByteArray &state, const QByteArray &priority)
{
    return "global_defs {\n    router_id " + name + "\n}\n\nvrrp_instance VI_1 {\n    state " + state +
           "\n    interface eth0\n    virtual_router_id 50\n    priority " + priority +
           "\n    virtual_ipaddress {\n        10.0.0.3\n    }\n}\n";
}

const QByteArray first = conf("lb01", "MASTER", "150");
const QByteArray second = conf("lb02", "BACKUP", "100");

} // namespace

class TestImportPreview : public QObject
{
    Q_OBJECT

private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void cleanup() { folder_.reset(); }

    void filesNameTheirNodes()
    {
        QVERIFY(writeFile(path("lb01.conf"), first));
        QVERIFY(writeFile(path("lb02/keepalived.conf"), second));
        ImportPreview preview;
        QVERIFY(preview.addFile(path("lb01.conf")));
        QVERIFY(preview.addFile(path("lb02/keepalived.conf")));
        QCOMPARE(preview.nodes(), (QStringList{QStringLiteral("lb01"), QStringLiteral("lb02")}));
        QVERIFY(!preview.addFile(path("missing.conf")));
        QCOMPARE(preview.sources().size(), 2);
    }

    void sharedAndDifferingAreToldApart()
    {
        ImportPreview preview;
        QVERIFY(!preview.blocker().isEmpty());
        QSignalSpy changed(&preview, &ImportPreview::changed);
        preview.addBytes(QStringLiteral("lb01"), QStringLiteral("a"), first);
        preview.addBytes(QStringLiteral("lb02"), QStringLiteral("b"), second);
        QCOMPARE(changed.size(), 2);
        QVERIFY2(preview.blocker().isEmpty(), qPrintable(preview.blocker()));
        QVERIFY(preview.merged().contains("@lb01 priority 150"));
        QVERIFY(preview.merged().contains("    interface eth0\n"));
        QStringList keywords;
        for (const auto &line : preview.differing())
            keywords << line.keyword;
        QCOMPARE(keywords,
                 (QStringList{QStringLiteral("router_id"), QStringLiteral("state"), QStringLiteral("priority")}));
        const auto &priority = preview.differing().last();
        QCOMPARE(priority.block, QStringLiteral("vrrp_instance VI_1"));
        QCOMPARE(priority.perNode, (QStringList{QStringLiteral("priority 150"), QStringLiteral("priority 100")}));
        QCOMPARE(preview.sharedLines(), 6);
    }

    void exportGivesEachNodeItsOwn()
    {
        ImportPreview preview;
        preview.addBytes(QStringLiteral("lb01"), QStringLiteral("a"), first);
        preview.addBytes(QStringLiteral("lb02"), QStringLiteral("b"), second);
        QCOMPARE(exportForNode(preview.merged(), QStringLiteral("lb01")), first);
        QVERIFY(exportToFile(preview.merged(), QStringLiteral("lb02"), path("out.conf")));
        QCOMPARE(readFile(path("out.conf")).value_or(QByteArray()), second);
    }

    void whatCannotBeIsBlocked_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("two");
        QTest::newRow("the same name twice") << QStringLiteral("lb01") << QStringLiteral("lb01");
        QTest::newRow("no name") << QStringLiteral("lb01") << QString();
        QTest::newRow("a name with a blank") << QStringLiteral("lb 01") << QStringLiteral("lb02");
    }
    void whatCannotBeIsBlocked()
    {
        QFETCH(QString, one);
        QFETCH(QString, two);
        ImportPreview preview;
        preview.addBytes(one, QStringLiteral("a"), first);
        preview.addBytes(two, QStringLiteral("b"), second);
        QVERIFY(!preview.blocker().isEmpty());
        auto site = *Site::create(folder_->path(), QStringLiteral("s"));
        QVERIFY(!preview.commit(*site, QStringLiteral("web")));
        QVERIFY(site->clusters().isEmpty());
        preview.renameNode(0, QStringLiteral("lb01"));
        preview.renameNode(1, QStringLiteral("lb02"));
        QVERIFY2(preview.blocker().isEmpty(), qPrintable(preview.blocker()));
        preview.remove(1);
        preview.remove(0);
        QVERIFY(!preview.blocker().isEmpty());
    }

    void commitMakesTheClusterAndItsNodes()
    {
        auto site = *Site::create(folder_->path(), QStringLiteral("s"));
        SiteNode known;
        known.name = QStringLiteral("lb02");
        known.host = QStringLiteral("192.0.2.2");
        QVERIFY(site->putNode(known));
        ImportPreview preview;
        preview.addBytes(QStringLiteral("lb01"), QStringLiteral("a"), first);
        preview.addBytes(QStringLiteral("lb02"), QStringLiteral("b"), second);
        const auto done = preview.commit(*site, QStringLiteral("web"));
        QVERIFY2(done, done ? "" : done.error().what.c_str());
        QCOMPARE(site->readCluster(QStringLiteral("web")).value_or(QByteArray()), preview.merged());
        QCOMPARE(site->cluster(QStringLiteral("web"))->nodes, preview.nodes());
        QCOMPARE(site->node(QStringLiteral("lb01"))->host, QStringLiteral("lb01"));
        QCOMPARE(site->node(QStringLiteral("lb02"))->host, QStringLiteral("192.0.2.2"));
        QVERIFY2(!preview.commit(*site, QStringLiteral("web")), "a cluster of this name is there");
        QVERIFY2(!preview.commit(*site, QStringLiteral("other")), "its nodes are taken");
        QCOMPARE(site->clusters().size(), 1);
    }

private:
    [[nodiscard]] QString path(const char *name) const { return folder_->filePath(QString::fromLatin1(name)); }

    std::unique_ptr<QTemporaryDir> folder_;
};

QTEST_GUILESS_MAIN(TestImportPreview)
#include "tst_import_preview.moc"
