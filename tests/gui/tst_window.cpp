#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTextBlock>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>
#include <QUndoGroup>

#include "gui/core/models/problems_model.h"
#include "gui/core/models/site_tree_model.h"
#include "gui/core/workspace/workspace.h"
#include "gui/widgets/object_names.h"
#include "gui/widgets/pages/edit_page.h"
#include "gui/widgets/shared/badge.h"
#include "gui/widgets/shell/action_set.h"
#include "gui/widgets/shell/site_desk.h"
#include "gui/widgets/text/config_text_edit.h"
#include "tests/gui/support/desk_fixture.h"

namespace twinhelm::desk::testing
{

namespace
{

int placeOf(const ConfigTextEdit *text, const QString &what)
{
    return static_cast<int>(text->toPlainText().indexOf(what));
}

} // namespace

/// The main path with real widgets: open a site, change a value in the form and in the text, undo, save.
class TestWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void beginsOnTheWelcomePage();
    void opensASiteOfOnePairOnThePair();
    void aFolderWithoutSiteIsToldInTheWindow();
    void priorityInTheFormChangesTheText();
    void undoRestoresTheBytes();
    void typingInTheTextUpdatesTheForm();
    void anInvalidNumberStaysInTheField();
    void joinGivesOneValueAndSplitTwo();
    void everyBlockHasItsForm();
    void blocksAreAddedRenamedAndRemoved();
    void theTextLeadsToTheBlock();
    void problemsPanelJumpsToThePlace();
    void problemsPanelMends();
    void problemsPanelShowsWhatOnlyThePairShows();
    void unsavedChangesShowInTitleAndTree();
    void saveWritesTheFile();
    void everyActionHasTextIconAndAWayIn();

private:
    template<typename T>
    T *find(const char *name)
    {
        T *found = window_->findChild<T *>(QLatin1String(name));
        if (!found)
            qWarning("no widget is called %s", name);
        return found;
    }
    QLineEdit *field(const char *name) { return find<QLineEdit>(name); }
    Document *document() { return window_->desk()->workspace()->document(QStringLiteral("web")); }
    void retype(QLineEdit *edit, const QString &text);
    /// Makes the entry of this title the current one.
    static void choose(QTreeView *tree, const QString &title);
    /// Takes an action of the menu that adds blocks.
    void addBlock(const char *action);
    /// Does what opens the dialog for a name, and answers it.
    void answerName(const QString &name, const std::function<void()> &open);

    std::unique_ptr<DeskFixture> fixture_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<MainWindow> window_;
};

void TestWindow::initTestCase()
{
    theme_ = std::make_unique<Theme>(*qApp);
    theme_->apply(ThemeChoice::Light);
}

void TestWindow::init()
{
    fixture_ = std::make_unique<DeskFixture>();
    QVERIFY(fixture_->makeSite());
    window_ = std::make_unique<MainWindow>(fixture_->context(), theme_.get());
    if (QLatin1String(QTest::currentTestFunction()) == QLatin1String("beginsOnTheWelcomePage"))
        return;
    QVERIFY(window_->openSite(fixture_->sitePath()));
    window_->showTab(ClusterPage::Tab::Edit);
    present(*window_, {1280, 800});
    document()->flush();
}

void TestWindow::cleanup()
{
    if (window_->desk()->workspace())
        document()->undoStack()->setClean();
    window_.reset();
}

void TestWindow::retype(QLineEdit *edit, const QString &text)
{
    QVERIFY(edit);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
    document()->flush();
}

void TestWindow::choose(QTreeView *tree, const QString &title)
{
    const auto found = tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, title, 1,
                                            Qt::MatchExactly | Qt::MatchRecursive);
    QCOMPARE(found.size(), 1);
    tree->setCurrentIndex(found.front());
}

void TestWindow::addBlock(const char *action)
{
    auto *menu = find<QToolButton>(names::blockAdd)->menu();
    emit menu->aboutToShow();
    auto *found = menu->findChild<QAction *>(QLatin1String(action));
    QVERIFY2(found, action);
    found->trigger();
}

void TestWindow::answerName(const QString &name, const std::function<void()> &open)
{
    QTimer::singleShot(0, window_.get(), [this, name] {
        auto *dialog = window_->findChild<QDialog *>(QLatin1String(names::nameDialog));
        QVERIFY(dialog);
        auto *edit = dialog->findChild<QLineEdit *>(QLatin1String(names::nameField));
        edit->setText(name);
        dialog->findChild<QPushButton *>(QLatin1String(names::acceptButton))->click();
        if (dialog->isVisible()) // refused, and the test below says so
            dialog->reject();
    });
    open();
}

void TestWindow::beginsOnTheWelcomePage()
{
    present(*window_, {1280, 800});
    QVERIFY(find<QWidget>(names::welcomePage)->isVisible());
    QVERIFY(find<QWidget>(names::welcomeImportButton)->isVisible());
    QVERIFY(!window_->actionSet()->deploy->isEnabled());
    QVERIFY(window_->actionSet()->openSite->isEnabled());
}

void TestWindow::opensASiteOfOnePairOnThePair()
{
    QCOMPARE(window_->clusterPage()->cluster(), QStringLiteral("web"));
    QCOMPARE(find<QLabel>(names::clusterTitle)->text(), QStringLiteral("web"));
    QVERIFY(find<QWidget>("lamp.lb01")->isVisible());
    QVERIFY(find<QWidget>("lamp.lb02")->isVisible());
    QVERIFY(window_->actionSet()->deploy->isEnabled());
    QVERIFY(!find<QWidget>(names::noticeBar)->isVisible());
}

void TestWindow::aFolderWithoutSiteIsToldInTheWindow()
{
    QVERIFY(!window_->openSite(fixture_->root.filePath(QStringLiteral("home"))));
    QVERIFY(find<QWidget>(names::noticeBar)->isVisible());
    QVERIFY(find<QLabel>(names::noticeText)->text().contains(QStringLiteral("home")));
    // What was open stays open.
    QCOMPARE(window_->clusterPage()->cluster(), QStringLiteral("web"));
}

void TestWindow::priorityInTheFormChangesTheText()
{
    QCOMPARE(field("field.priority.lb01")->text(), QStringLiteral("150"));
    QCOMPARE(field("field.priority.lb02")->text(), QStringLiteral("100"));
    QCOMPARE(field("field.interface")->text(), QStringLiteral("eth0"));
    retype(field("field.priority.lb02"), QStringLiteral("200"));
    QVERIFY(document()->text().contains("@lb02 priority 200"));
    QVERIFY(document()->text().contains("@lb01 priority 150"));
    QVERIFY(find<ConfigTextEdit>(names::textView)->toPlainText().contains(QStringLiteral("@lb02 priority 200")));
    QVERIFY(window_->actionSet()->undo->isEnabled());
    QVERIFY(window_->actionSet()->undo->text().size() > QStringLiteral("Undo ").size());
}

void TestWindow::undoRestoresTheBytes()
{
    const QByteArray before = document()->text();
    QLineEdit *edit = field("field.priority.lb01");
    retype(edit, QStringLiteral("90"));
    QVERIFY(document()->text() != before);
    // The key goes to the field that has the focus, and must reach the window all the same.
    QTest::keyClick(edit, Qt::Key_Z, Qt::ControlModifier);
    document()->flush();
    QCOMPARE(document()->text(), before);
    QCOMPARE(field("field.priority.lb01")->text(), QStringLiteral("150"));
    window_->actionSet()->redo->trigger();
    document()->flush();
    QVERIFY(document()->text().contains("@lb01 priority 90"));
}

void TestWindow::typingInTheTextUpdatesTheForm()
{
    auto *text = find<ConfigTextEdit>(names::textView);
    const QByteArray before = document()->text();
    const int at = placeOf(text, QStringLiteral("priority 150")) + 9;
    QTextCursor cursor = text->textCursor();
    cursor.setPosition(at);
    cursor.setPosition(at + 3, QTextCursor::KeepAnchor);
    text->setTextCursor(cursor);
    QTest::keyClicks(text, QStringLiteral("133"));
    document()->flush();
    QVERIFY(document()->text().contains("@lb01 priority 133"));
    QCOMPARE(field("field.priority.lb01")->text(), QStringLiteral("133"));
    for (int i = 0; i < 10 && document()->undoStack()->canUndo(); ++i)
        QTest::keyClick(text, Qt::Key_Z, Qt::ControlModifier);
    document()->flush();
    QCOMPARE(document()->text(), before);
    QCOMPARE(text->toPlainText(), document()->map().text());
}

void TestWindow::anInvalidNumberStaysInTheField()
{
    const QByteArray before = document()->text();
    QLineEdit *edit = field("field.virtual_router_id");
    retype(edit, QStringLiteral("999"));
    QCOMPARE(edit->text(), QStringLiteral("999"));
    QVERIFY(edit->property("problem").toBool());
    QVERIFY(!document()->text().contains("999"));
    retype(edit, QStringLiteral("50"));
    QVERIFY(!edit->property("problem").toBool());
    QCOMPARE(document()->text(), before);
}

void TestWindow::joinGivesOneValueAndSplitTwo()
{
    QTest::mouseClick(find<QWidget>("join.priority"), Qt::LeftButton);
    document()->flush();
    QCOMPARE(field("field.priority")->text(), QStringLiteral("150"));
    QVERIFY(!document()->text().contains("@lb02 priority"));
    QTest::mouseClick(find<QWidget>("split.priority"), Qt::LeftButton);
    document()->flush();
    QCOMPARE(field("field.priority.lb02")->text(), QStringLiteral("150"));
}

void TestWindow::everyBlockHasItsForm()
{
    auto *tree = find<QTreeView>(names::blockTree);
    QVERIFY(tree->isVisible());
    QCOMPARE(find<QLabel>(names::formTitle)->text(), QStringLiteral("VI_1"));
    choose(tree, QStringLiteral("global_defs"));
    QCOMPARE(find<QLabel>(names::formTitle)->text(), QStringLiteral("global_defs"));
    QVERIFY(find<QWidget>("field.router_id.lb01"));
    auto *filter = find<QLineEdit>(names::blockFilter);
    filter->setText(QStringLiteral("vi_"));
    QCOMPARE(tree->model()->rowCount(), 1);
    QCOMPARE(find<QLabel>(names::formTitle)->text(), QStringLiteral("global_defs"));
    filter->clear();
    QVERIFY(tree->model()->rowCount() > 1);
    QCOMPARE(tree->currentIndex().data().toString(), QStringLiteral("global_defs"));
}

void TestWindow::blocksAreAddedRenamedAndRemoved()
{
    const QByteArray before = document()->text();
    auto *tree = find<QTreeView>(names::blockTree);
    answerName(QStringLiteral("10.0.0.3 80"), [this] { addBlock("add.virtual_server"); });
    QVERIFY(document()->text().contains("virtual_server 10.0.0.3 80 {"));
    QCOMPARE(find<QLabel>(names::formTitle)->text(), QStringLiteral("10.0.0.3 80"));
    answerName(QStringLiteral("10.0.0.7 80"), [this] { addBlock("add.real_server"); });
    QCOMPARE(find<QLabel>(names::formTitle)->text(), QStringLiteral("10.0.0.7 80"));
    retype(field("field.weight"), QStringLiteral("7"));
    QVERIFY(document()->text().contains("        weight 7\n"));
    answerName(QStringLiteral("10.0.0.8 80"), [this] { find<QToolButton>(names::blockRename)->click(); });
    QVERIFY(document()->text().contains("real_server 10.0.0.8 80 {"));
    QCOMPARE(find<QLabel>(names::formTitle)->text(), QStringLiteral("10.0.0.8 80"));
    find<QToolButton>(names::blockRemove)->click();
    QVERIFY(!document()->text().contains("real_server"));
    QCOMPARE(tree->currentIndex().data().toString(), QStringLiteral("10.0.0.3 80"));
    while (document()->undoStack()->canUndo())
        document()->undoStack()->undo();
    QCOMPARE(document()->text(), before);
}

void TestWindow::theTextLeadsToTheBlock()
{
    auto *text = find<ConfigTextEdit>(names::textView);
    text->setFocus();
    QTextCursor cursor = text->textCursor();
    cursor.setPosition(placeOf(text, QStringLiteral("router_id")));
    text->setTextCursor(cursor);
    QCOMPARE(find<QLabel>(names::formTitle)->text(), QStringLiteral("global_defs"));
    auto *tree = find<QTreeView>(names::blockTree);
    tree->setFocus();
    choose(tree, QStringLiteral("VI_1"));
    QVERIFY(text->textCursor().block().text().contains(QStringLiteral("VI_1")));
    QVERIFY(tree->hasFocus());
}

void TestWindow::problemsPanelJumpsToThePlace()
{
    auto *text = find<ConfigTextEdit>(names::textView);
    const int at = placeOf(text, QStringLiteral("virtual_router_id"));
    QTextCursor cursor = text->textCursor();
    cursor.setPosition(at);
    text->setTextCursor(cursor);
    QTest::keyClicks(text, QStringLiteral("no_such_word 1"));
    QTest::keyClick(text, Qt::Key_Return);
    document()->flush();
    cursor.setPosition(0);
    text->setTextCursor(cursor);
    auto *table = find<QTableView>(names::problemsTable);
    QVERIFY(table->isVisible());
    QVERIFY(table->model()->rowCount() > 0);
    shoot(*window_, QStringLiteral("problems-light"));
    emit table->activated(table->model()->index(0, 0));
    QCOMPARE(text->textCursor().blockNumber(), text->document()->findBlock(at).blockNumber());
    QVERIFY(text->markText(text->textCursor().blockNumber()));
    QVERIFY(text->hasFocus());
}

void TestWindow::problemsPanelMends()
{
    auto *fix = find<QPushButton>(names::problemsFix);
    QVERIFY(!fix->isVisible());
    const auto before = document()->text();
    const auto at = static_cast<std::uint32_t>(before.indexOf("virtual_router_id"));
    document()->apply(QStringLiteral("x"), {{SourceRange{0, at, at + 17}, "virtual_router_di"}});
    document()->flush();
    auto *table = find<QTableView>(names::problemsTable);
    int row = 0;
    while (row < table->model()->rowCount() &&
           table->model()->index(row, ProblemsModel::CodeColumn).data() != QStringLiteral("K0006"))
        ++row;
    table->selectRow(row);
    QVERIFY(fix->isVisible());
    QVERIFY2(fix->text().contains(QStringLiteral("virtual_router_id")), qPrintable(fix->text()));
    shoot(*window_, QStringLiteral("problems-fix"));
    QTest::mouseClick(fix, Qt::LeftButton);
    QCOMPARE(document()->text(), before);
    document()->flush();
    QVERIFY(!fix->isVisible());
    document()->undoStack()->undo();
    QVERIFY(document()->text().contains("virtual_router_di "));
}

void TestWindow::problemsPanelShowsWhatOnlyThePairShows()
{
    const auto listed = [&] {
        QString all;
        const auto *model = find<QTableView>(names::problemsTable)->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column)
                all += model->index(row, column).data().toString() + QLatin1Char('\n');
        }
        return all;
    };
    document()->flush();
    QVERIFY(!listed().contains(QStringLiteral("K0413")));
    const auto text = document()->text();
    const auto end = static_cast<std::uint32_t>(text.size());
    document()->apply(QStringLiteral("x"),
                      {{SourceRange{0, end, end}, "\n@lb01 vrrp_instance ALONE {\n@lb01 interface eth0\n"
                                                  "@lb01 virtual_router_id 77\n@lb01 virtual_ipaddress {\n"
                                                  "@lb01 10.0.0.77\n@lb01 }\n@lb01 }\n"}});
    document()->flush();
    QVERIFY2(listed().contains(QStringLiteral("K0413")), qPrintable(listed()));
    QVERIFY2(listed().contains(QStringLiteral("ALONE stands on lb01 only")), qPrintable(listed()));
}

void TestWindow::unsavedChangesShowInTitleAndTree()
{
    QVERIFY(!window_->isWindowModified());
    retype(field("field.interface"), QStringLiteral("eth1"));
    QVERIFY(window_->isWindowModified());
    QVERIFY(find<Badge>(names::changesBadge)->isVisible());
    auto *tree = find<QTreeView>(names::siteTree);
    const QModelIndex cluster = tree->model()->index(0, 0, tree->model()->index(0, 0));
    QCOMPARE(cluster.data(SiteTreeModel::BadgeRole).toString(), QStringLiteral("not saved"));
}

void TestWindow::saveWritesTheFile()
{
    retype(field("field.interface"), QStringLiteral("bond0"));
    window_->actionSet()->save->trigger();
    QVERIFY(!window_->isWindowModified());
    const auto written = readFile(window_->desk()->workspace()->site()->clusterPath(QStringLiteral("web")));
    QVERIFY(written);
    QVERIFY(written->contains("interface bond0"));
}

void TestWindow::everyActionHasTextIconAndAWayIn()
{
    QSet<QKeySequence> keys;
    for (const QAction *action : window_->actionSet()->all()) {
        QVERIFY(!action->objectName().isEmpty());
        QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
        QVERIFY2(!action->icon().isNull(), qPrintable(action->objectName()));
        QVERIFY2(action->text().contains(QLatin1Char('&')) || !action->shortcut().isEmpty(),
                 qPrintable(action->objectName()));
        if (!action->shortcut().isEmpty()) {
            QVERIFY2(!keys.contains(action->shortcut()), qPrintable(action->shortcut().toString()));
            keys.insert(action->shortcut());
        }
    }
}

} // namespace twinhelm::desk::testing

QTEST_MAIN(twinhelm::desk::testing::TestWindow)
#include "tst_window.moc"
