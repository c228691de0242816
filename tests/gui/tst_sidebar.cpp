#include <QLineEdit>
#include <QStackedWidget>
#include <QTreeView>

#include "gui/core/models/site_tree_model.h"
#include "gui/core/workspace/workspace.h"
#include "gui/widgets/object_names.h"
#include "gui/widgets/pages/site_page.h"
#include "gui/widgets/shell/site_desk.h"
#include "tests/gui/support/desk_fixture.h"

namespace twinhelm::desk::testing
{

/// What is selected stays selected, whatever happens to the site.
class TestSidebar : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        fixture_ = std::make_unique<DeskFixture>();
        QVERIFY(fixture_->makeSite());
        window_ = std::make_unique<MainWindow>(fixture_->context(), nullptr);
        present(*window_, {1280, 800});
        QVERIFY(window_->openSite(fixture_->sitePath()));
        window_->showCluster(QStringLiteral("web"));
        tree_ = window_->findChild<QTreeView *>(QLatin1String(names::siteTree));
        QVERIFY(tree_);
    }
    void cleanup()
    {
        window_.reset();
        fixture_.reset();
    }

    void selectionSurvivesAnEditedNode()
    {
        QCOMPARE(selected(), QStringLiteral("web"));
        editNode();
        QCOMPARE(selected(), QStringLiteral("web"));
    }

    void focusDoesNotChangeThePage()
    {
        editNode();
        window_->activateWindow();
        tree_->setFocus(Qt::TabFocusReason);
        QCoreApplication::processEvents();
        QCOMPARE(window_->clusterPage()->cluster(), QStringLiteral("web"));
        const auto *pages = window_->findChild<QStackedWidget *>(QLatin1String(names::pageStack));
        QVERIFY(pages->currentWidget() == window_->clusterPage());
    }

    void aNodeThatIsGoneLeavesItsCluster()
    {
        const auto *model = qobject_cast<SiteTreeModel *>(tree_->model());
        tree_->setCurrentIndex(
            model->indexOf(SiteTreeModel::Kind::Node, QStringLiteral("lb02"), QStringLiteral("web")));
        QCOMPARE(selected(), QStringLiteral("lb02"));
        auto *site = window_->desk()->workspace()->site();
        auto cluster = *site->cluster(QStringLiteral("web"));
        cluster.nodes.removeAll(QStringLiteral("lb02"));
        QVERIFY(site->putCluster(cluster).has_value());
        QCOMPARE(selected(), QStringLiteral("web"));
    }

private:
    [[nodiscard]] QString selected() const { return tree_->currentIndex().data(SiteTreeModel::NameRole).toString(); }
    void editNode()
    {
        auto *site = window_->desk()->workspace()->site();
        auto node = *site->node(QStringLiteral("lb01"));
        node.host = QStringLiteral("10.0.0.5");
        QVERIFY(site->putNode(node).has_value());
        QCoreApplication::processEvents();
    }

    std::unique_ptr<DeskFixture> fixture_;
    std::unique_ptr<MainWindow> window_;
    QTreeView *tree_ = nullptr;
};

} // namespace twinhelm::desk::testing

QTEST_MAIN(twinhelm::desk::testing::TestSidebar)
#include "tst_sidebar.moc"
