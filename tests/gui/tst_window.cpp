#include "tests/gui/support/desk_fixture.h"

#include "gui/widgets/pages/edit_page.h"

namespace twinhelm::desk::testing
{

class TestWindow : public QObject
{
    Q_OBJECT

private slots:
    void looks();
};

void TestWindow::looks()
{
    DeskFixture fixture;
    QVERIFY(fixture.makeSite());
    Theme theme(*qApp);
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        theme.apply(choice);
        const QString suffix = QLatin1Char('-') + themeName(choice);
        MainWindow window(fixture.context(), &theme);
        present(window, {1280, 800});
        shoot(window, QStringLiteral("welcome") + suffix);
        QVERIFY(window.openSite(fixture.sitePath()));
        QCoreApplication::processEvents();
        shoot(window, QStringLiteral("live") + suffix);
        window.showTab(ClusterPage::Tab::Edit);
        QTest::qWait(50);
        shoot(window, QStringLiteral("edit") + suffix);
        window.showTab(ClusterPage::Tab::Deploy);
        QTest::qWait(50);
        shoot(window, QStringLiteral("deploy") + suffix);
        window.showTab(ClusterPage::Tab::Edit);
        window.resize(1024, 700);
        QCoreApplication::processEvents();
        shoot(window, QStringLiteral("edit-small") + suffix);
    }
}

} // namespace twinhelm::desk::testing

QTEST_MAIN(twinhelm::desk::testing::TestWindow)
#include "tst_window.moc"
