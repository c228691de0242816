#include <QTemporaryDir>
#include <QtTest>

#include <thread>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "agent/linux/file_confinement.h"
#include "agent/linux/file_descriptor.h"

using namespace twinhelm;
using namespace twinhelm::agent;

/// Confinement is a thread's: each test gives itself to a thread that ends with it.
class tst_FileConfinement : public QObject
{
    Q_OBJECT

private slots:
    void onlyTheListedFilesAreReached();
    void pathsThatAreMissingAreLeftOut();

private:
    static bool opens(const std::string &path, int flags)
    {
        return FileDescriptor(::open(path.c_str(), flags | O_CLOEXEC, 0600)).valid();
    }
    static bool listens(const std::string &path)
    {
        const FileDescriptor fd(::socket(AF_UNIX, SOCK_STREAM, 0));
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        path.copy(address.sun_path, sizeof address.sun_path - 1);
        return ::bind(fd.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
};

void tst_FileConfinement::onlyTheListedFilesAreReached()
{
    const QTemporaryDir state;
    const QTemporaryDir run;
    const auto key = state.filePath("node.key").toStdString();
    QVERIFY(opens(key, O_CREAT | O_WRONLY));
    Result<bool> confined = false;
    bool readsKey = false;
    bool writesKey = true;
    bool truncatesKey = true;
    bool readsElsewhere = true;
    bool makesFile = true;
    bool makesSocket = false;
    bool removesSocket = false;
    std::thread([&] {
        confined = confineFiles({{state.path().toStdString()}, {run.path().toStdString()}});
        readsKey = opens(key, O_RDONLY);
        writesKey = opens(key, O_WRONLY);
        truncatesKey = ::truncate(key.c_str(), 0) == 0;
        readsElsewhere = opens("/etc/passwd", O_RDONLY);
        makesFile = opens(run.filePath("file").toStdString(), O_CREAT | O_WRONLY);
        makesSocket = listens(run.filePath("api.sock").toStdString());
        removesSocket = ::unlink(run.filePath("api.sock").toStdString().c_str()) == 0;
    }).join();
    QVERIFY2(confined, confined ? "" : confined.error().what.c_str());
    if (!*confined)
        QSKIP("this kernel has no Landlock");
    QVERIFY(readsKey);
    QVERIFY(!writesKey);
    QVERIFY(!truncatesKey);
    QVERIFY(!readsElsewhere);
    QVERIFY(!makesFile);
    QVERIFY(makesSocket);
    QVERIFY(removesSocket);
    QVERIFY(opens("/etc/passwd", O_RDONLY)); // this thread never gave anything away
}

void tst_FileConfinement::pathsThatAreMissingAreLeftOut()
{
    Result<bool> confined = false;
    std::thread([&] { confined = confineFiles({{"/nonexistent"}, {}}); }).join();
    QVERIFY(confined);
}

QTEST_GUILESS_MAIN(tst_FileConfinement)
#include "tst_file_confinement.moc"
