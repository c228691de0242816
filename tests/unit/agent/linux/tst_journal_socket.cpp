#include "agent/linux/journal_socket.h"

#include <QTemporaryDir>
#include <QtTest>

#include <sys/socket.h>
#include <sys/un.h>

#include "agent/linux/service_manager.h"

using namespace twinhelm::agent;

namespace
{

/// Who listens where the journal or the service manager would.
class Listener
{
public:
    explicit Listener(const std::string &path) : fd_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        path.copy(address.sun_path, sizeof address.sun_path - 1);
        socklen_t length = sizeof address;
        if (path.front() == '@') {
            address.sun_path[0] = '\0';
            length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size());
        }
        bound_ = ::bind(fd_.get(), reinterpret_cast<const sockaddr *>(&address), length) == 0;
    }
    [[nodiscard]] bool bound() const { return bound_; }
    /// Empty: nothing came.
    [[nodiscard]] std::string next() const
    {
        std::string out(65536, '\0');
        const auto got = ::recv(fd_.get(), out.data(), out.size(), MSG_DONTWAIT);
        out.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
        return out;
    }

private:
    FileDescriptor fd_;
    bool bound_ = false;
};

} // namespace

class TestJournalSocket : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;

private slots:
    void cleanup() { ::unsetenv("NOTIFY_SOCKET"); }

    void aLineBecomesAnEntry()
    {
        const auto path = folder_.filePath("journal").toStdString();
        const Listener journal(path);
        QVERIFY(journal.bound());
        JournalSocket(path).write(4, "twinhelmd", "eth0 is down");
        QCOMPARE(journal.next(), std::string("MESSAGE=eth0 is down\nPRIORITY=4\nSYSLOG_IDENTIFIER=twinhelmd\n"));
    }

    void severalLinesCarryTheirLength()
    {
        const auto entry = journalEntry(6, "x", "one\ntwo");
        QCOMPARE(entry, std::string("MESSAGE\n\x07\0\0\0\0\0\0\0one\ntwo\nPRIORITY=6\nSYSLOG_IDENTIFIER=x\n", 55));
    }

    void whatIsTooLongIsCut()
    {
        const auto path = folder_.filePath("long").toStdString();
        const Listener journal(path);
        JournalSocket(path).write(6, "x", std::string(1'000'000, 'y'));
        QVERIFY(journal.next().size() > 30'000);
    }

    void withoutAJournalNothingHappens()
    {
        JournalSocket(folder_.filePath("nobody").toStdString()).write(6, "x", "lost");
        JournalSocket(std::string(500, 'p')).write(6, "x", "lost");
        JournalSocket("").write(6, "x", "lost");
    }

    void theServiceManagerIsTold_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("a file") << folder_.filePath("notify");
        QTest::newRow("abstract") << QStringLiteral("@twinhelm-test-%1").arg(QCoreApplication::applicationPid());
    }
    void theServiceManagerIsTold()
    {
        QFETCH(QString, path);
        const Listener manager(path.toStdString());
        QVERIFY(manager.bound());
        service::ready("before"); // not started by one: nothing to tell
        ::setenv("NOTIFY_SOCKET", path.toUtf8().constData(), 1);
        service::ready("running x.conf");
        QCOMPARE(manager.next(), std::string("READY=1\nSTATUS=running x.conf"));
        service::reloading();
        QVERIFY(manager.next().starts_with("RELOADING=1\nMONOTONIC_USEC="));
        service::stopping();
        QVERIFY(manager.next().starts_with("STOPPING=1\n"));
        QVERIFY(manager.next().empty());
    }
};

QTEST_GUILESS_MAIN(TestJournalSocket)
#include "tst_journal_socket.moc"
