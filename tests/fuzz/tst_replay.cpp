#include <QDirIterator>
#include <QtTest>

#include "tests/fuzz/targets.h"

using namespace twinhelm;

/// Inputs that once broke a promise, and files of every kind, through the fuzzers' targets without a fuzzer.
class TestReplay : public QObject
{
    Q_OBJECT

    static const QDir &data()
    {
        static const QDir dir(QStringLiteral(TWINHELM_SOURCE_DIR "/tests/data"));
        return dir;
    }

    /// A promise that does not hold aborts; more than a second for one input fails here.
    static void replay(const fuzz::Target &target, const QString &folder)
    {
        QDirIterator files(data().filePath(folder), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto bytes = file.readAll();
            QElapsedTimer timer;
            timer.start();
            target.run({bytes.constData(), std::size_t(bytes.size())});
            QVERIFY2(timer.elapsed() < 1000, qPrintable(file.fileName()));
        }
    }

private slots:
    void foundInputs_data()
    {
        QTest::addColumn<QString>("target");
        for (const auto &target : fuzz::targets()) {
            const auto name = QString::fromLatin1(target.name.data(), qsizetype(target.name.size()));
            QTest::newRow(qPrintable(name)) << name;
        }
    }
    void foundInputs()
    {
        QFETCH(QString, target);
        const auto *const found = fuzz::findTarget(target.toStdString());
        QVERIFY(found);
        replay(*found, QStringLiteral("diagnostics"));
        replay(*found, QStringLiteral("fuzz/") + target);
    }

    /// A folder that no target reads would look like a test.
    void everyFolderHasItsTarget()
    {
        const QDir folder(data().filePath(QStringLiteral("fuzz")));
        for (const auto &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QVERIFY2(fuzz::findTarget(name.toStdString()), qPrintable(name));
        QVERIFY(!fuzz::findTarget("nothing"));
    }
};

QTEST_APPLESS_MAIN(TestReplay)
#include "tst_replay.moc"
