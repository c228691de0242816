#include <QtTest>

#include <QDirIterator>
#include <QSvgRenderer>

#include "gui/widgets/theme/colours.h"
#include "gui/widgets/theme/icons.h"
#include "gui/widgets/theme/theme.h"

namespace twinhelm::desk::testing
{

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void contrastIsWhatTheStandardSays_data();
    void contrastIsWhatTheStandardSays();
    void everyColourIsReadable_data();
    void everyColourIsReadable();
    void applyChangesPaletteAndSheet();
    void sheetHasNoOpenToken();
    void iconsTakeTheColourOfTheTheme();
    void everyIconDraws();
};

void TestTheme::contrastIsWhatTheStandardSays_data()
{
    QTest::addColumn<QColor>("a");
    QTest::addColumn<QColor>("b");
    QTest::addColumn<double>("expected");
    QTest::newRow("black on white") << QColor(Qt::black) << QColor(Qt::white) << 21.0;
    QTest::newRow("same") << QColor(0x777777u) << QColor(0x777777u) << 1.0;
    QTest::newRow("grey on white") << QColor(0x777777u) << QColor(Qt::white) << 4.48;
}

void TestTheme::contrastIsWhatTheStandardSays()
{
    QFETCH(QColor, a);
    QFETCH(QColor, b);
    QFETCH(double, expected);
    QVERIFY(qAbs(contrast(a, b) - expected) < 0.01);
    QCOMPARE(contrast(a, b), contrast(b, a));
}

void TestTheme::everyColourIsReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestTheme::everyColourIsReadable()
{
    QFETCH(bool, dark);
    for (const ContrastPair &pair : contrastPairs(dark ? darkColours() : lightColours())) {
        const double ratio = contrast(pair.front, pair.ground);
        QVERIFY2(ratio >= pair.atLeast,
                 qPrintable(QStringLiteral("%1: %2 on %3 is %4:1, needs %5:1")
                                .arg(QLatin1String(pair.what), pair.front.name(), pair.ground.name())
                                .arg(ratio, 0, 'f', 2)
                                .arg(pair.atLeast)));
    }
}

void TestTheme::applyChangesPaletteAndSheet()
{
    Theme theme(*qApp);
    QSignalSpy changed(&theme, &Theme::changed);
    theme.apply(ThemeChoice::Dark);
    QCOMPARE(qApp->palette().color(QPalette::Window), darkColours().window);
    QVERIFY(colours().dark);
    QVERIFY(qApp->styleSheet().contains(darkColours().accent.name()));
    theme.apply(ThemeChoice::Light);
    QCOMPARE(qApp->palette().color(QPalette::Window), lightColours().window);
    QVERIFY(!qApp->styleSheet().contains(darkColours().accent.name()));
    theme.apply(ThemeChoice::System);
    QCOMPARE(theme.choice(), ThemeChoice::System);
    QCOMPARE(changed.count(), 3);
}

void TestTheme::sheetHasNoOpenToken()
{
    const Theme theme(*qApp);
    for (const Colours *set : {&lightColours(), &darkColours()}) {
        QString sheet = styleSheetOf(*set);
        QVERIFY(!sheet.isEmpty());
        sheet.remove(QRegularExpression(QStringLiteral("/\\*.*?\\*/"), QRegularExpression::DotMatchesEverythingOption));
        QVERIFY2(!sheet.contains(QLatin1Char('@')), qPrintable(sheet.mid(sheet.indexOf(QLatin1Char('@')), 30)));
    }
}

void TestTheme::iconsTakeTheColourOfTheTheme()
{
    Theme theme(*qApp);
    const QIcon save = icon(QStringLiteral("save"));
    QVERIFY(!save.isNull());
    QVERIFY(icon(QStringLiteral("no such icon")).isNull());
    const auto inkOf = [&save] {
        const QImage image = save.pixmap(64, 64).toImage();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y).alpha() == 255)
                    return image.pixelColor(x, y).rgb();
            }
        }
        return QRgb(0);
    };
    theme.apply(ThemeChoice::Light);
    QCOMPARE(inkOf(), lightColours().text.rgb());
    theme.apply(ThemeChoice::Dark);
    QCOMPARE(inkOf(), darkColours().text.rgb());
}

void TestTheme::everyIconDraws()
{
    const Theme theme(*qApp);
    int seen = 0;
    QDirIterator files(QStringLiteral(":/"), {QStringLiteral("*.svg")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (path.startsWith(QStringLiteral(":/qt-project.org")))
            continue;
        QVERIFY2(QSvgRenderer(path).isValid(), qPrintable(path));
        ++seen;
    }
    QVERIFY(seen > 40);
}

} // namespace twinhelm::desk::testing

QTEST_MAIN(twinhelm::desk::testing::TestTheme)
#include "tst_theme.moc"
