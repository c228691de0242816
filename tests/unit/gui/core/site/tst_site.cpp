#include "gui/core/site/site.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "gui/core/base/file.h"
#include "gui/core/base/qt_text.h"

using namespace twinhelm;
using namespace twinhelm::desk;

class TestSite : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        folder_ = std::make_unique<QTemporaryDir>();
        auto made = Site::create(folder_->path(), QStringLiteral("test"));
        QVERIFY(made);
        site_ = std::move(*made);
    }
    void cleanup()
    {
        site_.reset();
        folder_.reset();
    }

    void whatIsPutIsThereAfterOpening()
    {
        QVERIFY(
            site_->addCluster({QStringLiteral("web"), {}, {QStringLiteral("lb01"), QStringLiteral("lb02")}}, "text\n"));
        const auto again = Site::open(folder_->path());
        QVERIFY(again);
        QCOMPARE((*again)->name(), QStringLiteral("test"));
        QCOMPARE((*again)->nodes().size(), 2);
        QCOMPARE((*again)->clusterOf(QStringLiteral("lb02"))->name, QStringLiteral("web"));
        QCOMPARE((*again)->readCluster(QStringLiteral("web")).value_or(QByteArray()), QByteArray("text\n"));
        QVERIFY(Site::open(folder_->filePath(QStringLiteral("site.toml"))));
    }

    void aFolderWithoutSiteFileIsNoSite()
    {
        QTemporaryDir other;
        const auto opened = Site::open(other.path());
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, std::string("D0504"));
    }

    void aSiteIsNotMadeTwice()
    {
        QVERIFY(!Site::create(folder_->path(), QStringLiteral("other")));
        QCOMPARE((*Site::open(folder_->path()))->name(), QStringLiteral("test"));
    }

    void namesThatCannotBeFilesAreRefused()
    {
        SiteNode node;
        for (const auto &name : {"", "a b", "../x", ".x", "a/b", "ä"}) {
            node.name = QString::fromUtf8(name);
            QVERIFY2(!site_->putNode(node), name);
        }
        QVERIFY(!site_->putCluster({QStringLiteral("../web"), {}, {}}));
        QVERIFY(!site_->addCluster({QStringLiteral("../web"), {}, {}}, "x"));
        QVERIFY(!site_->addCluster({QStringLiteral("web"), {}, {QStringLiteral("a b")}}, "x"));
        QVERIFY(!QFileInfo::exists(folder_->filePath(QStringLiteral("clusters/web.conf"))));
        QVERIFY(site_->nodes().isEmpty());
    }

    void anExistingFileIsNotOverwrittenByANewCluster()
    {
        QVERIFY(writeFile(folder_->filePath(QStringLiteral("clusters/web.conf")), "precious"));
        QVERIFY(!site_->addCluster({QStringLiteral("web"), {}, {}}, "x"));
        QCOMPARE(readFile(folder_->filePath(QStringLiteral("clusters/web.conf"))).value_or(QByteArray()),
                 QByteArray("precious"));
    }

    void aNodeInAClusterStays()
    {
        QVERIFY(site_->addCluster({QStringLiteral("web"), {}, {QStringLiteral("lb01")}}, {}));
        QVERIFY(!site_->removeNode(QStringLiteral("lb01")));
        QVERIFY(site_->removeCluster(QStringLiteral("web")));
        QVERIFY(site_->removeNode(QStringLiteral("lb01")));
        QVERIFY(site_->nodes().isEmpty());
    }

    void othersChangesAreToldOwnAreNot()
    {
        QVERIFY(site_->addCluster({QStringLiteral("web"), {}, {}}, "one"));
        QSignalSpy told(site_.get(), &Site::clusterChangedOnDisk);
        QVERIFY(site_->writeCluster(QStringLiteral("web"), "two"));
        QVERIFY(writeFile(site_->clusterPath(QStringLiteral("web")), "three"));
        QTRY_COMPARE(told.size(), 1);
        // An atomic save took the watch away; the next one is noticed all the same.
        QVERIFY(writeFile(site_->clusterPath(QStringLiteral("web")), "four"));
        QTRY_COMPARE(told.size(), 2);
    }

    void aChangedSiteFileIsReloadedOnRequest()
    {
        QSignalSpy onDisk(site_.get(), &Site::changedOnDisk);
        QVERIFY(writeFile(folder_->filePath(QStringLiteral("site.toml")), "[site]\nname = \"renamed\"\n"));
        QTRY_COMPARE(onDisk.size(), 1);
        QCOMPARE(site_->name(), QStringLiteral("test"));
        QVERIFY(site_->reload());
        QCOMPARE(site_->name(), QStringLiteral("renamed"));
    }

    void aBrokenSiteFileLeavesTheOldContent()
    {
        QVERIFY(writeFile(folder_->filePath(QStringLiteral("site.toml")), "[site\n"));
        QVERIFY(!site_->reload());
        QCOMPARE(site_->name(), QStringLiteral("test"));
    }

private:
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Site> site_;
};

QTEST_GUILESS_MAIN(TestSite)
#include "tst_site.moc"
