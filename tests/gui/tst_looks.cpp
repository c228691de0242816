#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>

#include "gui/core/presenters/block_edits.h"
#include "gui/core/workspace/workspace.h"
#include "gui/widgets/dialogs/about_dialog.h"
#include "gui/widgets/dialogs/host_key_dialog.h"
#include "gui/widgets/dialogs/import_dialog.h"
#include "gui/widgets/dialogs/new_site_dialog.h"
#include "gui/widgets/dialogs/node_dialog.h"
#include "gui/widgets/dialogs/secret_dialog.h"
#include "gui/widgets/form/block_navigator.h"
#include "gui/widgets/object_names.h"
#include "gui/widgets/shell/site_desk.h"
#include "tests/gui/support/clipping.h"
#include "tests/gui/support/desk_fixture.h"
#include "tests/unit/gui/core/live/fake_feed.h"

namespace twinhelm::desk::testing
{

/// Shows every page and dialog in both themes and two sizes. No text is cut off, everything that takes the focus has a
/// name for a screen reader. With TH_SCREENSHOTS=FOLDER the pictures are kept, for people to look at.
class TestLooks : public QObject
{
    Q_OBJECT

private slots:
    void pages_data() { themesAndSizes(); }
    void pages();
    void dialogs_data();
    void dialogs();

private:
    void themesAndSizes();
    void check(QWidget &window, const QString &name);
    void fill(Workspace &workspace);

    fakes::FakeFeed first_{QStringLiteral("lb01")};
    fakes::FakeFeed second_{QStringLiteral("lb02")};
};

void TestLooks::themesAndSizes()
{
    QTest::addColumn<ThemeChoice>("theme");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light-1280") << ThemeChoice::Light << QSize(1280, 800);
    QTest::newRow("light-1024") << ThemeChoice::Light << QSize(1024, 700);
    QTest::newRow("dark-1280") << ThemeChoice::Dark << QSize(1280, 800);
    QTest::newRow("dark-1024") << ThemeChoice::Dark << QSize(1024, 700);
}

void TestLooks::check(QWidget &window, const QString &name)
{
    QTest::qWait(30);
    shoot(window, name + QLatin1Char('-') + QLatin1String(QTest::currentDataTag()));
    const QStringList clipped = clippedTexts(window);
    QVERIFY2(clipped.isEmpty(), qPrintable(name + QStringLiteral(": ") + clipped.join(QStringLiteral("; "))));
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const bool field = qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget) ||
                           qobject_cast<const QPlainTextEdit *>(widget);
        if (!field || !widget->isVisible() || qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()))
            continue;
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        QVERIFY2(spoken && !spoken->text(QAccessible::Name).isEmpty(),
                 qPrintable(name + QStringLiteral(": no name for ") + widget->objectName()));
    }
}

void TestLooks::fill(Workspace &workspace)
{
    LiveCluster *live = workspace.live(QStringLiteral("web"));
    live->setFeeds({&first_, &second_});
    const Instant now = systemInstant();
    wire::InstanceState master = fakes::instance("VI_1", "MASTER");
    master.basePriority = master.effectivePriority = 150;
    master.since = now.wall - 192'000;
    wire::InstanceState backup = fakes::instance("VI_1", "BACKUP");
    backup.basePriority = 100;
    backup.effectivePriority = 80;
    backup.priorityParts = {{"base", 100}, {"script check_web", -20}};
    backup.since = now.wall - 191'000;
    first_.hear(now, {master});
    second_.hear(now, {backup});
    const char *texts[] = {"VI_1 on eth0 went from INIT to BACKUP", "VI_1 on eth0 went from BACKUP to MASTER",
                           "10.0.0.3/32 was added to eth0", "check_web failed: exit code 1",
                           "lb01 stopped answering: its advertisements are missing"};
    const char *severities[] = {"info", "notice", "info", "warning", "error"};
    for (int i = 0; i < 5; ++i) {
        wire::Event event;
        event.id = static_cast<std::uint64_t>(i + 1);
        event.time = now.wall - 200'000 + i * 1'137;
        event.subject = i == 3 ? "check_web" : "VI_1";
        event.severity = severities[i];
        event.text = texts[i];
        event.cause = i == 1 ? "master_down_timer" : "";
        workspace.events()->append(i % 2 == 0 ? QStringLiteral("lb01") : QStringLiteral("lb02"), event);
    }
}

void TestLooks::pages()
{
    QFETCH(ThemeChoice, theme);
    QFETCH(QSize, size);
    Theme dress(*qApp);
    dress.apply(theme);
    DeskFixture fixture;
    QVERIFY(fixture.makeSite());
    MainWindow window(fixture.context(), &dress);
    present(window, size);
    check(window, QStringLiteral("welcome"));
    QVERIFY(window.openSite(fixture.sitePath()));
    check(window, QStringLiteral("live-unknown"));
    fill(*window.desk()->workspace());
    check(window, QStringLiteral("live"));
    window.showTab(ClusterPage::Tab::Edit);
    check(window, QStringLiteral("edit"));
    auto *lower = window.findChild<QTabBar *>(QLatin1String(names::lowerTabs));
    lower->setCurrentIndex(1);
    auto *whatIf = window.findChild<QTableView *>(QLatin1String(names::whatIfTable));
    QTRY_VERIFY(whatIf->model()->rowCount() > 0);
    check(window, QStringLiteral("edit-what-if"));
    lower->setCurrentIndex(0);
    Document *document = window.desk()->workspace()->document(QStringLiteral("web"));
    const BlockEdits edits(document);
    const auto service = edits.add({}, QStringLiteral("virtual_server"), QStringLiteral("10.0.0.3 80"));
    QVERIFY(service);
    QVERIFY(edits.add(*service, QStringLiteral("real_server"), QStringLiteral("10.0.0.7 80")));
    const auto server = edits.add(*service, QStringLiteral("real_server"), QStringLiteral("10.0.0.8 80"));
    QVERIFY(server);
    QVERIFY(edits.add(*server, QStringLiteral("HTTP_GET"), {}));
    window.findChild<BlockNavigator *>()->choose(*server);
    check(window, QStringLiteral("edit-server"));
    document->undoStack()->setClean();
    window.showTab(ClusterPage::Tab::Deploy);
    check(window, QStringLiteral("deploy"));
    window.showSite();
    check(window, QStringLiteral("site"));
    window.desk()->workspace()->live(QStringLiteral("web"))->setFeeds({});
    window.desk()->close();
    // Now there is a site that was opened before.
    check(window, QStringLiteral("welcome-recent"));
}

void TestLooks::dialogs_data()
{
    QTest::addColumn<ThemeChoice>("theme");
    QTest::newRow("light") << ThemeChoice::Light;
    QTest::newRow("dark") << ThemeChoice::Dark;
}

void TestLooks::dialogs()
{
    QFETCH(ThemeChoice, theme);
    Theme dress(*qApp);
    dress.apply(theme);
    DeskFixture fixture;
    QVERIFY(fixture.makeSite());
    const auto site = Site::open(fixture.sitePath());
    QVERIFY(site);
    const auto show = [this](QDialog &dialog, const char *name) {
        dialog.show();
        check(dialog, QLatin1String(name));
    };
    const auto noShell = [](const SiteNode &) { return std::shared_ptr<RemoteShell>(); };

    ImportDialog import(
        **site, noShell, [](QWidget *) { return QStringList(); }, nullptr);
    import.addFiles({fixture.filePath(QStringLiteral("lb01")), fixture.filePath(QStringLiteral("lb02"))});
    show(import, "dialog-import");
    NewSiteDialog fresh([](QWidget *) { return QString(); }, nullptr);
    show(fresh, "dialog-new-site");
    NodeDialog node((*site)->nodes().first(), {noShell, {}, {}, {}}, nullptr);
    show(node, "dialog-node");
    AboutDialog about(nullptr);
    show(about, "dialog-about");
    const QString print = QStringLiteral("SHA256:yO0Ypn1qDJQyTAe2xAdOEAL8gmRPXpYCTbqGJVhcTXU");
    const QString known = QStringLiteral("/home/anna/.ssh/known_hosts");
    auto *unknown = new UnknownHostDialog(
        {QStringLiteral("lb01"), QStringLiteral("ssh-ed25519"), print, known}, [](bool) {}, nullptr);
    show(*unknown, "dialog-host-unknown");
    QVERIFY(unknown->close());
    auto *changed = new ChangedHostDialog(
        {QStringLiteral("lb01"), QStringLiteral("ssh-ed25519"), print, known, QStringLiteral("ssh-keygen -R lb01")},
        nullptr);
    show(*changed, "dialog-host-changed");
    QVERIFY(changed->close());
    auto *secret = new SecretDialog(
        {QStringLiteral("Log in to lb01"), QStringLiteral("lb01 asks user root:"), QStringLiteral("Password:"), false},
        [](const std::optional<Secret> &) {}, nullptr);
    show(*secret, "dialog-password");
    QVERIFY(secret->close());
}

} // namespace twinhelm::desk::testing

QTEST_MAIN(twinhelm::desk::testing::TestLooks)
#include "tst_looks.moc"
