#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTimer>

#include "gui/core/workspace/workspace.h"
#include "gui/widgets/dialogs/import_dialog.h"
#include "gui/widgets/object_names.h"
#include "gui/widgets/shell/action_set.h"
#include "gui/widgets/shell/site_desk.h"
#include "tests/gui/support/desk_fixture.h"
#include "tests/unit/gui/core/deploy/fake_node.h"

namespace twinhelm::desk::testing
{

/// Two files become one pair in the import dialog, from the welcome page to the cluster page.
class TestImport : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void twoFilesShowOnePair();
    void twoNodesOfOneNameAreRefused();
    void aTakenNameIsRefused();
    void fetchReadsTheNodesOwnFile();
    void aNodeThatCannotBeReachedIsTold();
    void fromTheWelcomePageToTheCluster();

private:
    std::unique_ptr<ImportDialog> makeDialog();
    template<typename T>
    static T *find(QWidget &in, const char *name)
    {
        return in.findChild<T *>(QLatin1String(name));
    }

    std::unique_ptr<DeskFixture> fixture_;
    std::unique_ptr<Site> site_;
    std::shared_ptr<tests::FakeNode> node_;
};

void TestImport::init()
{
    fixture_ = std::make_unique<DeskFixture>();
    auto site = Site::create(fixture_->root.filePath(QStringLiteral("new")), QStringLiteral("New"));
    QVERIFY(site);
    site_ = std::move(*site);
    node_ = std::make_shared<tests::FakeNode>();
}

std::unique_ptr<ImportDialog> TestImport::makeDialog()
{
    return std::make_unique<ImportDialog>(
        *site_, [this](const SiteNode &) { return node_; },
        [this](QWidget *) {
            return QStringList{fixture_->filePath(QStringLiteral("lb01")), fixture_->filePath(QStringLiteral("lb02"))};
        },
        nullptr);
}

void TestImport::twoFilesShowOnePair()
{
    const auto dialog = makeDialog();
    auto *import = find<QPushButton>(*dialog, names::importCommit);
    QVERIFY(!import->isEnabled());
    find<QPushButton>(*dialog, names::importAddFiles)->click();
    QVERIFY(import->isEnabled());
    auto *differing = find<QTableWidget>(*dialog, names::importDiffering);
    QCOMPARE(differing->rowCount(), 3);
    QCOMPARE(differing->columnCount(), 4);
    QStringList keywords;
    for (int row = 0; row < differing->rowCount(); ++row)
        keywords << differing->item(row, 1)->text();
    QCOMPARE(keywords, (QStringList{QStringLiteral("router_id"), QStringLiteral("state"), QStringLiteral("priority")}));
    QCOMPARE(differing->item(2, 2)->text(), QStringLiteral("priority 150"));
    QCOMPARE(differing->item(2, 3)->text(), QStringLiteral("priority 100"));
    QVERIFY(find<QLabel>(*dialog, names::importSummary)->text().contains(QStringLiteral("3")));

    find<QLineEdit>(*dialog, names::importClusterName)->setText(QStringLiteral("web"));
    import->click();
    QCOMPARE(dialog->result(), static_cast<int>(QDialog::Accepted));
    QCOMPARE(dialog->cluster(), QStringLiteral("web"));
    QVERIFY(site_->cluster(QStringLiteral("web")));
    const auto text = site_->readCluster(QStringLiteral("web"));
    QVERIFY(text);
    QCOMPARE(text->count("interface eth0"), 1);
    QCOMPARE(exportForNode(*text, QStringLiteral("lb02")).contains("priority 100"), true);
}

void TestImport::twoNodesOfOneNameAreRefused()
{
    const auto dialog = makeDialog();
    find<QPushButton>(*dialog, names::importAddFiles)->click();
    auto *second = find<QLineEdit>(*dialog, "importNode.1");
    second->selectAll();
    QTest::keyClicks(second, QStringLiteral("lb01"));
    QVERIFY(!find<QPushButton>(*dialog, names::importCommit)->isEnabled());
    QVERIFY(!find<QLabel>(*dialog, names::importBlocker)->text().isEmpty());
}

void TestImport::aTakenNameIsRefused()
{
    const auto first = makeDialog();
    find<QPushButton>(*first, names::importAddFiles)->click();
    find<QPushButton>(*first, names::importCommit)->click();
    const auto again = makeDialog();
    find<QPushButton>(*again, names::importAddFiles)->click();
    QVERIFY(!find<QPushButton>(*again, names::importCommit)->isEnabled());
}

void TestImport::fetchReadsTheNodesOwnFile()
{
    node_->files[QStringLiteral("/etc/keepalived/keepalived.conf")] = seedNode(QStringLiteral("lb01"));
    const auto dialog = makeDialog();
    dialog->fetch(QStringLiteral("admin@10.0.0.5:2222"));
    QTRY_COMPARE(dialog->preview().sources().size(), 1);
    QCOMPARE(dialog->preview().sources().first().bytes, seedNode(QStringLiteral("lb01")));
    find<QPushButton>(*dialog, names::importCommit)->click();
    QCOMPARE(dialog->result(), static_cast<int>(QDialog::Accepted));
    // How it was reached is remembered with it.
    const SiteNode node = site_->nodes().first();
    QCOMPARE(node.host, QStringLiteral("10.0.0.5"));
    QCOMPARE(node.sshPort, 2222);
    QCOMPARE(node.sshUser, QStringLiteral("admin"));
}

void TestImport::aNodeThatCannotBeReachedIsTold()
{
    node_->failAt = 0;
    const auto dialog = makeDialog();
    dialog->fetch(QStringLiteral("lb01"));
    QTRY_VERIFY(find<QLabel>(*dialog, names::importBlocker)->text().contains(QStringLiteral("broke")));
    QCOMPARE(dialog->preview().sources().size(), 0);
    QVERIFY(find<QPushButton>(*dialog, names::importFetch)->isEnabled());
}

void TestImport::fromTheWelcomePageToTheCluster()
{
    Theme theme(*qApp);
    theme.apply(ThemeChoice::Light);
    AppContext context = fixture_->context();
    context.pickFiles = [this](QWidget *) {
        return QStringList{fixture_->filePath(QStringLiteral("lb01")), fixture_->filePath(QStringLiteral("lb02"))};
    };
    MainWindow window(context, &theme);
    present(window, {1280, 800});
    // Without a site the person is asked for one first, then for the files.
    const QString folder = fixture_->root.filePath(QStringLiteral("fresh"));
    const auto answerImport = [&window] {
        auto *dialog = window.findChild<QDialog *>(QLatin1String(names::importDialog));
        QVERIFY(dialog);
        find<QPushButton>(*dialog, names::importAddFiles)->click();
        find<QPushButton>(*dialog, names::importCommit)->click();
    };
    QTimer::singleShot(0, &window, [&] {
        auto *dialog = window.findChild<QDialog *>(QStringLiteral("newSiteDialog"));
        QVERIFY(dialog);
        auto *field = find<QLineEdit>(*dialog, "newSiteFolder");
        field->selectAll();
        QTest::keyClicks(field, folder);
        QTimer::singleShot(0, &window, answerImport);
        find<QPushButton>(*dialog, names::acceptButton)->click();
    });
    find<QPushButton>(window, names::welcomeImportButton)->click();
    QCOMPARE(window.clusterPage()->cluster(), QStringLiteral("pair"));
    QVERIFY(find<QLineEdit>(window, "field.priority.lb01")->isVisible());
    QVERIFY(QFileInfo::exists(folder + QStringLiteral("/site.toml")));
    // A second look at the welcome page offers the site.
    QCOMPARE(window.desk()->recent(), QStringList{QFileInfo(folder).absoluteFilePath()});
}

} // namespace twinhelm::desk::testing

QTEST_MAIN(twinhelm::desk::testing::TestImport)
#include "tst_import.moc"
