#include "gui/core/workspace/workspace.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest>

#include "gui/core/base/file.h"

using namespace twinhelm;
using namespace twinhelm::desk;

namespace
{

const QByteArray text = "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 5\n"
                        "    virtual_ipaddress {\n        10.0.0.3\n    }\n}\n";
const QString web = QStringLiteral("web");

} // namespace

class TestWorkspace : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        folder_ = std::make_unique<QTemporaryDir>();
        auto site = *Site::create(folder_->path(), QStringLiteral("s"));
        QVERIFY(site->addCluster({web, {}, {QStringLiteral("lb01"), QStringLiteral("lb02")}}, text));
        workspace_ = std::make_unique<Workspace>(std::move(site), nullptr);
    }
    void cleanup()
    {
        workspace_.reset();
        folder_.reset();
    }

    void everythingHangsOnTheSite()
    {
        QCOMPARE(workspace_->live(web)->nodes(), (QStringList{QStringLiteral("lb01"), QStringLiteral("lb02")}));
        QVERIFY(workspace_->agent(QStringLiteral("lb02")));
        QVERIFY(!workspace_->document(QStringLiteral("nobody")));
        auto *document = workspace_->document(web);
        QVERIFY(document);
        QCOMPARE(document, workspace_->document(web));
        QCOMPARE(document->text(), text);
        document->flush();
        QCOMPARE(workspace_->live(web)->instances().size(), 1);
        QCOMPARE(workspace_->live(web)->instances()[0].name, QStringLiteral("VI_1"));
        document->apply(QStringLiteral("x"), {TextEdit{SourceRange{0, 0, 0}, "@lb02 "}});
        document->apply(QStringLiteral("x"), {TextEdit{SourceRange{0, 0, 0},
                                                       "@lb01 vrrp_instance VI_0 {\n@lb01 interface eth0\n@lb01 }\n"}});
        document->flush();
        const auto &instances = workspace_->live(web)->instances();
        QCOMPARE(instances.size(), 2);
        for (const auto &instance : instances) {
            const bool first = instance.name == u"VI_0";
            QCOMPARE(instance.cells[0].expected, first);
            QCOMPARE(instance.cells[1].expected, !first);
        }
    }

    void unsavedChangesOutliveTheDesk()
    {
        openAgain();
        auto *document = workspace_->document(web);
        QVERIFY(!document->isDirty());
        document->apply(QStringLiteral("x"), {TextEdit{SourceRange{0, 0, 0}, "# typed\n"}});
        endNow(document);
        QSignalSpy restored(workspace_.get(), &Workspace::draftRestored);
        document = workspace_->document(web);
        QCOMPARE(document->text(), "# typed\n" + text);
        QVERIFY(document->isDirty());
        QTRY_COMPARE(restored.size(), 1);
        QCOMPARE(restored[0][0].toString(), web);
        QCOMPARE(restored[0][2].toBool(), false);
        document->undoStack()->undo();
        QCOMPARE(document->text(), text);
        openAgain();
        QVERIFY(!workspace_->document(web)->isDirty()); // undone is forgotten
    }

    void savedChangesLeaveNoDraft()
    {
        openAgain();
        auto *document = workspace_->document(web);
        document->apply(QStringLiteral("x"), {TextEdit{SourceRange{0, 0, 0}, "# typed\n"}});
        waitForDraft(document);
        QCOMPARE(drafts().size(), 1);
        QVERIFY(workspace_->save(web));
        QVERIFY(drafts().isEmpty());
    }

    void discardedChangesDoNotComeBack()
    {
        openAgain();
        auto *document = workspace_->document(web);
        document->apply(QStringLiteral("x"), {TextEdit{SourceRange{0, 0, 0}, "# typed\n"}});
        waitForDraft(document);
        workspace_->dropDrafts();
        openAgain();
        QCOMPARE(workspace_->document(web)->text(), text);
    }

    void aFileChangedMeanwhileIsNotReplacedUnasked()
    {
        openAgain();
        auto *document = workspace_->document(web);
        document->apply(QStringLiteral("x"), {TextEdit{SourceRange{0, 0, 0}, "# typed\n"}});
        waitForDraft(document);
        const auto path = workspace_->site()->clusterPath(web);
        workspace_.reset();
        QVERIFY(writeFile(path, "# theirs\n" + text));
        openAgain();
        QSignalSpy restored(workspace_.get(), &Workspace::draftRestored);
        QVERIFY(workspace_->document(web)->text().startsWith("# typed\n"));
        QTRY_COMPARE(restored.size(), 1);
        QCOMPARE(restored[0][2].toBool(), true);
        const auto saved = workspace_->save(web);
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, std::string("D0515"));
        QCOMPARE(*readFile(path), "# theirs\n" + text);
        QVERIFY(workspace_->save(web));
    }

    void aDraftThatIsNotWholeIsLeftAlone()
    {
        openAgain();
        auto *document = workspace_->document(web);
        document->apply(QStringLiteral("x"), {TextEdit{SourceRange{0, 0, 0}, "# typed\n"}});
        waitForDraft(document);
        const auto path = folder_->filePath(QStringLiteral("drafts/") + drafts().front());
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const auto whole = *readFile(path);
        workspace_.reset();
        for (const auto cut : {qsizetype(0), qsizetype(5), whole.size() / 2, whole.size() - 1}) {
            QVERIFY(writeFile(path, whole.left(cut)));
            openAgain();
            QCOMPARE(workspace_->document(web)->text(), text);
        }
    }

    void nodesComeAndGoAsTheSiteSays()
    {
        QSignalSpy structure(workspace_.get(), &Workspace::structureChanged);
        auto node = *workspace_->site()->node(QStringLiteral("lb02"));
        const auto *before = workspace_->agent(QStringLiteral("lb01"));
        node.engine = Engine::Keepalived;
        QVERIFY(workspace_->site()->putNode(node));
        QVERIFY2(!workspace_->agent(QStringLiteral("lb02")), "stock keepalived has no agent");
        QCOMPARE(workspace_->agent(QStringLiteral("lb01")), before);
        QCOMPARE(workspace_->live(web)->nodes().size(), 2);
        QCOMPARE(workspace_->live(web)->nodeHeaders()[1].status, NodeStatus::Unknown);
        QVERIFY(workspace_->live(web)->nodeHeaders()[1].error.contains(QStringLiteral("keepalived")));
        node.engine = Engine::Twinhelmd;
        node.apiPort = 7444;
        QVERIFY(workspace_->site()->putNode(node));
        QCOMPARE(workspace_->agent(QStringLiteral("lb02"))->address().port, 7444);
        QCOMPARE(workspace_->live(web)->nodeHeaders()[1].status, NodeStatus::Connecting);
        QVERIFY(workspace_->site()->removeCluster(web));
        QVERIFY(!workspace_->live(web));
        QVERIFY(workspace_->liveClusters().isEmpty());
        QVERIFY(structure.size() >= 3);
    }

    void savingWritesTheClusterFile()
    {
        auto *document = workspace_->document(web);
        document->apply(QStringLiteral("x"), {TextEdit{SourceRange{0, 0, 0}, "# note\n"}});
        QVERIFY(workspace_->hasUnsavedChanges());
        QSignalSpy onDisk(workspace_.get(), &Workspace::documentChangedOnDisk);
        QVERIFY(workspace_->save(web));
        QVERIFY(!workspace_->hasUnsavedChanges());
        QCOMPARE(readFile(workspace_->site()->clusterPath(web)).value_or(QByteArray()), "# note\n" + text);
        QCoreApplication::processEvents();
        QCOMPARE(onDisk.size(), 0);
    }

    void othersChangesAreTakenOnlyWithoutOwn()
    {
        auto *document = workspace_->document(web);
        QSignalSpy onDisk(workspace_.get(), &Workspace::documentChangedOnDisk);
        QVERIFY(writeFile(workspace_->site()->clusterPath(web), "# theirs\n"));
        QTRY_COMPARE(onDisk.size(), 1);
        QCOMPARE(onDisk[0][1].toBool(), false);
        QCOMPARE(document->text(), QByteArray("# theirs\n"));
        document->apply(QStringLiteral("x"), {TextEdit{SourceRange{0, 0, 0}, "# ours\n"}});
        QVERIFY(writeFile(workspace_->site()->clusterPath(web), "# theirs again\n"));
        QTRY_COMPARE(onDisk.size(), 2);
        QCOMPARE(onDisk[1][1].toBool(), true);
        QCOMPARE(document->text(), QByteArray("# ours\n# theirs\n"));
        const auto refused = workspace_->save(web);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, std::string("D0515"));
        QCOMPARE(readFile(workspace_->site()->clusterPath(web)).value_or(QByteArray()), QByteArray("# theirs again\n"));
        QVERIFY(workspace_->hasUnsavedChanges());
        QVERIFY2(workspace_->save(web), "told once, the person may insist");
        QCOMPARE(readFile(workspace_->site()->clusterPath(web)).value_or(QByteArray()), document->text());
    }

    void theHistoryIsShownAndContinued()
    {
        const auto path = folder_->filePath(QStringLiteral("history/s.sqlite"));
        const auto lb01 = QStringLiteral("lb01");
        wire::Event event;
        event.id = 41;
        event.time = 1000;
        QVERIFY(workspace_->openHistory(path));
        emit workspace_->agent(lb01)->eventReceived(lb01, event);
        QCOMPARE(workspace_->events()->rowCount(), 1);
        openAgain();
        QVERIFY(workspace_->openHistory(path));
        QCOMPARE(workspace_->events()->rowCount(), 1);
        QCOMPARE(workspace_->history()->lastEventId(lb01), quint64{41});
        QVERIFY(!workspace_->openHistory(folder_->path()));
    }

    void whatIsOverAYearOldIsForgotten()
    {
        constexpr WallMillis day = 24LL * 3600 * 1000;
        const auto path = folder_->filePath(QStringLiteral("history/s.sqlite"));
        const auto lb01 = QStringLiteral("lb01");
        const auto now = systemInstant().wall;
        QVERIFY(workspace_->openHistory(path));
        // The last stands for a node whose clock is years ahead: it must not cost the others.
        for (const auto time : {now - 500 * day, now - 300 * day, now + 5000 * day}) {
            wire::Event event;
            event.id = static_cast<std::uint64_t>(time);
            event.time = time;
            emit workspace_->agent(lb01)->eventReceived(lb01, event);
        }
        openAgain();
        QVERIFY(workspace_->openHistory(path));
        QCOMPARE(workspace_->history()->events(10).size(), std::size_t{2});
    }

    void aMissingFileIsTold()
    {
        QVERIFY(QFile::remove(workspace_->site()->clusterPath(web)));
        QVERIFY(!workspace_->document(web));
        QVERIFY(workspace_->openError(web).contains(QStringLiteral("web.conf")));
        QVERIFY(!workspace_->save(web));
    }

private:
    /// As after a start of the desk.
    void openAgain()
    {
        workspace_.reset();
        workspace_ = std::make_unique<Workspace>(*Site::open(folder_->path()), nullptr);
        workspace_->keepDrafts(folder_->filePath(QStringLiteral("drafts")));
    }
    /// As if the time had passed after which changes are kept.
    static void waitForDraft(Document *document)
    {
        auto *timer = document->findChild<QTimer *>(QStringLiteral("draftTimer"));
        QVERIFY(timer && timer->isActive());
        timer->setInterval(0);
        QTRY_VERIFY(!timer->isActive());
    }
    /// The desk dies.
    void endNow(Document *document)
    {
        waitForDraft(document);
        openAgain();
    }
    [[nodiscard]] QStringList drafts() const
    {
        return QDir(folder_->filePath(QStringLiteral("drafts"))).entryList(QDir::Files);
    }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Workspace> workspace_;
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
