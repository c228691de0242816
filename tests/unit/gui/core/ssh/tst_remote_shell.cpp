#include <QTest>

#include "gui/core/ssh/remote_shell.h"

using namespace twinhelm::desk;

class TestRemoteShell : public QObject
{
    Q_OBJECT
private slots:
    void quotesForTheShell_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("word");
        QTest::newRow("plain") << QStringLiteral("/etc/a.conf") << QStringLiteral("'/etc/a.conf'");
        QTest::newRow("space and dollar") << QStringLiteral("a $(b)") << QStringLiteral("'a $(b)'");
        QTest::newRow("quote") << QStringLiteral("it's") << QStringLiteral("'it'\\''s'");
        QTest::newRow("empty") << QString() << QStringLiteral("''");
    }
    void quotesForTheShell()
    {
        QFETCH(QString, text);
        QFETCH(QString, word);
        QCOMPARE(shellQuote(text), word);
    }
};

QTEST_GUILESS_MAIN(TestRemoteShell)
#include "tst_remote_shell.moc"
