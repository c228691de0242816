#include <QTemporaryDir>
#include <QtTest>

#include <unistd.h>

#include "agent/linux/lock_file.h"

using namespace twinhelm;
using namespace twinhelm::agent;

class tst_LockFile : public QObject
{
    Q_OBJECT

private slots:
    void theSecondOneIsRefusedByName();
    void twoFoldersDoNotMeet();
    void theLockGoesWithItsOwner();
    void anImpossibleFolderIsRefused();
};

void tst_LockFile::theSecondOneIsRefusedByName()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath("run").toStdString();
    const auto first = LockFile::take(path);
    QVERIFY(first);
    const auto second = LockFile::take(path);
    QVERIFY(!second);
    QCOMPARE(second.error().code, std::string("A0360"));
    QVERIFY(second.error().what.find(std::to_string(::getpid())) != std::string::npos);
    QVERIFY(second.error().what.find(path) != std::string::npos);
}

void tst_LockFile::twoFoldersDoNotMeet()
{
    const QTemporaryDir folder;
    const auto first = LockFile::take(folder.filePath("a").toStdString());
    QVERIFY(first);
    QVERIFY(LockFile::take(folder.filePath("b").toStdString()));
}

void tst_LockFile::theLockGoesWithItsOwner()
{
    const QTemporaryDir folder;
    const auto path = folder.path().toStdString();
    {
        const auto first = LockFile::take(path);
        QVERIFY(first);
    }
    QVERIFY(LockFile::take(path));
}

void tst_LockFile::anImpossibleFolderIsRefused()
{
    const auto lock = LockFile::take("/proc/self/no-folder-here");
    QVERIFY(!lock);
    QCOMPARE(lock.error().code, std::string("A0361"));
}

QTEST_GUILESS_MAIN(tst_LockFile)
#include "tst_lock_file.moc"
