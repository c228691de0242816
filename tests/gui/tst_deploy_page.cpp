#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

#include "gui/core/workspace/workspace.h"
#include "gui/widgets/object_names.h"
#include "gui/widgets/shared/badge.h"
#include "gui/widgets/shell/action_set.h"
#include "gui/widgets/shell/site_desk.h"
#include "tests/gui/support/desk_fixture.h"
#include "tests/unit/gui/core/deploy/fake_node.h"

namespace twinhelm::desk::testing
{

/// The deploy page against two balancers in memory.
class TestDeployPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void runsThroughBothNodes();
    void stopsAtTheFirstFailure();
    void anErrorInTheTextBlocksTheButton();
    void reviewShowsWhatChangesWithoutSecrets();
    void aFinishedDeployIsRemembered();
    void lookingElsewhereDoesNotStopIt();

private:
    template<typename T>
    T *find(const QString &name)
    {
        return window_->findChild<T *>(name);
    }
    template<typename T>
    T *find(const char *name)
    {
        return find<T>(QLatin1String(name));
    }
    Document *document() { return window_->desk()->workspace()->document(QStringLiteral("web")); }
    void edit(const QByteArray &from, const QByteArray &to);
    void deployAndWait();

    std::unique_ptr<DeskFixture> fixture_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<MainWindow> window_;
    std::map<QString, std::shared_ptr<tests::FakeNode>> nodes_;
};

void TestDeployPage::initTestCase()
{
    theme_ = std::make_unique<Theme>(*qApp);
    theme_->apply(ThemeChoice::Light);
}

void TestDeployPage::init()
{
    fixture_ = std::make_unique<DeskFixture>();
    QVERIFY(fixture_->makeSite());
    nodes_.clear();
    for (const QString &name : {QStringLiteral("lb01"), QStringLiteral("lb02")}) {
        auto node = std::make_shared<tests::FakeNode>();
        node->configPath = QStringLiteral("/etc/keepalived/keepalived.conf");
        node->files[node->configPath] = seedNode(name);
        node->loaded = seedNode(name);
        nodes_[name] = node;
    }
    AppContext context = fixture_->context();
    context.shellFor = [this](const SiteNode &node, Prompter *) { return nodes_.at(node.name); };
    window_ = std::make_unique<MainWindow>(context, theme_.get());
    QVERIFY(window_->openSite(fixture_->sitePath()));
    window_->showTab(ClusterPage::Tab::Deploy);
    present(*window_, {1280, 800});
}

void TestDeployPage::cleanup()
{
    document()->undoStack()->setClean();
    window_.reset();
}

void TestDeployPage::edit(const QByteArray &from, const QByteArray &to)
{
    const auto at = static_cast<std::uint32_t>(document()->text().indexOf(from));
    const auto end = at + static_cast<std::uint32_t>(from.size());
    QVERIFY(document()->apply(QStringLiteral("Edit"), {{{0, at, end}, to.toStdString()}}));
    document()->flush();
}

void TestDeployPage::deployAndWait()
{
    QTest::mouseClick(find<QPushButton>(names::deployButton), Qt::LeftButton);
    QVERIFY(find<QPushButton>(names::stopDeployButton)->isVisible());
    QVERIFY(!find<QPushButton>(names::deployButton)->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(!find<QPushButton>(names::stopDeployButton)->isVisible(), 30'000);
}

void TestDeployPage::runsThroughBothNodes()
{
    edit("priority 100", "priority 200");
    deployAndWait();
    QVERIFY(nodes_[QStringLiteral("lb02")]->loaded.contains("priority 200"));
    QVERIFY(nodes_[QStringLiteral("lb01")]->loaded.contains("priority 150"));
    QVERIFY(!document()->isDirty());
    for (const char *name : {"outcome.lb01", "outcome.lb02"})
        QCOMPARE(find<Badge>(name)->tone(), ColourRole::Good);
    shoot(*window_, QStringLiteral("deploy-done"));
}

void TestDeployPage::stopsAtTheFirstFailure()
{
    edit("interface eth0", "interface eth1");
    // The one with the lower priority goes first: a bad file shall meet no traffic.
    const QString first = QStringLiteral("lb02");
    const QString second = QStringLiteral("lb01");
    QCOMPARE(find<QPushButton>(names::deployButton)->text(), QStringLiteral("Deploy to lb02, then lb01"));
    nodes_[first]->refusesCheck = true;
    deployAndWait();
    QCOMPARE(nodes_[first]->loaded, seedNode(first));
    QCOMPARE(nodes_[first]->files[nodes_[first]->configPath], seedNode(first));
    QVERIFY(nodes_[second]->calls.empty());
    const QString verdict = find<QLabel>(names::deployVerdict)->text();
    QVERIFY2(verdict.contains(first), qPrintable(verdict));
    QCOMPARE(find<QWidget>(names::deployVerdict)->parentWidget()->property("role").toString(),
             QStringLiteral("problemBox"));
    QVERIFY(find<QPlainTextEdit>(names::deployOutput)->toPlainText().contains(QStringLiteral("K0201")));
    QVERIFY(find<QPushButton>(names::deployButton)->isEnabled());
    shoot(*window_, QStringLiteral("deploy-failed"));
}

void TestDeployPage::anErrorInTheTextBlocksTheButton()
{
    QVERIFY(find<QPushButton>(names::deployButton)->isEnabled());
    edit("interface eth0", "interfase eth0");
    QVERIFY(document()->hasErrors());
    QVERIFY(!find<QPushButton>(names::deployButton)->isEnabled());
    QVERIFY(!find<QLabel>(names::deployVerdict)->text().isEmpty());
    shoot(*window_, QStringLiteral("deploy-blocked"));
}

void TestDeployPage::reviewShowsWhatChangesWithoutSecrets()
{
    edit("priority 100", "priority 200");
    edit("auth_pass 1111", "auth_pass geheim");
    QTest::mouseClick(find<QPushButton>(names::reviewButton), Qt::LeftButton);
    QTRY_VERIFY(find<QPlainTextEdit>("diff.lb02"));
    const QString diff = find<QPlainTextEdit>("diff.lb02")->toPlainText();
    QVERIFY2(diff.contains(QStringLiteral("+     priority 200")), qPrintable(diff));
    QVERIFY(diff.contains(QStringLiteral("−     priority 100")));
    QVERIFY(diff.contains(QStringLiteral("auth_pass •")));
    QVERIFY(!diff.contains(QStringLiteral("geheim")));
    QVERIFY(!diff.contains(QStringLiteral("1111")));
    // Looking changes nothing.
    QCOMPARE(nodes_[QStringLiteral("lb02")]->count(QStringLiteral("write")), 0);
    shoot(*window_, QStringLiteral("deploy-review"));
}

void TestDeployPage::aFinishedDeployIsRemembered()
{
    deployAndWait();
    const auto deploys = window_->desk()->workspace()->history()->deploys(10);
    QCOMPARE(deploys.size(), 1u);
    QCOMPARE(deploys.front().cluster, QStringLiteral("web"));
    QVERIFY(deploys.front().ok);
}

void TestDeployPage::lookingElsewhereDoesNotStopIt()
{
    edit("interface eth0", "interface eth1");
    QTest::mouseClick(find<QPushButton>(names::deployButton), Qt::LeftButton);
    window_->showSite();
    History *history = window_->desk()->workspace()->history();
    QTRY_COMPARE_WITH_TIMEOUT(history->deploys(10).size(), 1u, 30'000);
    QVERIFY(history->deploys(10).front().ok);
    QVERIFY(nodes_[QStringLiteral("lb01")]->loaded.contains("eth1"));
    window_->showCluster(QStringLiteral("web"));
    QCOMPARE(find<Badge>("outcome.lb01")->tone(), ColourRole::Good);
}

} // namespace twinhelm::desk::testing

QTEST_MAIN(twinhelm::desk::testing::TestDeployPage)
#include "tst_deploy_page.moc"
